import path from 'node:path';
import type { StoredSchema } from '../../shop/src/index.ts';
import type { Files, FolderEntry, Io, Output } from '../src/io/io.ts';
import { runCommandLine } from '../src/program.ts';

/** What a spec puts around a command. */
export interface Surroundings {
  /** Texts by their paths, from the current folder `/work`. */
  readonly files?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly stored?: StoredSchema;
  readonly isTerminal?: boolean;
  /** What is typed while the command runs, at once. */
  readonly typed?: readonly string[];
}

/** What a command did. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** The files afterwards, as they were given. */
  readonly files: Readonly<Record<string, string>>;
}

const folder = '/work';

/** The outside of a command, in memory. */
export interface MemoryIo {
  readonly io: Io & { readonly stdout: Recorded; readonly stderr: Recorded };
  /** By absolute paths. */
  readonly files: Map<string, string>;
  /** Tells those who watch a file. */
  readonly changed: (file: string) => void;
}

/** Makes the outside of a command. */
export function memoryIo(surroundings: Surroundings = {}): MemoryIo {
  const { isTerminal = false, environment = {}, stdin = '' } = surroundings;
  const files = new Map(
    Object.entries(surroundings.files ?? {}).map(([name, text]) => [path.posix.resolve(folder, name), text]),
  );
  const watchers: { readonly file: string; readonly changed: () => void }[] = [];
  const io = {
    folder,
    environment,
    stdout: new Recorded(isTerminal),
    stderr: new Recorded(isTerminal),
    files: memoryFiles(files, (file, changed) => void watchers.push({ file, changed })),
    schemas: storeOf(surroundings.stored),
    product: { version: '1.2.3', docs: 'file:///package/docs/rules/' },
    readStdin: async () => stdin,
    onTyped: (told: (line: string) => void) => surroundings.typed?.forEach(told),
    now: () => new Date('2026-11-21T10:00:00Z'),
    interrupted: async () => {},
    blocking: <Result>(work: () => Result) => work(),
  };
  const changed = (file: string) => {
    for (const watcher of watchers) if (watcher.file === file) watcher.changed();
  };
  return { io, files, changed };
}

/** Runs a command line in a world of its own. */
export async function run(args: readonly string[], surroundings: Surroundings = {}): Promise<Ran> {
  const { io, files } = memoryIo(surroundings);
  const code = await runCommandLine(args, io);
  const afterwards = [...files].map(([file, text]) => [path.posix.relative(folder, file), text]);
  return { code, stdout: io.stdout.text, stderr: io.stderr.text, files: Object.fromEntries(afterwards) };
}

class Recorded implements Output {
  text = '';
  readonly isTerminal: boolean;
  readonly columns: number | undefined;

  constructor(isTerminal: boolean) {
    this.isTerminal = isTerminal;
    this.columns = isTerminal ? 80 : undefined;
  }

  write(text: string): void {
    this.text += text;
  }
}

/** Files in memory; folders are there as far as files stand in them. */
function memoryFiles(files: Map<string, string>, watch: Files['watch']): Files {
  const isFolder = (name: string) => [...files.keys()].some((file) => file.startsWith(name === '/' ? '/' : `${name}/`));
  return {
    kindOf: async (name) => (files.has(name) ? 'file' : isFolder(name) ? 'folder' : undefined),
    readText: async (file) => files.get(file) ?? null,
    writeText: async (file, text) => void files.set(file, text),
    list: async (name) => entriesIn(name, files),
    watch,
  };
}

function entriesIn(name: string, files: ReadonlyMap<string, string>): readonly FolderEntry[] {
  const entries = new Map<string, FolderEntry>();
  for (const file of files.keys()) {
    const [first, ...below] = path.posix.relative(name, file).split('/');
    if (first === undefined || first === '..') continue;
    entries.set(first, { name: first, kind: below.length > 0 ? 'folder' : 'file' });
  }
  return [...entries.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function storeOf(stored: StoredSchema | undefined): Io['schemas'] {
  const kept = new Map(stored ? [[stored.url, stored]] : []);
  return {
    read: async (url) => {
      const schema = kept.get(url);
      return schema ? { state: 'stored', schema } : { state: 'none' };
    },
    write: async (schema) => void kept.set(schema.url, schema),
    remove: async (url) => void kept.delete(url),
  };
}
