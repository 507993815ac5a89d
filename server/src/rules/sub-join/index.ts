import { t } from '@vscode/l10n';
import { keyInCriteria, type TypedNode } from '../../criteria/typedTree.ts';
import { failsInSubJoin } from '../../schema/pathExceptions.ts';
import { has } from '../../shopware/changes.ts';
import { sqlRefusal } from '../../shopware/refusal.ts';
import { type Condition, conditionsOf, firstToMany, memberOf } from '../conditions.ts';
import { atPart, refusedBy, sqlFault } from '../findings.ts';
import type { PathSite, Rule, RuleContext } from '../rule.ts';

/** A condition that makes the shop join an association a second time, where that SQL is wrong (reference, section 3). */
export const rule: Rule = {
  meta: {
    code: 'sub-join',
    severity: 'error',
    description: 'A condition whose sub-join the shop builds wrongly for this association.',
  },
  create: (context) => ({
    object: (node) => {
      if (node.criteria === node) checkCriteria(node, context);
    },
  }),
};

function checkCriteria(criteria: TypedNode, context: RuleContext): void {
  const isManyToMany = criteria.association?.relation === 'many_to_many';
  for (const condition of subJoins(criteria, context)) {
    const { site } = condition;
    const broken = failsInSubJoin(context.world, site.node.entity ?? '', site.path);
    if (!broken && !isManyToMany) continue;
    const place = broken ? 'ON' : 'WHERE';
    const refusal = sqlRefusal(context.world.version, '1054', 'search', `Unknown column in '${place}'`);
    const server = sqlFault(site.node, refusal);
    context.report({
      message: messageFor(condition, isManyToMany && !broken),
      ...atPart(site, 0, site.path.text.length),
      ...refusedBy(server),
    });
  }
}

function messageFor({ site, negated }: Condition, inManyToMany: boolean): string {
  const name = firstToMany(site)?.at(-1)?.name ?? site.path.text;
  if (inManyToMany) {
    return negated
      ? t(
          'The shop\'s SQL for a negated condition on "{0}" inside a many-to-many association is wrong: it joins a second time and refers to a column that does not exist.',
          name,
        )
      : t(
          'The shop\'s SQL for a further condition on "{0}" inside a many-to-many association is wrong: it joins a second time and refers to a column that does not exist.',
          name,
        );
  }
  return negated
    ? t(
        'The shop\'s SQL for a negated condition on "{0}" is wrong: it joins a second time and refers to a column that does not exist.',
        name,
      )
    : t(
        'The shop\'s SQL for a further condition on "{0}" is wrong: it joins a second time and refers to a column that does not exist.',
        name,
      );
}

/** The conditions for which the shop makes a sub-join (CriteriaPartResolver). */
function subJoins(criteria: TypedNode, context: RuleContext): readonly Condition[] {
  const conditions = conditionsOf(criteria, context).filter(
    (condition) => !condition.site.path.refused && firstToMany(condition.site) && !isNullId(condition),
  );
  const groups = groupsByJoin(conditions, context);
  // An aggregation is compared by the whole way of its path, a condition by the way to the first to-many association.
  const aggregated = new Set(aggregationPaths(criteria, context).map(wholeWay));
  return conditions.filter(({ site, negated }) => {
    const key = joinKey(site, context);
    // Aggregations do not see post-filters.
    const isAggregated = aggregated.has(key) && keyInCriteria(site.node) === 'filter';
    return negated || isAggregated || (groups.get(key)?.size ?? 0) > 1;
  });
}

function groupsByJoin(
  conditions: readonly Condition[],
  context: RuleContext,
): ReadonlyMap<string, ReadonlySet<object>> {
  const byJoin = new Map<string, Set<object>>();
  for (const { site, groups } of conditions) {
    const key = joinKey(site, context);
    const known = byJoin.get(key) ?? new Set<object>();
    for (const group of groups) known.add(group);
    byJoin.set(key, known);
  }
  return byJoin;
}

/** Of nested aggregations only the outermost counts (EntityAggregator). */
function aggregationPaths(criteria: TypedNode, context: RuleContext): readonly PathSite[] {
  const aggregations = memberOf(criteria, 'aggregations')?.children ?? [];
  const sites = aggregations.flatMap((aggregation) => {
    const field = aggregation.type === 'filter' ? undefined : memberOf(aggregation, 'field');
    return field ? context.sites(field) : [];
  });
  return sites.filter((site) => !site.path.refused && firstToMany(site));
}

/** Which paths share a join: since 6.6.0 those with the same way to the first to-many association, before the whole way. */
function joinKey(site: PathSite, { world }: RuleContext): string {
  if (!has(world.version, 'subJoinByFirstToMany')) return wholeWay(site);
  return (firstToMany(site) ?? []).map(({ name }) => name).join('.');
}

function wholeWay({ path }: PathSite): string {
  return path.associations.map(({ name }) => name).join('.');
}

/** `equals null` on a primary key asks for rows without children and needs no sub-join. */
function isNullId({ site, filter }: Condition): boolean {
  const value = memberOf(filter, 'value') ?? filter;
  const isNull = filter.type === 'equals' && value.json.type === 'null';
  return isNull && site.path.target?.flags.primary_key === true;
}
