/** What a shop's answer holds, whichever of its shapes it has. */
export interface Content {
  /** Objects, or the ids of `search-ids`. */
  readonly rows: readonly unknown[];
  /** As the shop says it; null where it does not. */
  readonly total: number | null;
  /** By name, in the order of the answer. */
  readonly aggregations: readonly (readonly [name: string, value: unknown])[];
}

/** Reads an answer: `data` of the Admin API, `elements` of the Store API, a bare list, else one object as one row. */
export function contentOf(answer: unknown): Content {
  if (Array.isArray(answer)) return { rows: answer, total: null, aggregations: [] };
  if (!isRecord(answer)) return { rows: [], total: null, aggregations: [] };
  const rows = [answer.data, answer.elements].find((list): list is unknown[] => Array.isArray(list)) ?? [answer];
  const { total, aggregations } = answer;
  return {
    rows,
    total: typeof total === 'number' ? total : null,
    aggregations: isRecord(aggregations) ? Object.entries(aggregations) : [],
  };
}

/** An aggregation's result as rows: its buckets or entities, else its values as one row. */
export function rowsOfAggregation(value: unknown): readonly unknown[] {
  if (!isRecord(value)) return [value];
  if (Array.isArray(value.entities)) return value.entities;
  return Array.isArray(value.buckets) ? value.buckets.map(withoutNames) : [valuesOf(value)];
}

/** A bucket says the name of an aggregation below it twice: as its key, and in its value. */
function withoutNames(bucket: unknown): unknown {
  if (!isRecord(bucket)) return bucket;
  return Object.fromEntries(Object.entries(bucket).map(([key, part]) => [key, isRecord(part) ? valuesOf(part) : part]));
}

function valuesOf({ extensions: _, apiAlias: __, name: ___, ...values }: Readonly<Record<string, unknown>>) {
  return values;
}

/** The keys of all rows, in the order in which they appear; one empty key for rows that are plain values. */
export function keysOf(rows: readonly unknown[]): readonly string[] {
  const keys = new Set(rows.flatMap((row) => (isRecord(row) ? Object.keys(row) : [''])));
  return [...keys];
}

/** The value of a row under a key of `keysOf`. */
export function valueIn(row: unknown, key: string): unknown {
  if (isRecord(row)) return row[key];
  return key === '' ? row : undefined;
}

/** Whether a value is an object and no list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
