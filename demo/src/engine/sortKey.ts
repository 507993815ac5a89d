import { type Column, columnOf } from './column.ts';
import { type Combination, ROOT } from './combination.ts';
import type { Criteria, Sorting } from './criteria.ts';
import type { Query } from './query.ts';
import { compareForms, DOUBLE, INTEGER, orderForm, type SqlType, type SqlValue, shownText } from './sqlValue.ts';

/** How rows of a result are ordered by one sorting, and what is kept of many combinations for it. */
export interface SortKey {
  readonly type: SqlType;
  /** Whose row is read. */
  readonly alias: number;
  readonly descending: boolean;
  /** `score` needs no value of its own. */
  readonly keep: 'first' | 'smallest' | 'greatest' | 'count' | 'score';
  /** What is kept of one combination. */
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
  const { alias, type } = column;
  if (sorting.byCount) {
    return [{ type: INTEGER, alias, descending, keep: 'count', read: (c) => Number(column.read(c) !== null) }];
  }
  const key: SortKey = { type, alias, descending, keep: descending ? 'greatest' : 'smallest', read: orderedBy(column) };
  return sorting.natural ? [lengthKey(column, descending), key] : [key];
}

function groupingKey(query: Query, path: string): SortKey {
  const column = columnOf(query, path, 'grouping');
  return { type: column.type, alias: column.alias, descending: false, keep: 'first', read: orderedBy(column) };
}

/** A column's values in the form in which they are ordered. */
function orderedBy(column: Column): SortKey['read'] {
  if (column.type.kind !== 'text') return column.read;
  return (combination) => orderForm(column.type, column.read(combination));
}

function scoreKey(descending: boolean): SortKey {
  return { type: DOUBLE, alias: ROOT, descending, keep: 'score', read: () => null };
}

/** `naturalSorting` sorts by the length in bytes first: it is not a natural sort (reference, section 2.4). */
function lengthKey(column: Column, descending: boolean): SortKey {
  return {
    type: INTEGER,
    alias: column.alias,
    descending,
    keep: 'first',
    read(combination) {
      const value = column.read(combination);
      if (value === null) return null;
      return column.type.kind === 'id' ? 16 : Buffer.byteLength(shownText(column.type, value));
    },
  };
}

/** What is kept of combinations that occur so many times as often; undefined stays that. */
export function keptOfMany(key: SortKey, kept: SqlValue | undefined, times: number): SqlValue | undefined {
  return key.keep === 'count' && kept !== undefined ? Number(kept) * times : kept;
}

/** What is kept of these combinations and others that come after them. */
export function keptOfBoth(key: SortKey, one: SqlValue | undefined, other: SqlValue | undefined): SqlValue | undefined {
  if (key.keep === 'first' || key.keep === 'score' || other === undefined || other === null) return one;
  if (one === undefined || one === null) return other;
  if (key.keep === 'count') return Number(one) + Number(other);
  const order = compareForms(key.type, other, one);
  return (key.keep === 'smallest' ? order < 0 : order > 0) ? other : one;
}

/** The order of two rows by what each key reads or keeps of them; 0 where they sort equal. A score is not compared. */
export function compareKept(
  keys: readonly SortKey[],
  one: readonly (SqlValue | undefined)[],
  other: readonly (SqlValue | undefined)[],
): number {
  for (const [index, key] of keys.entries()) {
    const order = compareBy(key, one[index], other[index]);
    if (order !== 0) return order;
  }
  return 0;
}

/** The order of two values of a key. */
export function compareBy(
  { type, descending }: SortKey,
  one: SqlValue | undefined,
  other: SqlValue | undefined,
): number {
  const order = compareForms(type, one ?? null, other ?? null);
  return descending ? -order : order;
}
