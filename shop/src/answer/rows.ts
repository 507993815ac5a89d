import { isRecord, type JsonRecord } from '../json.ts';
import { contentOf } from './content.ts';

/** A row of a shop: whatever its entity, the shop's version and its plugins give it. */
export type Row = JsonRecord;

/** What an answer with objects holds. */
export interface Rows {
  readonly rows: readonly Row[];
  /** As the shop says it, which depends on `total-count-mode`; null where it says none. */
  readonly total: number | null;
  /** By name; empty where none were asked for. */
  readonly aggregations: JsonRecord;
}

/** Reads an answer whose rows are objects; ids are left out. */
export function rowsOf(json: unknown): Rows {
  const { rows, total, aggregations } = contentOf(json);
  return { rows: rows.filter(isRecord), total, aggregations: Object.fromEntries(aggregations) };
}
