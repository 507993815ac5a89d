import { t } from '@vscode/l10n';
import type { Analysis } from '../../analysis/analyze.ts';
import { indentAt, indentUnit } from '../../criteria/layout.ts';
import { lineEndOf } from '../../criteria/lines.ts';
import type { TypedNode } from '../../criteria/typedTree.ts';
import { addEntry, addKey, movedText, removeEntry, renameKey } from '../../rules/edits.ts';
import type { Edit } from '../../rules/rule.ts';
import type { Refactoring } from './refactoring.ts';
import { endOf, isFilter, isFilterList, lastMember, selectedIn, wayTo } from './selected.ts';

/** Between `filter`, which aggregations see, and `post-filter`, which they do not. The rows stay the same. */
export function postFilter({ document }: Analysis, start: number, end: number): readonly Refactoring[] {
  const { text } = document.syntax;
  const list = wayTo(document.root, start, end).findLast(
    ({ name, parent, criteria }) => parent === criteria && isOne(name),
  );
  const { keyNode, criteria } = list ?? {};
  if (!list || !keyNode || !criteria || list.shadowed) return [];
  const other = list.name === 'filter' ? 'post-filter' : 'filter';
  const target = lastMember(criteria, other);
  const filters = selectedIn(list, start, end);
  const isWhole = !isFilterList(list) || filters.length === list.children.length;
  if (isWhole && !target) {
    return [{ title: t('Turn into "{0}"', other), kind: 'refactor.rewrite', edits: [renameKey(keyNode, other)] }];
  }
  const [first] = filters;
  const last = filters.at(-1);
  if (isWhole || !first || !last || !filters.every(isFilter) || (target && !isFilterList(target))) return [];
  const added = target
    ? addEntry(text, target.json, movedText(text, target.json, first, last))
    : newList(other, text.slice(first.json.offset, endOf(last.json)), list, text);
  const edits = [...removeEntry(text, first, last), ...added];
  return [{ title: t('Move to "{0}"', other), kind: 'refactor.move', edits }];
}

function isOne(name: string | undefined): boolean {
  return name === 'filter' || name === 'post-filter';
}

/** In the layout of the list that the filters come from. */
function newList(key: string, filters: string, list: TypedNode, text: string): readonly Edit[] {
  const isOnOwnLine = text.slice(list.json.offset, list.children[0]?.json.offset).includes('\n');
  const base = `${lineEndOf(text)}${indentAt(text, list.keyNode?.offset ?? 0)}`;
  const value = isOnOwnLine ? `[${base}${indentUnit(text)}${filters}${base}]` : `[${filters}]`;
  return addKey(text, list.criteria.json, key, value);
}
