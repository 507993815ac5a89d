import { t } from '@vscode/l10n';
import type { Analysis } from '../../analysis/analyze.ts';
import { indentAt, indentUnit } from '../../criteria/layout.ts';
import { lineEndOf } from '../../criteria/lines.ts';
import type { TypedNode } from '../../criteria/typedTree.ts';
import { addEntry, addKey, removeEntry, renameKey, textOf } from '../../rules/edits.ts';
import type { Refactoring } from './refactoring.ts';
import { isFilter, isFilterList, memberOf, wayTo } from './selected.ts';

/** Between `filter`, which aggregations see, and `post-filter`, which they do not. The rows stay the same. */
export function postFilter({ document }: Analysis, start: number, end: number): readonly Refactoring[] {
  const { text } = document.syntax;
  const way = wayTo(document.root, start, end);
  const list = way.findLast(({ name, parent, criteria }) => parent === criteria && isOne(name));
  const { keyNode, criteria } = list ?? {};
  if (!list || !keyNode || !criteria || list.shadowed) return [];
  const other = list.name === 'filter' ? 'post-filter' : 'filter';
  const target = memberOf(criteria, other);
  const filter = way.find((node) => node.parent === list && isFilter(node));
  if (!target && (!filter || list.children.length === 1)) {
    return [{ title: t('Turn into "{0}"', other), kind: 'refactor.rewrite', edits: [renameKey(keyNode, other)] }];
  }
  if (!filter || !isFilterList(list) || list.children.length === 1) return [];
  if (target && !isFilterList(target)) return [];
  const added = target ? addEntry(text, target.json, textOf(text, filter.json)) : newList(other, filter, list, text);
  return [{ title: t('Move to "{0}"', other), kind: 'refactor.move', edits: [...removeEntry(text, filter), ...added] }];
}

function isOne(name: string | undefined): boolean {
  return name === 'filter' || name === 'post-filter';
}

/** In the layout of the list that the filter comes from. */
function newList(key: string, { json }: TypedNode, list: TypedNode, text: string) {
  const filter = textOf(text, json);
  const isOnOwnLine = text.slice(list.json.offset, list.children[0]?.json.offset).includes('\n');
  const base = `${lineEndOf(text)}${indentAt(text, list.keyNode?.offset ?? 0)}`;
  const value = isOnOwnLine ? `[${base}${indentUnit(text)}${filter}${base}]` : `[${filter}]`;
  return addKey(text, list.criteria.json, key, value);
}
