import { type Column, columnOf } from './column.ts';
import type { Context } from './context.ts';
import type { Criteria, Id, Sorting } from './criteria.ts';
import type { Database, Row, Table } from './database.ts';
import type { Combination } from './joins.ts';
import { Query } from './query.ts';
import { Refused } from './refused.ts';
import { addScore, type Score } from './score.ts';
import {
  compareForms,
  DOUBLE,
  groupKey,
  INTEGER,
  orderForm,
  type SqlType,
  type SqlValue,
  shownText,
} from './sqlValue.ts';

/** What an id search finds: rows of the page in their order, and the total by the mode that was asked for. */
export interface FoundIds {
  readonly rows: readonly FoundRow[];
  readonly total: number;
}

export interface FoundRow {
  readonly row: Row;
  /** Only with `term` or `query`. */
  readonly score: number | undefined;
}

/** One row of the result before sorting: what was seen for one group of combinations. */
interface Group {
  readonly row: Row;
  readonly sortValues: SqlValue[];
  times: number;
  scoreSum: number;
}

/** Finds rows as the database would: filter, group, sort, page (EntitySearcher). */
export function searchIds(database: Database, context: Context, table: Table, criteria: Criteria): FoundIds {
  const { rows, countable, isCountOfNothing } = sortedRows(
    database,
    context,
    table,
    criteria,
    candidates(table, criteria.ids),
  );
  if (isCountOfNothing && criteria.offset === 0) throw noIds();
  return page(criteria, rows, countable);
}

/** The children of an association that meet its criteria, in its order, whoever their parent is; not yet limited. */
export function searchChildren(
  database: Database,
  context: Context,
  table: Table,
  criteria: Criteria,
  children: readonly Row[],
): readonly Row[] {
  const wanted = criteria.ids.length > 0 ? new Set(candidates(table, criteria.ids)) : undefined;
  const roots = wanted ? children.filter((row) => wanted.has(row)) : children;
  return sortedRows(database, context, table, { ...criteria, limit: undefined }, roots).rows.map(({ row }) => row);
}

interface Sorted {
  readonly rows: readonly FoundRow[];
  readonly countable: number;
  readonly isCountOfNothing: boolean;
}

function sortedRows(
  database: Database,
  context: Context,
  table: Table,
  criteria: Criteria,
  roots: readonly Row[],
): Sorted {
  const query = new Query(database, context, table);
  query.addFilters([...criteria.filters, ...criteria.postFilters]);
  const score = addScore(query, criteria);
  const keys = sortKeys(query, criteria, score);
  const grouping = groupingOf(query, criteria, score, keys);
  const { groups, countable } = collect(query, roots, keys, score, grouping);
  const kept = score ? groups.filter((group) => averageScore(group) >= score.minimum) : groups;
  const sorted = kept.sort((one, other) => compareGroups(keys, one, other));
  const rows = sorted.map((group) => ({ row: group.row, score: score && averageScore(group) }));
  const isCountOfNothing = grouping.kind === 'all' && grouping.countsOnly && groups.length === 0;
  return { rows, countable: countable ?? rows.length, isCountOfNothing };
}

/** The rows with these ids in the order of the ids; all rows without any. */
function candidates(table: Table, ids: readonly Id[]): readonly Row[] {
  if (ids.length === 0) return table.rows;
  return [...new Set(ids.flatMap((id) => rowsWith(table, id)))];
}

function rowsWith(table: Table, id: Id): readonly Row[] {
  if (typeof id === 'string') return table.where(table.primaryKey[0] ?? 'id', id.toLowerCase());
  const [[property, value] = ['', ''], ...more] = Object.entries(id);
  return table.where(property, value).filter((row) => more.every(([name, part]) => row[name] === part));
}

/** How one sorting compares groups, and what it remembers of the combinations in a group. */
interface SortKey {
  readonly type: SqlType;
  readonly descending: boolean;
  /** `score` needs no value of its own. */
  readonly remember: 'first' | 'smallest' | 'greatest' | 'count' | 'score';
  read(combination: Combination): SqlValue;
}

function sortKeys(query: Query, criteria: Criteria, score: Score | undefined): readonly SortKey[] {
  const wantsScore = score !== undefined;
  const sorted = criteria.sortings.some((sorting) => sorting.field === '_score');
  const keys = criteria.sortings.flatMap((sorting) => keysOf(query, sorting, wantsScore));
  // MariaDB sorts by what it groups by where nothing else is asked for.
  if (keys.length === 0 && !wantsScore) return criteria.grouping.map((path) => groupingKey(query, path));
  return wantsScore && !sorted ? [...keys, scoreKey(true)] : keys;
}

function keysOf(query: Query, sorting: Sorting, wantsScore: boolean): readonly SortKey[] {
  const { descending } = sorting;
  if (sorting.field === '_score') return wantsScore ? [scoreKey(descending)] : [];
  const column = columnOf(query, sorting.field, 'sort');
  const read = (combination: Combination) => orderForm(column.type, column.read(combination));
  if (sorting.byCount) return [{ type: INTEGER, descending, remember: 'count', read }];
  const key: SortKey = { type: column.type, descending, remember: descending ? 'greatest' : 'smallest', read };
  return sorting.natural ? [lengthKey(column, descending), key] : [key];
}

