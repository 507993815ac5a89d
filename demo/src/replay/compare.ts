import { type Aggregation, parseAggregations } from '../engine/aggregationParser.ts';
import { isJsonList, isJsonObject, type Json, type JsonObject, objects } from '../engine/json.ts';
import { RECORDED_AT } from './recording.ts';

/**
 * Whether two results of the aggregations of a body are the same. Buckets that sort equal may swap: the database gives
 * them in no fixed order. Entities are compared by their ids, where the recording kept them.
 */
export function sameAggregations(raw: Json | undefined, recorded: JsonObject, own: JsonObject): boolean {
  const aggregations = parseAggregations(raw, RECORDED_AT).map(innermost);
  return aggregations.every((aggregation) => {
    const one = recorded[aggregation.name];
    const other = own[aggregation.name];
    return isJsonObject(one) && isJsonObject(other) && sameText(inOrder(aggregation, one), inOrder(aggregation, other));
  });
}

function innermost(aggregation: Aggregation): Aggregation {
  return aggregation.type === 'filter' ? innermost(aggregation.nested) : aggregation;
}

/** A result with its unordered buckets in an order of ours. */
function inOrder(aggregation: Aggregation, result: JsonObject): JsonObject {
  if (aggregation.type === 'entity') return { ...result, entities: entityIds(result.entities) };
  if (aggregation.type !== 'terms' && aggregation.type !== 'histogram') return result;
  const nested = aggregation.nested && innermost(aggregation.nested);
  const buckets = objects(result.buckets).map((bucket) => {
    const inner = nested && bucket[nested.name];
    return nested && isJsonObject(inner) ? { ...bucket, [nested.name]: inOrder(nested, inner) } : bucket;
  });
  const texts = buckets.map((bucket) => JSON.stringify(bucket)).sort();
  const counts = aggregation.sorting?.field === '_count' ? buckets.map(({ count }) => count ?? null) : [];
  return { ...result, buckets: texts, counts };
}

/** Entities of base data were recorded without their ids; when they were made tells them apart as well. */
function entityIds(entities: Json | undefined): Json {
  return objects(entities)
    .map((entity) => String(entity.createdAt))
    .sort();
}

function sameText(one: JsonObject, other: JsonObject): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: Json): Json {
  if (isJsonList(value)) return value.map(sorted);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  );
}

/**
 * Whether the ids are the same: in order where the sorting is unique, because it ends with the id; else as a set.
 * Where a count left one row of everything, it may be any (reference, section 2.4).
 */
export function sameIds(criteria: JsonObject, recorded: readonly string[], own: readonly string[]): boolean {
  const sortings = objects(criteria.sort);
  if (sortings.some(({ type }) => type === 'count') && recorded.length === 1) return own.length === 1;
  const isUnique = sortings.at(-1)?.field === 'id' || criteria.ids !== undefined;
  if (isUnique) return recorded.join() === own.join();
  return [...recorded].sort().join() === [...own].sort().join();
}
