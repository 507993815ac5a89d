import { t } from '@vscode/l10n';
import { partsOf } from '../../criteria/php.ts';
import { hasComment } from '../../criteria/tokens.ts';
import type { TypedNode } from '../../criteria/typedTree.ts';
import type { ResolvedPath } from '../../schema/resolvePath.ts';
import { memberOf } from '../conditions.ts';
import { addEntry, removeEntry, replaceNode, textOf } from '../edits.ts';
import { atNode } from '../findings.ts';
import type { Fix, Rule, RuleContext } from '../rule.ts';
import { hasVariable } from '../variables.ts';

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
      if (!field || !value || !path || !isOwnId(path) || !isIds(value, node.type)) return;
      if (memberOf(root, 'ids') || memberOf(root, 'page')) return;
      context.report({
        message: t('"ids" finds rows by their ids without a search, in the order that you give.'),
        ...atNode(field),
        fixes: () => moveFixes(node, value, list, context),
      });
    },
  }),
};

/** Also `product.id`; not `manufacturer.id`, which needs no join but is another row's id. */
function isOwnId({ refused, target, segments }: ResolvedPath): boolean {
  return !refused && target?.name === 'id' && segments.filter(({ role }) => role !== 'prefix').length === 1;
}

/** What finds the same rows in `ids`: whole ids in lower case, or what is only known when it is sent. */
function isIds({ json }: TypedNode, type: string | undefined): boolean {
  if (type === 'equals') return isId(json.value);
  if (type !== 'equalsAny') return false;
  const isText = json.type === 'string';
  const values: readonly unknown[] = isText
    ? partsOf(String(json.value))
    : (json.children ?? []).map(({ value }) => value);
  return (isText || json.type === 'array') && values.length > 0 && values.every(isId);
}

function isId(value: unknown): boolean {
  return hasVariable(value) || (typeof value === 'string' && /^[0-9a-f]{32}$/.test(value));
}

/** `limit` has no effect next to `ids` any more. */
function moveFixes(node: TypedNode, value: TypedNode, list: TypedNode, { document }: RuleContext): readonly Fix[] {
  const { root } = document;
  const { text } = document.syntax;
  const entry = list.json.parent;
  if (!root || !entry) return [];
  // What is moved is the value alone, out of its list where it is the only filter.
  const left = list.children.length === 1 ? entry : node.json;
  const { offset, length } = value.json;
  if (hasComment(text, left.offset, offset) || hasComment(text, offset + length, left.offset + left.length)) return [];
  const own = textOf(text, value.json);
  const isList = value.json.type === 'array' || node.type === 'equalsAny';
  const ids = isList ? own : `[${own}]`;
  const limit = memberOf(root, 'limit');
  const moved =
    list.children.length === 1
      ? [replaceNode(entry, `"ids": ${ids}`)]
      : [...removeEntry(text, node), ...addEntry(text, root.json, `"ids": ${ids}`)];
  const edits = [...moved, ...(limit ? removeEntry(text, limit) : [])];
  return [{ title: t('Move to "ids"'), edits, preferred: true }];
}
