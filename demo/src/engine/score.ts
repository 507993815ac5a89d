import { type Column, columnOf } from './column.ts';
import type { Condition } from './condition.ts';
import { combined } from './condition.ts';
import type { Criteria, ScoreQuery } from './criteria.ts';
import type { Combination } from './joins.ts';
import type { Query } from './query.ts';
import { termQueries } from './term.ts';

/** How well a combination meets `term` and `query`. */
export interface Score {
  /** Rows whose average is below are dropped: the lowest score that was given. */
  readonly minimum: number;
  /** Null where a `scoreField` is NULL. */
  of(combination: Combination): number | null;
}

interface Scored {
  readonly condition: Condition;
  readonly score: number;
  readonly factor: Column | undefined;
}

/** All score queries of a criteria: those of the body and those of its term. */
export function scoreQueries(query: Query, criteria: Criteria): readonly ScoreQuery[] {
  if (criteria.term === '') return criteria.queries;
  const { database, context, joins } = query;
  return [...criteria.queries, ...termQueries(database, context, joins.root.entity, criteria.term)];
}

/** Makes the query keep only rows that meet one of the score queries; undefined where there is none. */
export function addScore(query: Query, criteria: Criteria): Score | undefined {
  const asked = scoreQueries(query, criteria);
  const scored = asked.flatMap((one) => scoredQuery(query, one));
  if (scored.length === 0) return undefined;
  query.addCondition(
    combined(
      'OR',
      false,
      scored.map((one) => one.condition),
    ),
  );
  return { minimum: Math.min(...asked.map((one) => one.score)), of: (combination) => sum(scored, combination) };
}

function scoredQuery(query: Query, { filter, score, scoreField }: ScoreQuery): readonly Scored[] {
  const condition = query.condition(filter);
  if (!condition) return [];
  return [{ condition, score, factor: scoreField === undefined ? undefined : columnOf(query, scoreField, 'score') }];
}

function sum(scored: readonly Scored[], combination: Combination): number | null {
  let total = 0;
  for (const { condition, score, factor } of scored) {
    if (condition(combination) !== true) continue;
    const times = factor ? factor.read(combination) : 1;
    if (times === null) return null;
    total += score * Number(times);
  }
  return total;
}
