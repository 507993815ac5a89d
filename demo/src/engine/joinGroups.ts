import { hasFlag } from '../../../server/src/schema/entitySchema.ts';
import { pathIn, type Scope } from './column.ts';
import type { FieldFilter, Filter, Operator } from './filter.ts';

/**
 * Conditions that are looked up together in a sub-query of their own, so that they speak about the same child,
 * and about another one than those of other groups.
 */
export interface JoinGroup {
  readonly filters: readonly FieldFilter[];
  readonly operator: Operator;
}

interface Level {
  readonly operator: Operator;
  readonly negated: boolean;
  readonly byPath: Map<string, FieldFilter[]>;
}

/**
 * Which conditions get a join of their own (reference, section 3, "Sub-join"; JoinGroupBuilder): those on a to-many
 * association that stand in a negation, or whose association occurs in more than one group or entry. An aggregation
 * through the same association (`alsoUsed`) counts as one more.
 */
export function joinGroups(
  scope: Scope,
  filters: readonly Filter[],
  alsoUsed: readonly string[],
): readonly JoinGroup[] {
  const levels = filters.flatMap((filter) => levelsOf(scope, [filter], 'AND', false));
  const uses = countUses(levels, alsoUsed);
  return levels.flatMap(({ operator, negated, byPath }) =>
    [...byPath]
      .filter(([path]) => negated || (uses.get(path) ?? 0) > 1)
      .map(([, group]) => ({ filters: group, operator })),
  );
}

/** The path up to its first to-many association; undefined where it crosses none. */
function pathToFirstToMany(scope: Scope, path: string): string | undefined {
  const { associations } = pathIn(scope, path);
  const first = associations.findIndex((association) => association.toMany);
  if (first < 0) return undefined;
  return associations
    .slice(0, first + 1)
    .map((association) => association.name)
    .join('.');
}

/** What an aggregation counts as using: its whole path of associations, if any of them is to-many (EntityAggregator). */
export function pathOfAggregation(scope: Scope, path: string): string | undefined {
  const { associations } = pathIn(scope, path);
  if (!associations.some((association) => association.toMany)) return undefined;
  return associations.map((association) => association.name).join('.');
}

function levelsOf(scope: Scope, filters: readonly Filter[], operator: Operator, negated: boolean): readonly Level[] {
  const own: Level = { operator, negated, byPath: new Map() };
  const nested: Level[] = [];
  for (const filter of filters) {
    if (filter.kind === 'group') {
      nested.push(...levelsOf(scope, filter.queries, filter.operator, negated || filter.negated));
      continue;
    }
    const path = pathToFirstToMany(scope, filter.field);
    if (path === undefined || asksForEmptiness(scope, filter)) continue;
    const sharing = own.byPath.get(path);
    if (sharing) sharing.push(filter);
    else own.byPath.set(path, [filter]);
  }
  return own.byPath.size > 0 ? [...nested, own] : nested;
}

/** `equals null` on a primary key asks whether there is any child at all: it never gets a join of its own. */
function asksForEmptiness(scope: Scope, filter: FieldFilter): boolean {
  if (filter.kind !== 'equals' || filter.value !== null) return false;
  const { target } = pathIn(scope, filter.field);
  return target !== undefined && hasFlag(target, 'primary_key');
}

function countUses(levels: readonly Level[], alsoUsed: readonly string[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const path of [...levels.flatMap((level) => [...level.byPath.keys()]), ...alsoUsed]) {
    uses.set(path, (uses.get(path) ?? 0) + 1);
  }
  return uses;
}
