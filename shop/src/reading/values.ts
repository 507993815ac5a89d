import type { Row } from '../answer/rows.ts';
import { isRecord, type JsonRecord } from '../json.ts';

/** A text of a row; null for anything else. */
export function textIn(row: JsonRecord, key: string): string | null {
  const value = row[key];
  return typeof value === 'string' ? value : null;
}

/** A text in the language of the request: what is not translated into it stands below `translated`. */
export function translatedIn(row: Row, key: string): string | null {
  return textIn(row, key) ?? textIn(recordIn(row, 'translated'), key);
}

/** An object of a row; empty for anything else. */
export function recordIn(row: JsonRecord, key: string): JsonRecord {
  const value = row[key];
  return isRecord(value) ? value : {};
}

/** The objects of a list of a row. */
export function recordsIn(row: JsonRecord, key: string): readonly JsonRecord[] {
  const value = row[key];
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** The order in which people look for a name. */
export function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name.localeCompare(b.name);
}
