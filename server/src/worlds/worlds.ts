import { t } from '@vscode/l10n';
import type { World } from '../analysis/world.ts';
import type { CriteriaText } from '../criteria/document.ts';
import type { DirectiveValues, DocumentContext, SchemaAnswer } from '../protocol.ts';
import type { Runtime } from '../runtime.ts';
import { withCustomFields } from '../schema/customFields.ts';
import { type EntitySchema, NotAnEntitySchema, parseEntitySchema } from '../schema/entitySchema.ts';
import { wantedSchema, worldOf } from './worldOf.ts';

/** A world together with what it was made from. */
export interface KnownWorld {
  readonly world: World;
  readonly context: DocumentContext;
}

/**
 * The worlds of the open documents. Schemas are shared by id, and equal worlds are one object: so whoever keeps
 * something for a world keeps it once. `say` tells people what went wrong, the same thing once.
 */
export class Worlds {
  readonly #runtime: Runtime;
  readonly #say: (sentence: string) => void;
  readonly #schemas = new Map<string, Promise<EntitySchema | undefined>>();
  /** Schemas that were needed since something changed last. */
  readonly #needed = new Set<string>();
  /** By URI: the directives that were told, and what came back. */
  readonly #asked = new Map<string, { readonly directives: string; readonly answer: Promise<KnownWorld> }>();
  readonly #byContent = new Map<string, KnownWorld>();
  readonly #said = new Set<string>();

  constructor(runtime: Runtime, say: (sentence: string) => void) {
    this.#runtime = runtime;
    this.#say = say;
  }

  /** The world of a document; asked anew only when its directives or something outside change. */
  of({ uri, values }: CriteriaText): Promise<KnownWorld> {
    const directives = JSON.stringify(values);
    const known = this.#asked.get(uri);
    if (known?.directives === directives) return known.answer;
    const answer = this.#make(uri, values);
    this.#asked.set(uri, { directives, answer });
    answer.catch(() => {
      if (this.#asked.get(uri)?.answer === answer) this.#asked.delete(uri);
    });
    return answer;
  }

  /** A schema by its id, also `bundled:…`; undefined where it cannot be had. */
  async schema(id: string): Promise<EntitySchema | undefined> {
    const wanted = wantedSchema({ shops: [], rules: {}, schema: { id, source: 'live' } }, NO_DIRECTIVES);
    return 'bundled' in wanted ? wanted.bundled : this.#load(wanted.id);
  }

  /** A document was closed. */
  forgetDocument(uri: string): void {
    this.#asked.delete(uri);
  }

  /** Something outside changed: everything is asked anew. Schemas stay, for an id names a content, if they are in use. */
  forget(): void {
    for (const id of this.#schemas.keys()) if (!this.#needed.has(id)) this.#schemas.delete(id);
    this.#needed.clear();
    this.#asked.clear();
    this.#byContent.clear();
  }

  async #make(uri: string, directives: DirectiveValues): Promise<KnownWorld> {
    const context = await this.#runtime.context(uri, directives);
    const wanted = wantedSchema(context, directives);
    const schema = 'bundled' in wanted ? wanted.bundled : await this.#load(wanted.id);
    const content = JSON.stringify([context, directives.api, directives.shopware, schema === undefined]);
    const known = this.#byContent.get(content) ?? { world: worldOf(context, directives, schema), context };
    this.#byContent.set(content, known);
    return known;
  }

  #load(id: string): Promise<EntitySchema | undefined> {
    this.#needed.add(id);
    const known = this.#schemas.get(id);
    if (known) return known;
    const loading = this.#ask(id);
    this.#schemas.set(id, loading);
    return loading;
  }

  async #ask(id: string): Promise<EntitySchema | undefined> {
    try {
      const answer = await this.#runtime.schema(id);
      if ('text' in answer) return schemaOf(answer);
      this.#fail(id, answer.error);
    } catch (error) {
      if (!(error instanceof NotAnEntitySchema)) {
        this.#schemas.delete(id);
        throw error;
      }
      this.#fail(id, error.message);
    }
    return undefined;
  }

  /** Not kept, so that it is tried again when something changes. */
  #fail(id: string, reason: string): void {
    this.#schemas.delete(id);
    const problem = t("The shop's entity schema could not be loaded; the one of a plain Shopware is used.");
    const sentence = `${problem} ${reason}`;
    if (!this.#said.has(sentence)) this.#say(sentence);
    this.#said.add(sentence);
  }
}

function schemaOf({ text, customFields }: Extract<SchemaAnswer, { text: string }>): EntitySchema {
  const schema = parseEntitySchema(text);
  return customFields ? withCustomFields(schema, customFields) : schema;
}

const NO_DIRECTIVES: DirectiveValues = { headers: [], vars: {} };
