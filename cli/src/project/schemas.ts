import { createHash } from 'node:crypto';
import type { CustomField } from '../../../server/src/protocol.ts';
import { withCustomFields } from '../../../server/src/schema/customFields.ts';
import { type EntitySchema, NotAnEntitySchema, parseEntitySchema } from '../../../server/src/schema/entitySchema.ts';
import { Failure } from '../failure.ts';
import type { Io } from '../io/io.ts';

/** A schema that is not the bundled one. */
export interface LoadedSchema {
  readonly source: 'file' | 'stored';
  readonly schema: EntitySchema;
  readonly text: string;
  /** The shop's custom fields, where they are known; `schema` has them, too. */
  readonly customFields?: readonly CustomField[];
  /** Equal texts with equal custom fields have equal ids. */
  readonly id: string;
  /** The shop's version when it was fetched, where known. */
  readonly version?: string;
  /** ISO 8601, where known. */
  readonly fetchedAt?: string;
}

/** Schemas of files and of the user's store; each is read once. */
export class Schemas {
  readonly #io: Io;
  readonly #loaded = new Map<string, Promise<LoadedSchema | undefined>>();

  constructor(io: Io) {
    this.#io = io;
  }

  /**
   * The schema in a file; `title` is what messages call it, `advice` what to do where there is none.
   * @throws {Failure} when there is none, or something else is in it.
   */
  async inFile(file: string, title: string, advice = ''): Promise<LoadedSchema> {
    const schema = await this.#once(file, () => this.#read(file, title));
    if (schema) return schema;
    throw new Failure(`There is no ${title}. ${advice}`.trim(), file);
  }

  /** The stored schema of a shop's address; undefined where there is none, or a damaged one, which is said. */
  async storedFor(url: string): Promise<LoadedSchema | undefined> {
    return this.#once(url, () => this.#stored(url));
  }

  #once(key: string, load: () => Promise<LoadedSchema | undefined>): Promise<LoadedSchema | undefined> {
    const known = this.#loaded.get(key);
    if (known) return known;
    const loading = load();
    this.#loaded.set(key, loading);
    return loading;
  }

  async #read(file: string, title: string): Promise<LoadedSchema | undefined> {
    const text = await this.#io.files.readText(file);
    return text === null ? undefined : { source: 'file', text, schema: schemaIn(text, title, file), id: idOf(text) };
  }

  async #stored(url: string): Promise<LoadedSchema | undefined> {
    const kept = await this.#io.schemas.read(url);
    if (kept.state === 'none') return undefined;
    try {
      if (kept.state === 'damaged') throw new Failure(kept.message);
      const { text, customFields = [], version, fetchedAt } = kept.schema;
      const schema = withCustomFields(schemaIn(text, `stored schema of ${url}`), customFields);
      const id = idOf(text, customFields);
      return { source: 'stored', text, customFields, schema, id, fetchedAt, ...(version !== null && { version }) };
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.#io.stderr.write(`swcriteria: ${error.message} The bundled schema is used instead.\n`);
      return undefined;
    }
  }
}

/**
 * Reads the text of an entity schema; `title` is what messages call it.
 * @throws {Failure} when it is something else; the sentence says what.
 */
export function schemaIn(text: string, title: string, file?: string): EntitySchema {
  try {
    return parseEntitySchema(text);
  } catch (error) {
    if (error instanceof NotAnEntitySchema) throw new Failure(`The ${title} cannot be used: ${error.message}`, file);
    throw error;
  }
}

function idOf(...content: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
}
