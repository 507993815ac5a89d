import { isRecord, type JsonRecord } from '../json.ts';

/** A row of a shop: whatever its entity, the shop's version and its plugins give it. */
export type Row = JsonRecord;

/** What an answer holds, whichever of its shapes it has (reference, section 6). */
export interface Rows {
  readonly rows: readonly Row[];
  /** As the shop says it, which depends on `total-count-mode`; null where it says none. */
  readonly total: number | null;
  /** By name; empty where none were asked for. */
  readonly aggregations: JsonRecord;
}

/** Reads an answer: `data` of the Admin API, `elements` of the Store API, a bare list, else one object as one row. */
export function rowsOf(json: unknown): Rows {
  if (Array.isArray(json)) return { rows: json.filter(isRecord), total: null, aggregations: {} };
  if (!isRecord(json)) return { rows: [], total: null, aggregations: {} };
  const { data, elements, total, aggregations } = json;
  const content = data ?? elements ?? json;
  return {
    rows: (Array.isArray(content) ? content : [content]).filter(isRecord),
    total: typeof total === 'number' ? total : null,
    aggregations: isRecord(aggregations) ? aggregations : {},
  };
}
