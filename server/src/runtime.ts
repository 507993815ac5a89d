import type { DirectiveValues, DocumentContext, InitializationOptions, SchemaAnswer } from './protocol.ts';

/** What the server needs from outside: it reads no files, asks no shop and keeps no clock. */
export interface Runtime {
  /** Where the pages about rules lie: a URL that ends with a slash. Without it diagnostics link to none. */
  readonly docs?: string;
  /** Told once, before anything is asked. */
  begin?(options: InitializationOptions): void;
  /** The shop, schema, version and rules of a document. */
  context(uri: string, directives: DirectiveValues): Promise<DocumentContext>;
  /** The schema that a context named; not asked for `bundled:…`. */
  schema(id: string): Promise<SchemaAnswer>;
  /** URIs of the criteria files of the workspace. */
  criteriaFiles(): Promise<readonly string[]>;
  /** The saved text of one of them; null where it cannot be read. */
  criteriaText(uri: string): Promise<string | null>;
  /** Calls back when contexts, schemas or files are no longer what they were. */
  onDidChange(listener: () => void): void;
}

/** A world without shops: every document is checked against the bundled schema of the newest version. */
export const BARE_CONTEXT: DocumentContext = { shops: [], rules: {} };
