import { t } from '@vscode/l10n';
import { keyInCriteria } from '../../criteria/typedTree.ts';
import { type Condition, conditionsOf, firstToMany, memberOf } from '../conditions.ts';
import { atNode, atPart, becauseOf } from '../findings.ts';
import type { Rule } from '../rule.ts';

/** What a filter through an association does to the result of an aggregation of this type. */
const MULTIPLIED: Readonly<Record<string, (association: string) => string>> = {
  sum: (name) => t('A filter goes through "{0}": the sum includes a row once for each child that matches it.', name),
  avg: (name) =>
    t('A filter goes through "{0}": the average includes a row once for each child that matches it.', name),
  range: (name) =>
    t('A filter goes through "{0}": the number in a range includes a row once for each child that matches it.', name),
  terms: multipliedCount,
  histogram: multipliedCount,
};

function multipliedCount(name: string): string {
  return t(
    'A filter goes through "{0}": the "count" of a bucket includes a row once for each child that matches it.',
    name,
  );
}

/** A filter through a to-many association joins, and aggregations run over the joined rows (reference, section 4). */
export const rule: Rule = {
  meta: {
    code: 'multiplied-aggregation',
    severity: 'warning',
    description: 'An aggregation that includes a row once for each child that matches a filter.',
  },
  create: (context) => {
    let multiplying: Condition | undefined | null = null;
    return {
      aggregation: (node) => {
        const describe = MULTIPLIED[node.type ?? ''];
        const { root } = context.document;
        if (!describe || !root || node.criteria !== root) return;
        if (multiplying === null) multiplying = conditionsOf(root, context).find(multiplies);
        if (!multiplying) return;
        const { site } = multiplying;
        const name = firstToMany(site)?.at(-1)?.name ?? site.path.text;
        context.report({
          message: describe(name),
          ...atNode(memberOf(node, 'type') ?? node),
          ...becauseOf(atPart(site, 0, site.path.text.length), site.path.text),
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
