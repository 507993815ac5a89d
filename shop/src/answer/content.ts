import { isRecord, type JsonRecord } from '../json.ts';

/** What an answer holds, whichever of its shapes it has (reference, section 6). */
export interface Content {
  /** Objects, or the ids of `search-ids`. */
  readonly rows: readonly unknown[];
  /** As the shop says it, which depends on `total-count-mode`; null where it says none. */
  readonly total: number | null;
  /** By name, in the order of the answer. */
  readonly aggregations: readonly (readonly [name: string, value: unknown])[];
}

/**
 * Reads an answer: `data` of the Admin API, `elements` of the Store API, a bare list, else one object as one row.
 * PHP sends empty objects as lists.
 */
export function contentOf(json: unknown): Content {
  if (Array.isArray(json)) return { rows: json, total: null, aggregations: [] };
  if (!isRecord(json)) return { rows: [], total: null, aggregations: [] };
  const { data, elements, total, aggregations } = json;
  const content = data ?? elements ?? json;
  return {
    rows: Array.isArray(content) ? content : [content],
    total: typeof total === 'number' ? total : null,
    aggregations: isRecord(aggregations) ? Object.entries(aggregations) : [],
  };
}

/** An aggregation's result as rows: its buckets or entities, else its values as one row; what is technical left out. */
export function rowsOfAggregation(value: unknown): readonly unknown[] {
  if (!isRecord(value)) return [value];
  const { buckets, entities } = value;
  if (Array.isArray(buckets)) return buckets.map(bucketOf);
  return Array.isArray(entities) ? entities.map(withoutTechnical) : [resultOf(value)];
}

/** The keys of all rows, in the order in which they appear; one empty key for rows that are plain values. */
export function keysOf(rows: readonly unknown[]): readonly string[] {
  const keys = new Set<string>();
  for (const row of rows) for (const key of isRecord(row) ? Object.keys(row) : ['']) keys.add(key);
  return [...keys];
}

/** The value of a row under a key of `keysOf`. */
export function valueIn(row: unknown, key: string): unknown {
  if (isRecord(row)) return row[key];
  return key === '' ? row : undefined;
}

/** A bucket says the name of an aggregation below it twice: as its key, and in its value. */
function bucketOf(bucket: unknown): unknown {
  if (!isRecord(bucket)) return bucket;
  const entries = Object.entries(withoutTechnical(bucket));
  return Object.fromEntries(entries.map(([key, part]) => [key, isRecord(part) ? resultOf(part) : part]));
}

function resultOf({ name: _, ...values }: JsonRecord): JsonRecord {
  return withoutTechnical(values);
}

function withoutTechnical<T>(row: T): T | JsonRecord {
  if (!isRecord(row)) return row;
  const { extensions: _, apiAlias: __, ...rest } = row;
  return rest;
}
