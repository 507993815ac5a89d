import { csv } from './csv.ts';
import type { Format } from './format.ts';
import { json } from './json.ts';
import { ndjson } from './ndjson.ts';
import { raw } from './raw.ts';
import { table } from './table.ts';

/** The formats of `run --format`: adding one is a file and a line here. */
export const runFormats = { table, json, ndjson, csv, raw } satisfies Readonly<Record<string, Format>>;

export type RunFormat = keyof typeof runFormats;

/** The format that the name of a file tells. */
export function formatOfFile(file: string): RunFormat | undefined {
  const extension = /\.(json|ndjson|csv)$/i.exec(file)?.[1]?.toLowerCase();
  return extension === 'json' || extension === 'ndjson' || extension === 'csv' ? extension : undefined;
}
