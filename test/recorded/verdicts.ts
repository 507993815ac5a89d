import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/** One recorded request with what a running shop answered; texts of errors are not carried over. */
export interface Verdict {
  readonly id?: string;
  readonly api?: 'store';
  /** Of the Store API. */
  readonly path?: string;
  readonly entity: string;
  readonly property?: string;
  readonly as?: string;
  readonly criteria: unknown;
  readonly status: number;
  readonly errors: readonly { readonly status: string; readonly code: string; readonly pointer: string | null }[];
  readonly total?: number;
  readonly ids?: readonly unknown[];
  readonly aggregations?: unknown;
}

/** The recorded shops; `version` is what the shop says of itself. */
export const RECORDED = [
  { folder: '6.7.6-dev', version: '6.7.6.0', line: '6.7', files: ['bodies', 'searches', 'properties', 'store'] },
  { folder: '6.6.7.1', version: '6.6.7.1', line: '6.6', files: ['bodies', 'properties'] },
  { folder: '6.5.8.14', version: '6.5.8.14', line: '6.5', files: ['bodies', 'properties'] },
  { folder: '6.4.20.2', version: '6.4.20.2', line: '6.4', files: ['bodies', 'properties'] },
] as const;

const DATA = path.join(import.meta.dirname, '..', 'data', 'verdicts');

/** Reads the carried-over verdicts of one recorded file. */
export function readVerdicts(folder: string, file: string): readonly Verdict[] {
  const text = brotliDecompressSync(readFileSync(path.join(DATA, folder, `${file}.jsonl.br`))).toString('utf8');
  return text.split('\n').map((line): Verdict => JSON.parse(line));
}
