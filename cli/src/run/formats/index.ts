import { csv } from './csv.ts';
import type { Format } from './format.ts';
import { json } from './json.ts';
import type { RunFormat } from './names.ts';
import { ndjson } from './ndjson.ts';
import { raw } from './raw.ts';
import { table } from './table.ts';

/** The formats of `run --format`: adding one is a file, its name, and a line here. */
export const runFormats: Readonly<Record<RunFormat, Format>> = { table, json, ndjson, csv, raw };

/** The format that the name of a file tells. */
export function formatOfFile(file: string): RunFormat | undefined {
  const extension = /\.(json|ndjson|csv)$/i.exec(file)?.[1]?.toLowerCase();
  return extension === 'json' || extension === 'ndjson' || extension === 'csv' ? extension : undefined;
}
