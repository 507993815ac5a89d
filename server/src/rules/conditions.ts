import { memberValues } from '../criteria/memberValues.ts';
import { partsOf } from '../criteria/php.ts';
import type { TypedNode } from '../criteria/typedTree.ts';
import { type Association, type Entity, hasFlag } from '../schema/entitySchema.ts';
import type { PathSite, RuleContext } from './rule.ts';

/** One comparison in `filter` or `post-filter` with what decides how the shop joins for it. */
export interface Condition {
  readonly site: PathSite;
  /** The comparison's filter object; for a short map the value. */
  readonly filter: TypedNode;
  /** Inside `not`, `nor` or `nand`, or a duration compared with `neq`. */
  readonly negated: boolean;
  /** Comparisons of one group may speak about the same child; `equalsAll` makes a group for each value. */
  readonly groups: readonly object[];
}

/** The comparisons of a criteria's `filter` and `post-filter` (JoinGroupBuilder, reference section 3), found once. */
export function conditionsOf(criteria: TypedNode, context: RuleContext): readonly Condition[] {
  const known = context.conditions.get(criteria);
  if (known) return known;
  const found: Condition[] = [];
  for (const key of ['filter', 'post-filter']) {
    const member = memberOf(criteria, key);
    // A short map is one filter, with all of its entries in one group.
    const isMap = member?.expected.is === 'map';
    for (const entry of member?.children ?? []) collect(entry, isMap ? member : entry, false, context, found);
  }
  context.conditions.set(criteria, found);
  return found;
}

/** A member of an object by its key, as the server sees it. */
export function memberOf(node: TypedNode, key: string): TypedNode | undefined {
  for (const child of node.children) if (child.name === key && !child.shadowed) return child;
  return undefined;
}

const NEGATING = ['not', 'nor', 'nand'];

function collect(filter: TypedNode, group: object, negated: boolean, context: RuleContext, found: Condition[]): void {
  const queries = memberOf(filter, 'queries');
  if (queries) {
    const negates = negated || NEGATING.includes(filter.type ?? '');
    for (const entry of queries.children) collect(entry, isGroup(entry) ? entry : group, negates, context, found);
    return;
  }
  const [site] = context.sites(memberOf(filter, 'field') ?? filter);
  if (site)
    found.push({ site, filter, negated: negated || isNotEqualDuration(filter), groups: groupsOf(filter, group) });
}

function isGroup(filter: TypedNode): boolean {
  return memberOf(filter, 'queries') !== undefined;
}

/** A duration is two bounds in a group of their own, `equalsAll` a group of groups (QueryStringParser). */
function groupsOf(filter: TypedNode, group: object): readonly object[] {
  if (filter.type === 'since' || filter.type === 'until') return [filter];
  if (filter.type !== 'equalsAll') return [group];
  const { value } = memberValues(filter);
  const values = typeof value === 'string' ? partsOf(value) : Object.values(Object(value));
  return [filter, ...values.slice(1).map(() => ({}))];
}

function isNotEqualDuration(filter: TypedNode): boolean {
  if (filter.type !== 'since' && filter.type !== 'until') return false;
  const operator: unknown = Object(memberValues(filter).parameters).operator;
  return operator === 'neq';
}

/** The to-many association that a path crosses first, with all before it; undefined where it crosses none. */
export function firstToMany(site: PathSite): readonly Association[] | undefined {
  return site.path.firstToMany;
}

/** Paths of one key of a criteria: `sort`, `grouping` … */
export function pathsOf(criteria: TypedNode, key: string, context: RuleContext): readonly PathSite[] {
  const member = memberOf(criteria, key);
  return member ? pathsBelow(member, context) : [];
}

/** Every path in a node or below it, without the criteria of associations. */
export function pathsBelow(node: TypedNode, context: Pick<RuleContext, 'sites'>): readonly PathSite[] {
  return [...context.sites(node), ...node.children.flatMap((child) => pathsBelow(child, context))];
}

/** Whether `limit` is 1, which makes the shop leave out the grouping by id (section 2.1). */
export function isLimitOne(criteria: TypedNode): boolean {
  const limit = memberOf(criteria, 'limit');
  return limit !== undefined && Math.trunc(Number(limit.json.value)) === 1;
}

/** Whether `term` says anything to search for. */
export function hasTerm(criteria: TypedNode): boolean {
  const term = String(memberOf(criteria, 'term')?.json.value ?? '').trim();
  return term !== '' && term !== '0';
}

/** Whether `term` or `query` score the rows. An entity without texts ignores `term` (section 2.3). */
export function isScored(criteria: TypedNode, { world }: RuleContext): boolean {
  if (hasTerm(criteria) && hasTexts(world.schema.entity(criteria.entity ?? ''))) return true;
  return (memberOf(criteria, 'query')?.children ?? []).some(({ json }) => json.type === 'object');
}

/** Whether there is anything that `term` searches. */
export function hasTexts(entity: Entity | undefined): boolean {
  const fields = [...(entity?.properties.values() ?? [])];
  return fields.some(
    (field) => field.kind === 'field' && (field.type === 'string' || hasFlag(field, 'search_ranking')),
  );
}

/** Whether `grouping` groups by anything. */
export function isGrouped(criteria: TypedNode): boolean {
  return (memberOf(criteria, 'grouping')?.children.length ?? 0) > 0;
}
