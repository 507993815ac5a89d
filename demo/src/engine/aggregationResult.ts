import type { Aggregation, AggregationType } from './aggregationParser.ts';
import type { ResultRow } from './aggregationQuery.ts';
import type { Context } from './context.ts';
import type { Database } from './database.ts';
import { sqlTime } from './duration.ts';
import { bucketKey } from './histogram.ts';
import { type JsonObject, objects } from './json.ts';
import { phpDate } from './phpDate.ts';
import { invalidId, Refused } from './refused.ts';
import type { SqlValue } from './sqlValue.ts';

/** What results need besides rows: entities by their ids, for the aggregation `entity`. */
export interface ResultContext {
  readonly database: Database;
  readonly context: Context;
  readEntities(entity: string, ids: readonly string[]): readonly JsonObject[];
}

type Result = JsonObject;

/** The name and the result of an aggregation; a filter aggregation shows up under the name of the one inside. */
export function resultOf<Type extends AggregationType>(
  context: ResultContext,
  aggregation: Aggregation<Type>,
  rows: readonly ResultRow[],
): readonly [string, Result] {
  return RESULTS[aggregation.type](context, aggregation, rows);
}

/** How each type's rows become its result: one entry a type (reference, section 4). */
const RESULTS: {
  readonly [Type in AggregationType]: (
    context: ResultContext,
    aggregation: Aggregation<Type>,
    rows: readonly ResultRow[],
  ) => readonly [string, Result];
} = {
  // Numbers; over no rows 0.
  avg: (_, { name }, rows) => [name, { name, avg: number(rows[0]?.get(name)) }],
  sum: (_, { name }, rows) => [name, { name, sum: number(rows[0]?.get(name)) }],
  count: (_, { name }, rows) => [name, { name, count: number(rows[0]?.get(name)) }],
  // Texts; over no rows null.
  min: (_, { name }, rows) => [name, { name, min: rows[0]?.get(name) ?? null }],
  max: (_, { name }, rows) => [name, { name, max: rows[0]?.get(name) ?? null }],
  stats(_, { name }, rows) {
    const of = (part: string) => rows[0]?.get(`${name}.${part}`) ?? null;
    return [name, { name, min: of('min'), max: of('max'), avg: of('avg'), sum: of('sum') }];
  },
  range(_, { name, ranges }, rows) {
    const counts = ranges.map(({ key }) => [key, number(rows[0]?.get(`${name}.${key}`))]);
    return [name, { name, ranges: Object.fromEntries(counts) }];
  },
  entity(context, { name, definition }, rows) {
    const ids = rows.flatMap((row) => row.get(name) || []).map(String);
    return [name, { name, entities: ids.length === 0 ? [] : entitiesOf(context, definition, ids) }];
  },
  terms(context, { name, nested }, rows) {
    return [name, { name, buckets: buckets(context, name, nested, rows, (key) => key) }];
  },
  histogram(context, { name, nested, interval, format }, rows) {
    // NULL becomes the bucket of today (reference, section 4).
    const today = sqlTime(context.context.now);
    const keyOf = (date: string) =>
      format === undefined ? bucketKey(interval, date || today) : phpDate(format, date || today);
    return [name, { name, buckets: buckets(context, name, nested, rows, keyOf) }];
  },
  filter: (context, { nested }, rows) => resultOf(context, nested, rows),
};

function buckets(
  context: ResultContext,
  name: string,
  nested: Aggregation | undefined,
  rows: readonly ResultRow[],
  keyOf: (value: string) => string,
): readonly JsonObject[] {
  const grouped = groupedBy(rows, `${name}.key`);
  return [...grouped].map(([value, members]) => {
    const count = members.reduce((sum, row) => sum + number(row.get(`${name}.count`)), 0);
    const bucket = { key: keyOf(value), count };
    if (!nested) return bucket;
    const [nestedName, result] = resultOf(context, nested, members);
    return { ...bucket, [nestedName]: nestedForm(result) };
  });
}

/** Inside a bucket a result has `extensions` and no alias, and so have its buckets (reference, section 4). */
function nestedForm(result: Result): Result {
  const { buckets: inner } = result;
  if (inner === undefined) return { extensions: [], ...result };
  return { extensions: [], ...result, buckets: objects(inner).map((bucket) => ({ extensions: [], ...bucket })) };
}

/** At the top a result has its alias, and so have its buckets. */
export function topForm(name: string, result: Result): Result {
  const { buckets: inner } = result;
  const apiAlias = `${name}_aggregation`;
  if (inner === undefined) return { ...result, apiAlias };
  return {
    ...result,
    buckets: objects(inner).map((bucket) => ({ ...bucket, apiAlias: 'aggregation_bucket' })),
    apiAlias,
  };
}

function groupedBy(rows: readonly ResultRow[], key: string): ReadonlyMap<string, readonly ResultRow[]> {
  const groups = new Map<string, ResultRow[]>();
  for (const row of rows) {
    const value = String(row.get(key) ?? '');
    const members = groups.get(value);
    if (members) members.push(row);
    else groups.set(value, [row]);
  }
  return groups;
}

function entitiesOf(context: ResultContext, definition: string, ids: readonly string[]): readonly JsonObject[] {
  if (!context.database.schema.has(definition)) {
    const detail = `EntityRepository for entity "${definition}" does not exist.`;
    throw new Refused(400, 'FRAMEWORK__EntityRepository_NOT_FOUND', detail, { entityName: definition });
  }
  if (context.database.schema.isMapping(definition)) {
    throw new Refused(
      500,
      'FRAMEWORK__MAPPING_ENTITY_DEFINITION_CLASSES',
      'Mapping definition neither have entities nor collection.',
    );
  }
  const odd = ids.find((id) => id.length % 2 === 1);
  if (odd !== undefined) throw invalidId(odd);
  return context.readEntities(definition, ids);
}

function number(value: SqlValue | undefined): number {
  return Number(value ?? 0);
}
