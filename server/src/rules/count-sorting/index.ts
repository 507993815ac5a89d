import { t } from '@vscode/l10n';
import { memberValues } from '../../criteria/memberValues.ts';
import type { TypedNode } from '../../criteria/typedTree.ts';
import { has } from '../../shopware/changes.ts';
import { phpRefusal, type Refusal } from '../../shopware/refusal.ts';
import { conditionsOf, firstToMany, isGrouped, isLimitOne, isScored, memberOf, pathsOf } from '../conditions.ts';
import { addKey } from '../edits.ts';
import { atKey, atNode, becauseOf, sqlFault } from '../findings.ts';
import type { Rule, RuleContext } from '../rule.ts';

/** Sorting by a count without grouping: one row of the whole result is left (reference, section 2.4). */
export const rule: Rule = {
  meta: {
    code: 'count-sorting',
    severity: 'warning',
    description: 'Sorting by a count where the shop does not group: only one row is left.',
  },
  create: (context) => ({
    object: (node) => {
      if (node.criteria !== node || !has(context.world.version, 'countSorting')) return;
      if (node.parent) {
        checkAssociation(node, context);
        return;
      }
      const counting = countSortings(node);
      const [first] = counting;
      // Where the counted path is none, that is what is wrong.
      const isUnknown = first && context.sites(memberOf(first, 'field') ?? first)[0]?.path.refused;
      if (!first || isUnknown || isGroupedById(node, context) || isUnclear(node, context)) return;
      const limit = memberOf(node, 'limit');
      const server = has(context.world.version, 'sqlErrorCodes') ? sqlFault(first, NOTHING_FOUND) : undefined;
      context.report({
        message: isLimitOne(node)
          ? t(
              'Sorting by a count with "limit": 1 leaves one row of the whole result; if nothing matches, the shop answers with an error. "grouping": ["id"] helps.',
            )
          : t(
              'Sorting by a count on a path without a to-many association leaves one row of the whole result; if nothing matches, the shop answers with an error. "grouping": ["id"] helps.',
            ),
        ...atNode(memberOf(first, 'type') ?? first),
        ...(limit && isLimitOne(node) ? becauseOf(atKey(limit), 'limit') : {}),
        ...(server ? { server } : {}),
        fixes: () => [
          {
            title: t('Add {0}', '"grouping": ["id"]'),
            edits: addKey(context.document.syntax.text, node.json, 'grouping', '["id"]'),
            preferred: true,
          },
        ],
      });
    },
  }),
};

/** What decides over the grouping. */
const DECIDING = ['limit', 'filter', 'grouping', 'post-filter', 'sort'];

/** Whether the shop refuses something that may be the very path to group by: what comes of the rest nobody knows. */
function isUnclear(criteria: TypedNode, context: RuleContext): boolean {
  const isRefused = context.faultsOf(criteria).some(({ key = '', server }) => server && DECIDING.includes(key));
  return (
    isRefused || criteria.children.some((child) => DECIDING.includes(child.name ?? '') && isBroken(child, context))
  );
}

function isBroken(node: TypedNode, context: RuleContext): boolean {
  if (context.faultsOf(node).some(({ server }) => server)) return true;
  return (
    context.sites(node).some(({ path }) => path.refused) || node.children.some((child) => isBroken(child, context))
  );
}

/** Children of all parents are counted together where nothing groups them (section 2.6). */
function checkAssociation(criteria: TypedNode, context: RuleContext): void {
  if (criteria.association?.relation !== 'one_to_many') return;
  const { name } = criteria.association;
  const isGrouping = has(context.world.version, 'groupedAssociations');
  const first = countSortings(criteria)[0] ?? (isGrouping ? undefined : sortingThroughToMany(criteria, context));
  if (!first) return;
  const limit = memberOf(criteria, 'limit');
  const isLimited = limit !== undefined && limit.json.type !== 'null' && name !== 'translations';
  if (!isLimited && isGrouping && isGroupedById(criteria, context)) return;
  const server = isLimited ? undefined : sqlFault(first, isGrouping ? NOT_INITIALIZED : NO_ID_TO_SET);
  context.report({
    message: messageInAssociation(criteria, name, isLimited, context),
    ...atNode(memberOf(first, 'type') ?? first),
    ...(limit && isLimited ? becauseOf(atKey(limit), 'limit') : {}),
    ...(server ? { server: { ...server, refusal: { ...server.refusal, when: 'no rows' } } } : {}),
  });
}

function messageInAssociation(criteria: TypedNode, name: string, isLimited: boolean, context: RuleContext): string {
  if (isLimited) return t('Sorting "{0}" by a count with a "limit" leaves one child for all parents together.', name);
  if (!isGroupedById(criteria, context)) {
    return t(
      'Sorting "{0}" by a count on a path without a to-many association leaves one child for all parents together.',
      name,
    );
  }
  return t('Sorted through a to-many association, "{0}" fails in Shopware 6.4 as soon as it finds no row.', name);
}

function sortingThroughToMany(criteria: TypedNode, context: RuleContext): TypedNode | undefined {
  return pathsOf(criteria, 'sort', context).find((site) => !site.path.refused && firstToMany(site))?.node.parent;
}

/** The one row of a count over nothing is no entity. */
const NOT_INITIALIZED = phpRefusal('search', 'Typed property must not be accessed before initialization');
const NO_ID_TO_SET = phpRefusal('search', 'setId(): Argument #1 ($id) must be of type string, null given');

const NOTHING_FOUND: Refusal = {
  status: 500,
  code: 'FRAMEWORK__INVALID_CRITERIA_IDS',
  detail: 'Invalid ids provided in criteria. Ids should not be empty. Ids: Array\n(\n)\n.',
  stage: 'search',
  when: 'no rows',
};

/** The sortings of a criteria that count. */
export function countSortings(criteria: TypedNode): readonly TypedNode[] {
  return (memberOf(criteria, 'sort')?.children ?? []).filter((sorting) => {
    const { type } = memberValues(sorting);
    return typeof type === 'string' && type.toLowerCase() === 'count';
  });
}

function isGroupedById(criteria: TypedNode, context: RuleContext): boolean {
  if (isGrouped(criteria)) return true;
  if (isLimitOne(criteria)) return false;
  if (isScored(criteria, context)) return true;
  const sites = [...conditionsOf(criteria, context).map(({ site }) => site), ...pathsOf(criteria, 'sort', context)];
  return sites.some((site) => firstToMany(site) !== undefined);
}
