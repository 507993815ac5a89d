import { t } from '@vscode/l10n';
import { toInteger } from '../../criteria/php.ts';
import { hasFlag } from '../../schema/entitySchema.ts';
import { isScored, memberOf, pathsOf } from '../conditions.ts';
import { addEntry, replaceJson } from '../edits.ts';
import { atNode } from '../findings.ts';
import { isFaulty } from '../innerFault.ts';
import type { Fix, Rule, RuleContext } from '../rule.ts';

/** Rows that sort equally come in no fixed order, so that pages repeat and skip rows (reference, section 2.1). */
export const rule: Rule = {
  meta: {
    code: 'unstable-paging',
    severity: 'warning',
    description: 'A further page without a unique last sorting.',
  },
  create: (context) => ({
    document: () => {
      const { root, entity } = context.document;
      const page = root && memberOf(root, 'page');
      if (!root || !page || toInteger(page.json.value) < 2 || memberOf(root, 'ids') || !memberOf(root, 'limit')) return;
      const last = pathsOf(root, 'sort', context).at(-1)?.path;
      const target = last?.associations.length === 0 ? last.target : undefined;
      if (last?.refused || (target && (hasFlag(target, 'primary_key') || target.name === 'autoIncrement'))) return;
      if (!context.world.schema.entity(entity ?? '')?.hasId || context.world.api === 'store') return;
      if (isFaulty(root, ['page', 'limit', 'sort'], context)) return;
      context.report({
        message: t(
          'Rows that sort equally are returned in a different order each time, so pages repeat and skip rows: add "id" as the last sorting.',
        ),
        ...atNode(page),
        fixes: () => fixesFor(context),
      });
    },
  }),
};

function fixesFor(context: RuleContext): readonly Fix[] {
  const { root, syntax } = context.document;
  const { text } = syntax;
  const sort = root && memberOf(root, 'sort');
  if (!root) return [];
  const title = t('Add "id" as the last sorting');
  // Without a sorting the best match comes first.
  const implied = isScored(root, context) ? ['{ "field": "_score", "order": "DESC" }'] : [];
  const byId = '{ "field": "id" }';
  if (!sort) {
    const entry = `"sort": [${[...implied, byId].join(', ')}]`;
    return [{ title, edits: addEntry(text, root.json, entry), preferred: true }];
  }
  if (sort.json.type === 'string') {
    return [{ title, edits: [replaceJson(sort.json, `${sort.json.value},id`)], preferred: true }];
  }
  return sort.json.type === 'array'
    ? [
        {
          title,
          edits: addEntry(text, sort.json, ...(sort.children.length === 0 ? implied : []), byId),
          preferred: true,
        },
      ]
    : [];
}
