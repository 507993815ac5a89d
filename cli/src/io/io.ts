import type { SchemaStore } from '../../../shop/src/index.ts';

/** Everything of the outside that commands touch; handed in, so that specs can watch it. */
export interface Io {
  /** The current folder: where relative paths start. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly files: Files;
  /** The schemas kept in the user's data folder. */
  readonly schemas: SchemaStore;
  /** The whole standard input. Rejects with a `Failure` when it is no UTF-8. */
  readStdin(): Promise<string>;
  /** Calls back with each line that a person types while the program runs; never where no terminal is at its input. */
  onTyped(told: (line: string) => void): void;
  now(): Date;
  readonly product: Product;
  /** Resolves when somebody wants a command to end that does not end by itself. */
  interrupted(): Promise<void>;
  /** Does work that may take long without a pause. Until it is done an interruption ends the program at once. */
  blocking<Result>(work: () => Result): Result;
}

/** The package that the program came in. */
export interface Product {
  readonly version: string;
  /** The URL of the folder with the pages about rules; ends with a slash. */
  readonly docs: string;
}

export interface Output {
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Characters in a line; undefined where the output is no terminal. */
  readonly columns: number | undefined;
}

/** What commands do with files. Paths are absolute; everything rejects with a `Failure` only. */
export interface Files {
  kindOf(path: string): Promise<'file' | 'folder' | undefined>;
  /** The text without byte order mark; null where there is no such file. */
  readText(file: string): Promise<string | null>;
  /** In the order of their names. */
  list(folder: string): Promise<readonly FolderEntry[]>;
  /** Makes the folders that are missing. */
  writeText(file: string, text: string): Promise<void>;
  /** Calls back when a file appears, changes or goes away. Does nothing where its folder cannot be watched. */
  watch(file: string, changed: () => void): void;
}

export interface FolderEntry {
  readonly name: string;
  /** Links count as files: folders behind them are not entered. */
  readonly kind: 'file' | 'folder';
}
