/** What a shop's answer holds, whichever of its shapes it has. */
export interface AnswerContent {
  /** The rows: objects, or ids of `search-ids`. */
  readonly rows: readonly unknown[];
  /** As the shop says it; null where it does not. */
  readonly total: number | null;
  /** By name, in the order of the answer. */
  readonly aggregations: readonly (readonly [name: string, value: unknown])[];
}

/**
 * Reads an answer: `data` of the Admin API, `elements` of the Store API, a bare list, or a single object, which is
 * shown as one row. PHP sends empty objects as lists. Null for what is no JSON.
 */
export function contentOf(text: string): AnswerContent | null {
  const answer = parsed(text);
  if (answer === undefined) return null;
  if (Array.isArray(answer)) return { rows: answer, total: null, aggregations: [] };
  if (!isRecord(answer)) return { rows: [], total: null, aggregations: [] };
  const rows = [answer.data, answer.elements].find((list) => Array.isArray(list));
  return {
    rows: Array.isArray(rows) ? rows : [answer],
    total: typeof answer.total === 'number' ? answer.total : null,
    aggregations: isRecord(answer.aggregations) ? Object.entries(answer.aggregations) : [],
  };
}

/** Whether a value is an object and no list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An aggregation's result as rows, where it is a list of something: buckets, entities or a map of values. */
export function rowsOfAggregation(value: unknown): readonly unknown[] {
  if (!isRecord(value)) return [value];
  const list = [value.buckets, value.entities].find((entries) => Array.isArray(entries));
  if (Array.isArray(list)) return list.map((row: unknown) => (isRecord(row) ? withoutTechnical(row) : row));
  const { name, ...results } = value;
  return [withoutTechnical(results)];
}

function withoutTechnical(row: Record<string, unknown>): Record<string, unknown> {
  const { extensions, apiAlias, ...rest } = row;
  return rest;
}
