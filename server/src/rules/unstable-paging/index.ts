import { t } from '@vscode/l10n';
import { toInteger } from '../../criteria/php.ts';
import { hasFlag } from '../../schema/entitySchema.ts';
import { memberOf, pathsOf } from '../conditions.ts';
import { addEntry, replaceJson } from '../edits.ts';
import { atNode } from '../findings.ts';
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
      context.report({
        message: t(
          'Rows that sort equally come in another order each time, so that pages repeat and skip rows: sort by "id" at last.',
        ),
        ...atNode(page),
        fixes: () => fixesFor(context),
      });
    },
  }),
};

function fixesFor({ document }: RuleContext): readonly Fix[] {
  const { root } = document;
  const { text } = document.syntax;
  const sort = root && memberOf(root, 'sort');
  if (!root) return [];
  const title = t('Sort by "id" at last');
  if (!sort) return [{ title, edits: [addEntry(text, root.json, '"sort": [{ "field": "id" }]')], preferred: true }];
  if (sort.json.type === 'string') {
    return [{ title, edits: [replaceJson(sort.json, `${sort.json.value},id`)], preferred: true }];
  }
  return sort.json.type === 'array'
    ? [{ title, edits: [addEntry(text, sort.json, '{ "field": "id" }')], preferred: true }]
    : [];
}
