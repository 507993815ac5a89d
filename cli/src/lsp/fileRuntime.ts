import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { DirectiveValues, DocumentContext, SchemaAnswer } from '../../../server/src/protocol.ts';
import { BARE_CONTEXT, type Runtime } from '../../../server/src/runtime.ts';
import { configurationFileName } from '../../../shop/src/configuration/find.ts';
import { Failure } from '../failure.ts';
import type { Io } from '../io/io.ts';
import { pathInConfiguration } from '../project/configurations.ts';
import { findCriteriaFiles } from '../project/findCriteriaFiles.ts';
import type { LoadedSchema } from '../project/schemas.ts';
import { Project, type Surroundings, type SurroundingsOptions } from '../project/surroundings.ts';
import { contextOf } from '../project/world.ts';

/** The language server's world out of files: no editor answers its questions, and the network is never used. */
export class FileRuntime implements Runtime {
  readonly docs: string;
  readonly #io: Io;
  readonly #options: SurroundingsOptions;
  readonly #say: (sentence: string) => void;
  readonly #listeners: (() => void)[] = [];
  readonly #schemas = new Map<string, SchemaAnswer>();
  readonly #watched = new Set<string>();
  readonly #said = new Set<string>();
  #project: Project;

  /** `say` tells people what cannot be used; each sentence once. */
  constructor(options: SurroundingsOptions, io: Io, say: (sentence: string) => void) {
    this.docs = io.product.docs;
    this.#io = io;
    this.#options = options;
    this.#say = say;
    this.#project = new Project(io, options);
    this.#watch(path.join(io.folder, configurationFileName));
  }

  async context(uri: string, directives: DirectiveValues): Promise<DocumentContext> {
    try {
      const surroundings = await this.#project.around(this.#folderOf(uri), directives);
      this.#remember(surroundings);
      return contextOf(surroundings);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (error.file !== undefined) this.#watch(error.file);
      this.#complain(error.message);
      return BARE_CONTEXT;
    }
  }

  async schema(id: string): Promise<SchemaAnswer> {
    return this.#schemas.get(id) ?? { error: `The entity schema ${id} is no longer known.` };
  }

  async criteriaFiles(): Promise<readonly string[]> {
    const { folder, files } = this.#io;
    return (await findCriteriaFiles(folder, files)).map((name) => pathToFileURL(path.join(folder, name)).href);
  }

  async criteriaText(uri: string): Promise<string | null> {
    if (!uri.startsWith('file:')) return null;
    try {
      return await this.#io.files.readText(fileURLToPath(uri));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.#complain(error.message);
      return null;
    }
  }

  onDidChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  #folderOf(uri: string): string {
    return uri.startsWith('file:') ? path.dirname(fileURLToPath(uri)) : this.#io.folder;
  }

  #remember({ configuration, shop, schema }: Surroundings): void {
    if (schema) this.#schemas.set(schema.id, answerOf(schema));
    if (configuration) this.#watch(configuration.path);
    if (this.#options.schema !== undefined) this.#watch(path.resolve(this.#io.folder, this.#options.schema));
    else if (shop?.definition.schema !== undefined)
      this.#watch(pathInConfiguration(shop.definition.schema, shop.configuration));
  }

  #watch(file: string): void {
    if (this.#watched.has(file)) return;
    this.#watched.add(file);
    this.#io.files.watch(file, () => {
      this.#project = new Project(this.#io, this.#options);
      for (const listener of this.#listeners) listener();
    });
  }

  #complain(sentence: string): void {
    if (this.#said.has(sentence)) return;
    this.#said.add(sentence);
    this.#say(sentence);
  }
}

function answerOf({ text, customFields }: LoadedSchema): SchemaAnswer {
  return { text, ...(customFields && { customFields }) };
}
