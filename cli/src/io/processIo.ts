import { homedir } from 'node:os';
import { buffer } from 'node:stream/consumers';
import { createSchemaStore } from '../../../shop/src/schemaStore.ts';
import { schemaFolder } from './dataFolder.ts';
import { decodeText } from './decode.ts';
import { diskFiles } from './diskFiles.ts';
import type { Io, Output, Product } from './io.ts';

/** The outside of a real process. */
export function processIo(product: Product): Io {
  const environment = process.env;
  return {
    folder: process.cwd(),
    environment,
    stdout: outputTo(process.stdout),
    stderr: outputTo(process.stderr),
    files: diskFiles,
    schemas: createSchemaStore(schemaFolder({ platform: process.platform, home: homedir(), environment })),
    readStdin: async () => decodeText(await buffer(process.stdin), 'The standard input'),
    onTyped,
    now: () => new Date(),
    product,
    interrupted,
    blocking,
  };
}

function onTyped(told: (line: string) => void): void {
  if (process.stdin.isTTY) void readLines(process.stdin, told);
}

async function readLines(stdin: typeof process.stdin, told: (line: string) => void): Promise<void> {
  const { createInterface } = await import('node:readline');
  createInterface({ input: stdin }).on('line', told);
  // Waiting for a line does not keep the program alive.
  stdin.unref();
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Who waits for the end: told by Ctrl+C, a signal, or the end of the program that holds a channel to this one. */
let waiting: (() => void) | undefined;

async function interrupted(): Promise<void> {
  await new Promise<void>((resolve) => {
    waiting = resolve;
    listenForSignals();
    process.once('disconnect', resolve);
  });
  leaveSignals();
  waiting = undefined;
  // An open channel would keep this process alive.
  if (process.connected) process.disconnect();
}

/** A signal that somebody listens for ends nothing by itself, and while the work lasts nobody hears of it. */
function blocking<Result>(work: () => Result): Result {
  leaveSignals();
  try {
    return work();
  } finally {
    listenForSignals();
  }
}

function listenForSignals(): void {
  if (waiting) for (const signal of SIGNALS) process.on(signal, waiting);
}

function leaveSignals(): void {
  if (waiting) for (const signal of SIGNALS) process.off(signal, waiting);
}

/** A reader that went away (`swcriteria … | head`) is no failure: the rest of the output is dropped. */
function outputTo(stream: NodeJS.WriteStream): Output {
  let open = true;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    open = false;
  });
  return {
    write: (text) => {
      if (open) stream.write(text);
    },
    isTerminal: stream.isTTY === true,
    columns: stream.isTTY === true ? stream.columns : undefined,
  };
}
