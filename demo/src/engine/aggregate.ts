import type { Aggregation } from './aggregationParser.ts';
import { AggregationQuery } from './aggregationQuery.ts';
import { type ResultContext, resultOf, topForm } from './aggregationResult.ts';
import { ROOT } from './combination.ts';
import type { Criteria } from './criteria.ts';
import type { Row, Table } from './database.ts';
import { leaf } from './formula.ts';
import { pathOfAggregation } from './joinGroups.ts';
import type { JsonObject } from './json.ts';
import { Query } from './query.ts';
import { addScore } from './score.ts';

/** All aggregations of a criteria by name; of two results with one name the last stays. */
export function aggregate(context: ResultContext, table: Table, criteria: Criteria): JsonObject {
  const results = new Map<string, JsonObject>();
  for (const aggregation of criteria.aggregations) {
    const rows = aggregationQuery(context, table, criteria, aggregation).rows();
    const [name, result] = resultOf(context, aggregation, rows);
    results.set(name, topForm(name, result));
  }
  return Object.fromEntries(results);
}

/** Filters, ids, `term` and `query` apply; post-filter, sorting, paging and grouping do not (reference, section 4). */
function aggregationQuery(
  context: ResultContext,
  table: Table,
  criteria: Criteria,
  aggregation: Aggregation,
): AggregationQuery {
  const query = new Query(context.database, context.context, table);
  const field = fieldOf(aggregation);
  const toMany = field === undefined ? undefined : pathOfAggregation(query, field);
  query.addFilters(criteria.filters, toMany === undefined ? [] : [toMany]);
  const scored = rowsWithScore(context, table, criteria, toMany);
  const ids = new Set(
    criteria.ids.map((id) => (typeof id === 'string' ? id.toLowerCase() : Object.values(id).join('-'))),
  );
  const restrict = (isWanted: (row: Row) => boolean): void => {
    query.addCondition(leaf(ROOT, ([row]) => row !== null && row !== undefined && isWanted(row)));
  };
  if (scored) restrict((row) => scored.has(row));
  if (ids.size > 0) restrict((row) => ids.has(table.keyOf(row)));
  return new AggregationQuery(query, aggregation);
}

/** The rows that `term` and `query` leave over; undefined where there are none of them. */
function rowsWithScore(
  { database, context }: ResultContext,
  table: Table,
  criteria: Criteria,
  toMany: string | undefined,
): ReadonlySet<Row> | undefined {
  const query = new Query(database, context, table);
  query.addFilters(criteria.filters, toMany === undefined ? [] : [toMany]);
  const score = addScore(query, criteria);
  if (!score) return undefined;
  const sums = new Map<Row, { sum: number; times: number }>();
  const walk = query.asking({ asked: score.asked, told: [ROOT, ...score.told] });
  walk.visitAll(table.rows, (combination, { times, truths }) => {
    const row = combination[ROOT];
    if (!row) return;
    const seen = sums.get(row) ?? { sum: 0, times: 0 };
    sums.set(row, { sum: seen.sum + times * (score.of(combination, truths) ?? 0), times: seen.times + times });
  });
  return new Set([...sums].filter(([, { sum, times }]) => sum / times >= score.minimum).map(([row]) => row));
}

/** The field of an aggregation; a filter aggregation speaks for the one inside. */
function fieldOf(aggregation: Aggregation): string | undefined {
  return aggregation.type === 'filter' ? fieldOf(aggregation.nested) : aggregation.field;
}
