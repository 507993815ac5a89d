import { keyInCriteria } from '../../criteria/typedTree.ts';
import { type Condition, conditionsOf, firstToMany, memberOf } from '../conditions.ts';
import { atNode } from '../findings.ts';
import type { Rule } from '../rule.ts';

const MULTIPLIED: Readonly<Record<string, string>> = {
  sum: 'the sum',
  avg: 'the average',
  range: 'the number in a range',
  terms: 'the "count" of a bucket',
  histogram: 'the "count" of a bucket',
};

/** A filter through a to-many association joins, and aggregations run over the joined rows (reference, section 4). */
export const rule: Rule = {
  meta: {
    code: 'multiplied-aggregation',
    severity: 'warning',
    description: 'An aggregation that takes a row once for each child that a filter meets.',
  },
  create: (context) => {
    let multiplying: Condition | undefined | null = null;
    return {
      variant: (node) => {
        const what = MULTIPLIED[node.type ?? ''];
        const { root } = context.document;
        if (what === undefined || !root || node.criteria !== root || node.expected.is !== 'variant') return;
        if (node.expected.family !== 'aggregation') return;
        if (multiplying === null) multiplying = conditionsOf(root, context).find(multiplies);
        const name = multiplying && firstToMany(multiplying.site)?.at(-1)?.name;
        if (name === undefined) return;
        context.report({
          message: `A filter goes through "${name}": ${what} takes a row once for each child that meets it.`,
          ...atNode(memberOf(node, 'type') ?? node),
        });
      },
    };
  },
};

/** An id meets at most one child, so that its rows stay single. */
function multiplies({ site, filter, negated }: Condition): boolean {
  if (site.path.refused || !firstToMany(site) || keyInCriteria(site.node) !== 'filter' || negated) return false;
  const isOneId = site.path.target?.flags.primary_key === true && (filter.type ?? 'equals') === 'equals';
  return !(isOneId && site.path.associations.at(-1)?.toMany === true && site.path.associations.length === 1);
}