function groupingKey(query: Query, path: string): SortKey {
  const column = columnOf(query, path, 'grouping');
  return {
    type: column.type,
    descending: false,
    remember: 'first',
    read: (c) => orderForm(column.type, column.read(c)),
  };
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

/** How combinations become rows of the result. */
type Grouping =
  | { readonly kind: 'each' }
  | { readonly kind: 'all'; readonly countsOnly: boolean }
  | { readonly kind: 'by'; keyOf(combination: Combination): string };

/**
 * Grouped by the fields of `grouping`, else by id where a to-many association or a score asks for it, except with
 * `limit: 1`. A count or a score without grouping leaves one row of everything (reference, sections 2.1 and 2.4).
 */
function groupingOf(query: Query, criteria: Criteria, score: Score | undefined, keys: readonly SortKey[]): Grouping {
  if (criteria.grouping.length > 0) {
    const columns = criteria.grouping.map((path) => columnOf(query, path, 'grouping'));
    return { kind: 'by', keyOf: (c) => columns.map((column) => groupKey(column.type, column.read(c))).join('\x01') };
  }
  if ((query.joins.crossesToMany || score) && criteria.limit !== 1) {
    const { root } = query.joins;
    return { kind: 'by', keyOf: ([row]) => (row ? root.keyOf(row) : '') };
  }
  const counts = keys.some((key) => key.remember === 'count');
  return counts || score ? { kind: 'all', countsOnly: !score } : { kind: 'each' };
}

interface Collected {
  readonly groups: Group[];
  /** What counting without the sorting sees: more than one row although a count left only one. */
  readonly countable: number | undefined;
}

function collect(
  query: Query,
  roots: readonly Row[],
  keys: readonly SortKey[],
  score: Score | undefined,
  grouping: Grouping,
): Collected {
  const groups: Group[] = [];
  let seen = 0;
  const byKey = new Map<string, Group>();
  const visit = (combination: Combination, times: number): void => {
    const key = grouping.kind === 'by' ? grouping.keyOf(combination) : grouping.kind;
    let group = grouping.kind === 'each' ? undefined : byKey.get(key);
    if (!group) {
      const row = combination[0];
      if (!row) return;
      group = {
        row,
        sortValues: keys.map((one) => (one.remember === 'count' ? 0 : one.read(combination))),
        times: 0,
        scoreSum: 0,
      };
      byKey.set(key, group);
      const copies = grouping.kind === 'each' ? times : 1;
      for (let copy = 0; copy < copies; copy++) groups.push(group);
    }
    remember(group, keys, combination, times);
    if (score) group.scoreSum += times * (score.of(combination) ?? 0);
    group.times += times;
    seen += times;
  };
  for (const root of roots) query.eachOf(root, visit);
  return { groups, countable: grouping.kind === 'all' && grouping.countsOnly ? seen : undefined };
}

/** A count over nothing is still a row, without an id (reference, section 2.4). */
function noIds(): Refused {
  return new Refused(
    500,
    'FRAMEWORK__INVALID_CRITERIA_IDS',
    'Invalid ids provided in criteria. Ids should not be empty. Ids: [""].',
  );
}

function remember(group: Group, keys: readonly SortKey[], combination: Combination, times: number): void {
  for (const [index, key] of keys.entries()) {
    if (key.remember === 'first' || key.remember === 'score') continue;
    const value = key.read(combination);
    if (value === null) continue;
    const known = group.sortValues[index] ?? null;
    if (key.remember === 'count') group.sortValues[index] = Number(known) + times;
    else if (known === null || isBetter(key, value, known)) group.sortValues[index] = value;
  }
}

/** MIN for ascending, MAX for descending. */
function isBetter(key: SortKey, value: SqlValue, known: SqlValue): boolean {
  const order = compareForms(key.type, value, known);
  return key.remember === 'smallest' ? order < 0 : order > 0;
}

function averageScore(group: Group): number {
  return group.scoreSum / group.times;
}

function compareGroups(keys: readonly SortKey[], one: Group, other: Group): number {
  for (const [index, key] of keys.entries()) {
    const order =
      key.remember === 'score'
        ? averageScore(one) - averageScore(other)
        : compareForms(key.type, one.sortValues[index] ?? null, other.sortValues[index] ?? null);
    if (order !== 0) return key.descending ? -order : order;
  }
  return 0;
}

/** The page and the total (reference, section 2.1). With `ids` neither limit nor page nor mode count. */
function page(criteria: Criteria, rows: readonly FoundRow[], countable: number): FoundIds {
  const { ids, limit, offset } = criteria;
  if (ids.length > 0) return byIds(criteria, rows);
  if (limit === undefined) return { rows, total: rows.length };
  const shown = rows.slice(offset, offset + limit);
  switch (criteria.totalCountMode) {
    case 'none':
      return { rows: shown, total: shown.length };
    case 'exact':
      return { rows: shown, total: countable };
    case 'next-pages':
      return { rows: shown, total: Math.min(Math.max(0, rows.length - offset), limit * 6 + 1) };
  }
}

/** Without a sorting the rows are put into the order of the ids, and an id in upper case loses its row (section 2.1). */
function byIds({ ids, sortings }: Criteria, rows: readonly FoundRow[]): FoundIds {
  const asked = new Set(ids);
  const kept = sortings.length > 0 ? rows : rows.filter(({ row }) => typeof row.id !== 'string' || asked.has(row.id));
  return { rows: kept, total: kept.length };
}
