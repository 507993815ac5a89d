import path from 'node:path';
import type { Answer, SentRequest } from '../../../shop/src/index.ts';
import type { Io } from '../io/io.ts';
import { plain, styleFor } from '../terminal/style.ts';
import { bytesOf } from '../terminal/words.ts';
import type { RunFlags } from './flags.ts';
import { formatOfFile, runFormats } from './formats/index.ts';

/**
 * Prints an answer on standard output, or writes it into a file.
 * @throws {Failure} when the file cannot be written.
 */
export async function printAnswer(answer: Answer, { format, out }: RunFlags, io: Io): Promise<void> {
  if (out === undefined) {
    const shown = { style: styleFor(io.stdout, io.environment), width: io.stdout.columns };
    io.stdout.write(runFormats[format ?? 'table'](answer, shown));
    return;
  }
  const text = runFormats[format ?? formatOfFile(out) ?? 'table'](answer, { style: plain, width: undefined });
  await io.files.writeText(path.resolve(io.folder, out), text);
  io.stderr.write(`swcriteria: ${bytesOf(Buffer.byteLength(text))} written to ${out}.\n`);
}

/** A request as it was sent, as HTTP writes it; its secrets are hidden already. */
export function requestText({ method, url, headers, body }: SentRequest): string {
  const lines = [`${method} ${url}`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)];
  return `${lines.join('\n')}\n\n${body === null ? '' : `${body.trim()}\n\n`}`;
}
