import { isRecord, naming, technicalKeys } from '../../../../../shop/src/answer/index.ts';
import { cellOf } from './cell.ts';

/** A column of the table. */
export interface Column {
  /** The key of the rows; empty for rows that are plain values. */
  readonly key: string;
  /** In pixels, from what the first rows hold. */
  readonly width: number;
  /** No row holds anything in it. */
  readonly empty: boolean;
}

const sample = 60;
const narrowest = 64;
const widest = 320;
const ofId = 120;
const perCharacter = 7.3;
/** Headers are bold, and have a grip at their end. */
const ofHeader = 1.2;
const padding = 22;

/**
 * The columns that the rows hold. Keys that the request's `includes` name come in that order; otherwise the id and what
 * names a row come first, technical keys last.
 */
export function columnsOf(rows: readonly unknown[], includes: readonly string[] = []): Column[] {
  const keys = new Set<string>();
  for (const row of rows) {
    if (isRecord(row)) for (const key of Object.keys(row)) keys.add(key);
  }
  if (keys.size === 0) return rows.length === 0 ? [] : [columnOf('', rows)];
  const rank = (key: string) => rankOf(key, includes);
  return [...keys].sort((a, b) => rank(a) - rank(b)).map((key) => columnOf(key, rows));
}

/** The value of a row in a column. */
export function valueIn(row: unknown, key: string): unknown {
  if (key === '') return row;
  return isRecord(row) ? row[key] : undefined;
}

/** The keys that a request's body includes for the rows: of their apiAlias, else of the only one that is named. */
export function includedKeys(body: string | null, rows: readonly unknown[]): readonly string[] {
  const first = rows.find(isRecord);
  const request = parsed(body ?? '');
  if (first === undefined || !isRecord(request) || !isRecord(request.includes)) return [];
  const alias = first.apiAlias;
  const lists = Object.entries(request.includes).flatMap(([name, keys]) =>
    Array.isArray(keys) ? [{ name, keys }] : [],
  );
  const own = lists.find(({ name }) => name === alias) ?? (lists.length === 1 ? lists[0] : bestFit(lists, first));
  return own?.keys.filter((key) => typeof key === 'string') ?? [];
}

/** Rows of the Admin API carry no apiAlias when it is not included: take the list that the row fulfils best. */
function bestFit<List extends { readonly keys: readonly unknown[] }>(
  lists: readonly List[],
  row: Record<string, unknown>,
): List | undefined {
  const matches = ({ keys }: List) => keys.filter((key) => typeof key === 'string' && Object.hasOwn(row, key)).length;
  return [...lists].sort((a, b) => matches(b) - matches(a))[0];
}

function rankOf(key: string, includes: readonly string[]): number {
  const included = includes.indexOf(key);
  if (included >= 0) return included;
  if (technicalKeys.has(key)) return 3000;
  if (key === 'id') return 1000;
  const named = naming.indexOf(key);
  return named >= 0 ? 1001 + named : 2000;
}

function columnOf(key: string, rows: readonly unknown[]): Column {
  const cells = rows.slice(0, sample).map((row) => cellOf(valueIn(row, key)));
  const ids = cells.some(({ kind }) => kind === 'id');
  const characters = Math.max(
    key.length * ofHeader,
    ...cells.map(({ text, mark }) => text.length + (mark ? mark.length + 1 : 0)),
  );
  const wanted = Math.round(characters * perCharacter + padding);
  const width = Math.min(Math.max(wanted, narrowest), ids ? ofId : widest);
  return { key, width, empty: rows.every((row) => isEmpty(valueIn(row, key))) };
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
