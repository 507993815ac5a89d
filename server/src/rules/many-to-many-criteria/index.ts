import { t } from '@vscode/l10n';
import type { TypedNode } from '../../criteria/typedTree.ts';
import type { Association } from '../../schema/entitySchema.ts';
import { has } from '../../shopware/changes.ts';
import { phpRefusal, type Refusal, sqlRefusal } from '../../shopware/refusal.ts';
import { conditionsOf, memberOf, pathsOf } from '../conditions.ts';
import { countSortings } from '../count-sorting/index.ts';
import { atKey, atNode, atPart, sqlFault } from '../findings.ts';
import type { Finding, PathSite, Rule, RuleContext } from '../rule.ts';

/** What a many-to-many association cannot take in its criteria (reference, section 2.6). */
export const rule: Rule = {
  meta: {
    code: 'many-to-many-criteria',
    severity: 'warning',
    description: 'A criteria that the shop cannot apply to a many-to-many association.',
  },
  create: (context) => ({
    object: (node) => {
      if (node.association?.relation === 'many_to_many') checkCriteria(node, node.association, context);
    },
  }),
};

const SHAPING = ['limit', 'page', 'sort', 'filter', 'post-filter'] as const;

function checkCriteria(criteria: TypedNode, association: Association, context: RuleContext): void {
  const shaping = SHAPING.flatMap((key) => memberOf(criteria, key) ?? []).filter(({ json }) => json.type !== 'null');
  const [first] = shaping;
  if (first && !hasInverse(association, context)) {
    report(
      first,
      atKey(first),
      t('"{0}" has no way back over the same mapping, so the shop cannot limit, filter or sort it.', association.name),
      noInverse(context),
      context,
    );
    return;
  }
  for (const site of inverseSites(criteria, association, context)) {
    report(
      site.node,
      atPart(site, 0, site.path.text.length),
      t(
        '"{0}" leads back over the mapping that "{1}" already uses: the shop\'s SQL names it twice.',
        site.path.text,
        association.name,
      ),
      NOT_UNIQUE,
      context,
    );
  }
  for (const sorting of countSortings(criteria)) {
    const refusal = sqlRefusal(context.world.version, '1111', 'search', 'Invalid use of group function');
    const message = t('The shop cannot sort a many-to-many association by a count.');
    report(sorting, atNode(sorting), message, refusal, context);
  }
}

function report(
  node: TypedNode,
  span: Pick<Finding, 'start' | 'end' | 'pointer'>,
  message: string,
  refusal: Refusal,
  context: RuleContext,
): void {
  const server = sqlFault(node, refusal);
  context.report({ message, ...span, ...(server ? { server } : {}) });
}

/** Its code is as old as that of an association without an id, see `association-limit`. */
function noInverse({ world }: RuleContext): Refusal {
  const refusal = phpRefusal('search', 'No inverse many-to-many association found.');
  return has(world.version, 'elementsChecked')
    ? { ...refusal, code: 'FRAMEWORK__NO_INVERSE_ASSOCIATION_FOUND' }
    : refusal;
}

const NOT_UNIQUE: Refusal = {
  ...phpRefusal('search', 'The given alias is not unique in FROM and JOIN clause table.'),
  by: 'query builder',
};

/** Whether the target leads back over the same mapping. */
export function hasInverse(association: Association, { world }: RuleContext): boolean {
  return inverseOf(association, world.schema.entity(association.entity)?.properties.values() ?? []) !== undefined;
}

function inverseOf(association: Association, properties: Iterable<unknown>): Association | undefined {
  return [...properties].filter(isAssociation).find((candidate) => candidate.mapping === association.mapping);
}

function isAssociation(property: unknown): property is Association {
  return typeof property === 'object' && property !== null && 'kind' in property && property.kind === 'association';
}

/** Paths of filters, and since 6.5 of sortings, that begin with the own inverse. */
function inverseSites(criteria: TypedNode, association: Association, context: RuleContext): readonly PathSite[] {
  const inverse = inverseOf(association, context.world.schema.entity(association.entity)?.properties.values() ?? []);
  const sorted = has(context.world.version, 'sqlErrorCodes') ? pathsOf(criteria, 'sort', context) : [];
  const sites = [...conditionsOf(criteria, context).map(({ site }) => site), ...sorted];
  return sites.filter(({ path }) => inverse !== undefined && path.associations[0]?.name === inverse.name);
}
