import { type Column, columnOf } from './column.ts';
import type { Criteria, Sorting } from './criteria.ts';
import type { Combination } from './joins.ts';
import type { Query } from './query.ts';
import { compareForms, DOUBLE, INTEGER, orderForm, type SqlType, type SqlValue, shownText } from './sqlValue.ts';

/** How rows of a result are ordered by one sorting, and what a group of combinations remembers for it. */
export interface SortKey {
  readonly type: SqlType;
  readonly descending: boolean;
  /** `score` needs no value of its own. */
  readonly remember: 'first' | 'smallest' | 'greatest' | 'count' | 'score';
  read(combination: Combination): SqlValue;
}

/**
 * The keys of a criteria (CriteriaQueryBuilder). Groups take the MIN for ascending and the MAX for descending; with
 * `term` or `query` the best score comes last, so first where nothing else is asked for.
 */
export function sortKeys(query: Query, criteria: Criteria, wantsScore: boolean): readonly SortKey[] {
  const keys = criteria.sortings.flatMap((sorting) => keysOf(query, sorting, wantsScore));
  // MariaDB sorts by what it groups by where nothing else is asked for.
  if (keys.length === 0 && !wantsScore) return criteria.grouping.map((path) => groupingKey(query, path));
  const sorted = criteria.sortings.some((sorting) => sorting.field === '_score');
  return wantsScore && !sorted ? [...keys, scoreKey(true)] : keys;
}

/** `_score` without a score is ignored. */
function keysOf(query: Query, sorting: Sorting, wantsScore: boolean): readonly SortKey[] {
  const { descending } = sorting;
  if (sorting.field === '_score') return wantsScore ? [scoreKey(descending)] : [];
  const column = columnOf(query, sorting.field, 'sort');
  const read = orderedBy(column);
  if (sorting.byCount) return [{ type: INTEGER, descending, remember: 'count', read }];
  const key: SortKey = { type: column.type, descending, remember: descending ? 'greatest' : 'smallest', read };
  return sorting.natural ? [lengthKey(column, descending), key] : [key];
}

function groupingKey(query: Query, path: string): SortKey {
  const column = columnOf(query, path, 'grouping');
  const read = orderedBy(column);
  return { type: column.type, descending: false, remember: 'first', read };
}

/** A column's values in the form in which they are ordered. */
function orderedBy(column: Column): SortKey['read'] {
  if (column.type.kind !== 'text') return column.read;
  return (combination) => orderForm(column.type, column.read(combination));
}

function scoreKey(descending: boolean): SortKey {
  return { type: DOUBLE, descending, remember: 'score', read: () => null };
}

/** `naturalSorting` sorts by the length in bytes first: it is not a natural sort (reference, section 2.4). */
function lengthKey(column: Column, descending: boolean): SortKey {
  return {
    type: INTEGER,
    descending,
    remember: 'first',
    read(combination) {
      const value = column.read(combination);
      if (value === null) return null;
      return column.type.kind === 'id' ? 16 : Buffer.byteLength(shownText(column.type, value));
    },
  };
}

/** What a group remembers after its first combination, which occurs so many times. */
export function firstValue(key: SortKey, combination: Combination, times: number): SqlValue {
  const value = key.read(combination);
  return key.remember === 'count' ? Number(value !== null) * times : value;
}

/** What it remembers after one more combination, which occurs so many times. */
export function nextValue(key: SortKey, known: SqlValue, combination: Combination, times: number): SqlValue {
  if (key.remember === 'first' || key.remember === 'score') return known;
  const value = key.read(combination);
  if (value === null) return known;
  if (key.remember === 'count') return Number(known) + times;
  if (known === null) return value;
  const order = compareForms(key.type, value, known);
  return (key.remember === 'smallest' ? order < 0 : order > 0) ? value : known;
}
