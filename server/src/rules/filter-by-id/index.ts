import { t } from '@vscode/l10n';
import type { TypedNode } from '../../criteria/typedTree.ts';
import { memberOf } from '../conditions.ts';
import { addEntry, removeEntry, replaceNode, textOf } from '../edits.ts';
import { atNode } from '../findings.ts';
import type { Fix, Rule, RuleContext } from '../rule.ts';

/** `ids` says the same as a filter on `id`, and reads the rows without a search (reference, section 2.1). */
export const rule: Rule = {
  meta: { code: 'filter-by-id', severity: 'hint', description: 'A filter on "id" where "ids" says the same.' },
  create: (context) => ({
    filter: (node) => {
      const { root } = context.document;
      const list = node.parent;
      if (!root || list?.name !== 'filter' || list.parent !== root || list.json.type !== 'array') return;
      const field = memberOf(node, 'field');
      const value = memberOf(node, 'value');
      const path = field && context.path(field);
      if (!field || !value || path?.refused || path?.target?.name !== 'id' || path.associations.length > 0) return;
      if (!['equals', 'equalsAny'].includes(node.type ?? '') || !isIds(value)) return;
      if (memberOf(root, 'ids') || memberOf(root, 'page')) return;
      context.report({
        message: t('"ids" finds rows by their ids without a search, in the order that you give.'),
        ...atNode(field),
        fixes: () => moveFixes(node, value, list, context),
      });
    },
  }),
};

function isIds({ json }: TypedNode): boolean {
  return json.type === 'string' ? json.value !== '' : json.type === 'array' && (json.children?.length ?? 0) > 0;
}

/** `limit` has no effect next to `ids` any more. */
function moveFixes(node: TypedNode, value: TypedNode, list: TypedNode, { document }: RuleContext): readonly Fix[] {
  const { root } = document;
  const { text } = document.syntax;
  const entry = list.json.parent;
  if (!root || !entry) return [];
  const own = textOf(text, value.json);
  const ids = value.json.type === 'array' ? own : JSON.stringify(String(value.json.value).split('|'));
  const limit = memberOf(root, 'limit');
  const moved =
    list.children.length === 1
      ? [replaceNode(entry, `"ids": ${ids}`)]
      : [...removeEntry(text, node), addEntry(text, root.json, `"ids": ${ids}`)];
  const edits = [...moved, ...(limit ? removeEntry(text, limit) : [])];
  return [{ title: t('Move to "ids"'), edits, preferred: true }];
}
