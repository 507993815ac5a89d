import type { Context } from './context.ts';
import type { Criteria, Id } from './criteria.ts';
import type { Database, Row, Table } from './database.ts';
import { Query } from './query.ts';
import { Refused } from './refused.ts';
import { averageScore, collectFirst, collectGroups, compareGroups, type Group, groupingOf } from './rowGroups.ts';
import { addScore } from './score.ts';
import { isWorthIt, sortFirst } from './sortFirst.ts';
import { sortKeys } from './sortKey.ts';

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

/** Finds rows as the database would: filter, group, sort, page (EntitySearcher). */
export function searchIds(database: Database, context: Context, table: Table, criteria: Criteria): FoundIds {
  const roots = candidates(table, criteria.ids);
  const sorted = sortedGroups(database, context, table, criteria, roots);
  const { hasScore } = sorted;
  if (sorted.isCountOfNothing && criteria.offset === 0) throw noIds();
  const { shown, total } = page(criteria, sorted);
  return { rows: shown.map((group) => ({ row: group.row, score: hasScore ? averageScore(group) : undefined })), total };
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
  return sortedGroups(database, context, table, { ...criteria, limit: undefined }, roots).groups.map(({ row }) => row);
}

interface Sorted {
  /** In order as far as they are shown; those behind may be missing. */
  readonly groups: readonly Group[];
  /** How many there are, missing ones too. */
  readonly found: number;
  readonly hasScore: boolean;
  /** What a total counts: more than one row although a count left only one. */
  readonly countable: number;
  readonly isCountOfNothing: boolean;
}

function sortedGroups(
  database: Database,
  context: Context,
  table: Table,
  criteria: Criteria,
  roots: readonly Row[],
): Sorted {
  const query = new Query(database, context, table);
  query.addFilters([...criteria.filters, ...criteria.postFilters]);
  const score = addScore(query, criteria);
  const keys = sortKeys(query, criteria, score !== undefined);
  const grouping = groupingOf(query, criteria, score !== undefined, keys);
  const [leading, ...others] = keys;
  const shown = rowsShown(criteria);
  if (leading && grouping.kind === 'each' && isWorthIt(shown, roots.length)) {
    const { groups, seen } = collectFirst(query, roots, [leading, ...others], shown);
    return { groups, found: seen, hasScore: false, countable: seen, isCountOfNothing: false };
  }
  const enough = keys.length === 0 && !score && grouping.kind !== 'all' ? rowsSeen(criteria) : Infinity;
  const { groups, seen } = collectGroups(query, roots, { keys, score, grouping, enough, shown });
  const kept = score ? groups.filter((group) => averageScore(group) >= score.minimum) : groups;
  const sorted = keys.length > 0 ? sortFirst(kept, shown, (a, b) => compareGroups(keys, a, b)) : kept;
  const isCount = grouping.kind === 'all' && grouping.countsOnly;
  const found = grouping.kind === 'each' ? seen : sorted.length;
  const countable = isCount ? seen : found;
  return {
    groups: sorted,
    found,
    hasScore: score !== undefined,
    countable,
    isCountOfNothing: isCount && seen === 0,
  };
}

/** How many rows lie before the end of the page. */
function rowsShown({ ids, limit, offset }: Criteria): number {
  return limit === undefined || ids.length > 0 ? Infinity : offset + limit;
}

/** How many rows the database has to find before its LIMIT ends the search, by the total that is asked for. */
function rowsSeen(criteria: Criteria): number {
  switch (criteria.totalCountMode) {
    case 'none':
      return rowsShown(criteria);
    case 'next-pages':
      return rowsShown(criteria) + NEXT_PAGES * (criteria.limit ?? 0);
    case 'exact':
      return Infinity;
  }
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

/** A count over nothing is still a row, without an id (reference, section 2.4). */
function noIds(): Refused {
  return new Refused(
    500,
    'FRAMEWORK__INVALID_CRITERIA_IDS',
    'Invalid ids provided in criteria. Ids should not be empty. Ids: Array\n(\n)\n.',
  );
}

/** How many further pages `next-pages` looks for. */
const NEXT_PAGES = 6;

interface Page {
  readonly shown: readonly Group[];
  readonly total: number;
}

/** The page and the total (reference, section 2.1). With `ids` neither limit nor page nor mode count. */
function page(criteria: Criteria, { groups, found, countable }: Sorted): Page {
  const { ids, limit, offset } = criteria;
  if (ids.length > 0) return byIds(criteria, groups);
  if (limit === undefined) return { shown: groups, total: groups.length };
  const shown = groups.slice(offset, offset + limit);
  switch (criteria.totalCountMode) {
    case 'none':
      return { shown, total: shown.length };
    case 'exact':
      return { shown, total: countable };
    case 'next-pages':
      return { shown, total: Math.min(Math.max(0, found - offset), limit * NEXT_PAGES + 1) };
  }
}

/** Without a sorting the rows are put into the order of the ids, and an id in upper case loses its row (section 2.1). */
function byIds({ ids, sortings }: Criteria, groups: readonly Group[]): Page {
  const asked = new Set(ids);
  const shown =
    sortings.length > 0 ? groups : groups.filter(({ row }) => typeof row.id !== 'string' || asked.has(row.id));
  return { shown, total: shown.length };
}
