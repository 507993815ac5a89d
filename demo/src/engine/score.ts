import { type Column, columnOf } from './column.ts';
import type { Combination } from './combination.ts';
import type { Truth } from './condition.ts';
import type { Criteria, ScoreQuery } from './criteria.ts';
import type { Formula } from './formula.ts';
import type { Query } from './query.ts';
import { termQueries } from './term.ts';

/** How well a combination meets `term` and `query`. */
export interface Score {
  /** Rows whose average is below are dropped: the lowest score that was given. */
  readonly minimum: number;
  /** What has to be asked of the query, and the aliases whose rows have to be told. */
  readonly asked: readonly Formula[];
  readonly told: readonly number[];
  /** By the truths of what was asked. Null where a `scoreField` is NULL. */
  of(combination: Combination, truths: readonly Truth[]): number | null;
}

interface Scored {
  readonly formula: Formula;
  readonly score: number;
  readonly factor: Column | undefined;
}

/** All score queries of a criteria: those of the body and those of its term. */
function scoreQueries(query: Query, criteria: Criteria): readonly ScoreQuery[] {
  if (criteria.term === '') return criteria.queries;
  const { database, context, joins } = query;
  return [...criteria.queries, ...termQueries(database, context, joins.root.entity, criteria.term)];
}

/** Makes the query keep only rows that meet one of the score queries; undefined where there is none. */
export function addScore(query: Query, criteria: Criteria): Score | undefined {
  const asked = scoreQueries(query, criteria);
  const scored = asked.flatMap((one) => scoredQuery(query, one));
  if (scored.length === 0) return undefined;
  const formulas = scored.map(({ formula }) => formula);
  query.addCondition({ kind: 'group', operator: 'OR', negated: false, parts: formulas });
  return {
    minimum: Math.min(...asked.map((one) => one.score)),
    asked: formulas,
    told: scored.flatMap(({ factor }) => (factor ? [factor.alias] : [])),
    of: (combination, truths) => sum(scored, combination, truths),
  };
}

function scoredQuery(query: Query, { filter, score, scoreField }: ScoreQuery): readonly Scored[] {
  const formula = query.formula(filter);
  if (!formula) return [];
  return [{ formula, score, factor: scoreField === undefined ? undefined : columnOf(query, scoreField, 'score') }];
}

function sum(scored: readonly Scored[], combination: Combination, truths: readonly Truth[]): number | null {
  let total = 0;
  for (const [index, { score, factor }] of scored.entries()) {
    if (truths[index] !== true) continue;
    const times = factor ? factor.read(combination) : 1;
    if (times === null) return null;
    total += score * Number(times);
  }
  return total;
}
