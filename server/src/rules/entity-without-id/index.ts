import { t } from '@vscode/l10n';
import type { TypedNode } from '../../criteria/typedTree.ts';
import { has } from '../../shopware/changes.ts';
import { type Refusal, sqlRefusal } from '../../shopware/refusal.ts';
import { conditionsOf, firstToMany, isGrouped, isLimitOne, isScored, memberOf, pathsOf } from '../conditions.ts';
import { atNode, atPart, refusedBy, sqlFault } from '../findings.ts';
import type { Finding, PathSite, Rule, RuleContext } from '../rule.ts';

/** SQL that groups by an id, on an entity that has none: translations and mappings (reference, 2.3, 2.4, 3, 4). */
export const rule: Rule = {
  meta: {
    code: 'entity-without-id',
    severity: 'error',
    description: 'Something that needs an id, on an entity that has none.',
  },
  create: (context) => ({
    object: (node) => {
      if (node.criteria === node && lacksId(node, context)) checkCriteria(node, context);
    },
    aggregation: (node) => {
      if ((node.type === 'terms' || node.type === 'histogram') && lacksId(node, context)) reportBuckets(node, context);
    },
  }),
};

function lacksId(node: TypedNode, { world }: RuleContext): boolean {
  return world.schema.entity(node.entity ?? '')?.hasId === false;
}

function checkCriteria(criteria: TypedNode, context: RuleContext): void {
  if (isLimitOne(criteria) && !criteria.parent) return;
  if (criteria.parent && !has(context.world.version, 'groupedAssociations')) return;
  const { entity = '' } = criteria;
  for (const key of ['term', 'query']) {
    const member = memberOf(criteria, key);
    if (!member || !isScored(criteria, context)) continue;
    const message = t('"{0}" makes the shop group by the id, and {1} has none: the database refuses it.', key, entity);
    report(member, atNode(member), message, context);
  }
  if (isGrouped(criteria)) return;
  const sites = [...conditionsOf(criteria, context).map(({ site }) => site), ...pathsOf(criteria, 'sort', context)];
  const site = sites.find((candidate) => !candidate.path.refused && firstToMany(candidate));
  if (!site) return;
  const message = t(
    'A path through a to-many association ("{0}") makes the shop group by the id, and {1} has none: the database refuses it.',
    site.path.text,
    entity,
  );
  report(site.node, spanOf(site), message, context);
}

function spanOf(site: PathSite): Pick<Finding, 'start' | 'end' | 'pointer'> {
  return atPart(site, 0, site.path.text.length);
}

function report(
  node: TypedNode,
  span: Pick<Finding, 'start' | 'end' | 'pointer'>,
  message: string,
  context: RuleContext,
): void {
  const refusal = sqlRefusal(
    context.world.version,
    '1054',
    'search',
    `Unknown column '${node.entity}.id' in 'GROUP BY'`,
  );
  const server = sqlFault(node, refusal, { groups: true });
  context.report({
    message,
    ...span,
    ...refusedBy(server),
  });
}

function reportBuckets(node: TypedNode, context: RuleContext): void {
  const refusal: Refusal = {
    status: 400,
    code: 'FRAMEWORK__UNMAPPED_FIELD',
    detail: `Field "id" in entity "${node.entity}" was not found.`,
    parameters: { field: 'id', entity: node.entity },
    stage: 'aggregate',
  };
  const server = sqlFault(node, refusal);
  const type = memberOf(node, 'type');
  context.report({
    message: t(
      'The buckets of a {0} aggregation count ids, and {1} has none: the shop refuses it.',
      node.type ?? '',
      node.entity ?? '',
    ),
    ...atNode(type ?? node),
    ...refusedBy(server),
  });
}
