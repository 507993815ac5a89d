import { columnOf } from './column.ts';
import { type Combination, ROOT } from './combination.ts';
import type { Criteria } from './criteria.ts';
import type { Row } from './database.ts';
import type { Outcome } from './outcome.ts';
import type { Asked, Query } from './query.ts';
import type { Score } from './score.ts';
import { FirstInOrder } from './sortFirst.ts';
import { compareBy, keptOfBoth, type SortKey } from './sortKey.ts';
import { groupKey, type SqlValue } from './sqlValue.ts';

/** One row of a result: what was seen for one group of combinations. */
export interface Group {
  readonly row: Row;
  sortValues: Outcome['kept'];
  times: number;
  scoreSum: number;
}

/** How combinations become rows of a result. */
export type Grouping =
  | { readonly kind: 'each' }
  | { readonly kind: 'all'; readonly countsOnly: boolean }
  | { readonly kind: 'by'; readonly aliases: readonly number[]; keyOf(combination: Combination): string };

/**
 * Grouped by the fields of `grouping`, else by id where a to-many association or a score asks for it, except with
 * `limit: 1`. A count or a score without grouping leaves one row of everything (reference, sections 2.1 and 2.4).
 */
export function groupingOf(query: Query, criteria: Criteria, wantsScore: boolean, keys: readonly SortKey[]): Grouping {
  if (criteria.grouping.length > 0) {
    const columns = criteria.grouping.map((path) => columnOf(query, path, 'grouping'));
    return {
      kind: 'by',
      aliases: columns.map(({ alias }) => alias),
      keyOf: (c) => columns.map((column) => groupKey(column.type, column.read(c))).join('\x01'),
    };
  }
  if ((query.joins.crossesToMany || wantsScore) && criteria.limit !== 1) {
    const { root } = query.joins;
    return { kind: 'by', aliases: [ROOT], keyOf: ([row]) => (row ? root.keyOf(row) : '') };
  }
  const counts = keys.some((key) => key.keep === 'count');
  return counts || wantsScore ? { kind: 'all', countsOnly: !wantsScore } : { kind: 'each' };
}

/** A chain of to-many associations multiplies rows beyond what any answer holds. */
const MOST_COPIES = 100_000;

export interface Collected {
  readonly groups: readonly Group[];
  /** How many combinations there were. */
  readonly seen: number;
}

/** What is collected of the combinations of a query. */
export interface Collecting {
  readonly keys: readonly SortKey[];
  readonly score: Score | undefined;
  readonly grouping: Grouping;
  /** With more groups than these it may stop. */
  readonly enough: number;
  /** Of a combination that is a row of its own only so many copies are kept. */
  readonly shown: number;
}

/** Runs the query over these root rows and groups what it leaves over, in the order in which it is met. */
export function collectGroups(query: Query, roots: readonly Row[], collecting: Collecting): Collected {
  const { keys, score, grouping, enough } = collecting;
  const collected = new Groups(collecting);
  const walk = query.asking(questionOf(keys, score, grouping));
  for (const root of roots) {
    if (collected.groups.length > enough) break;
    walk.visitFrom(root, (combination, outcome) => collected.add(combination, outcome));
  }
  return collected;
}

class Groups implements Collected {
  readonly groups: Group[] = [];
  seen = 0;
  readonly #collecting: Collecting;
  readonly #byName = new Map<string, Group>();

  constructor(collecting: Collecting) {
    this.#collecting = collecting;
  }

  add(combination: Combination, outcome: Outcome): void {
    const row = combination[ROOT];
    if (!row) return;
    const { score, grouping } = this.#collecting;
    const { times, truths } = outcome;
    const group =
      grouping.kind === 'each'
        ? this.#addCopies(combination, row, times)
        : this.#groupFor(grouping.kind === 'by' ? grouping.keyOf(combination) : '', row, outcome);
    if (score) group.scoreSum += times * (score.of(combination, truths) ?? 0);
    group.times += times;
    this.seen += times;
  }

  #addCopies(combination: Combination, row: Row, times: number): Group {
    const { keys, shown } = this.#collecting;
    const group = newGroup(row, valuesOf(keys, combination));
    const copies = Math.min(times, shown, Math.max(1, MOST_COPIES - this.groups.length));
    for (let copy = 0; copy < copies; copy++) this.groups.push(group);
    return group;
  }

  #groupFor(name: string, row: Row, { kept }: Outcome): Group {
    const known = this.#byName.get(name);
    if (known) {
      const { keys } = this.#collecting;
      known.sortValues = keys.map((key, index) => keptOfBoth(key, known.sortValues[index], kept[index]));
      return known;
    }
    const group = newGroup(row, kept);
    this.#byName.set(name, group);
    this.groups.push(group);
    return group;
  }
}

/** The keys of rows that are grouped are kept along the way; a combination that is a row of its own is told. */
function questionOf(keys: readonly SortKey[], score: Score | undefined, grouping: Grouping): Asked {
  const { asked = [], told = [] } = score ?? {};
  if (grouping.kind === 'each') return { asked, told: [ROOT, ...told, ...keys.map(({ alias }) => alias)] };
  return { asked, keys, told: [ROOT, ...told, ...(grouping.kind === 'by' ? grouping.aliases : [])] };
}

/**
 * The first `count` rows in order where each combination is a row. What cannot be among them is only counted, as the
 * database does it for ORDER BY with LIMIT.
 */
export function collectFirst(
  query: Query,
  roots: readonly Row[],
  keys: readonly [SortKey, ...SortKey[]],
  count: number,
): Collected {
  const first = new FirstInOrder<Group>(count, (one, other) => compareGroups(keys, one, other));
  const [leading] = keys;
  let seen = 0;
  // Where only the first row is wanted, only the first of those that joins make of a root has to be known.
  const keepsFirst = count === 1 && query.joins.crossesToMany;
  const walk = query.asking(
    keepsFirst ? { keys, keepsFirst, told: [ROOT] } : questionOf(keys, undefined, { kind: 'each' }),
  );
  walk.visitAll(roots, (combination, { times, kept }) => {
    const row = combination[ROOT];
    if (!row) return;
    seen += times;
    const { last } = first;
    const leadingValue = keepsFirst ? kept[0] : leading.read(combination);
    if (last && compareBy(leading, leadingValue, last.sortValues[0]) > 0) return;
    const group = newGroup(row, keepsFirst ? kept : valuesOf(keys, combination));
    for (let copy = 0; copy < Math.min(times, count); copy++) first.add(group);
  });
  return { groups: first.elements, seen };
}

function newGroup(row: Row, sortValues: Outcome['kept']): Group {
  return { row, sortValues, times: 0, scoreSum: 0 };
}

function valuesOf(keys: readonly SortKey[], combination: Combination): readonly SqlValue[] {
  return keys.map((key) => key.read(combination));
}

/** The average over a group's combinations, as SQL selects it. */
export function averageScore(group: Group): number {
  return group.scoreSum / group.times;
}

/** The order of two groups by all keys; 0 where they sort equal. */
export function compareGroups(keys: readonly SortKey[], one: Group, other: Group): number {
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index];
    if (!key) continue;
    const order =
      key.keep === 'score'
        ? (averageScore(one) - averageScore(other)) * (key.descending ? -1 : 1)
        : compareBy(key, one.sortValues[index], other.sortValues[index]);
    if (order !== 0) return order;
  }
  return 0;
}
