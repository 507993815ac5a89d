import { t } from '@vscode/l10n';
import type { Analysis } from '../../analysis/analyze.ts';
import { sortingsIn } from '../../analysis/pathSites.ts';
import { memberValues } from '../../criteria/memberValues.ts';
import { hasComment } from '../../criteria/tokens.ts';
import type { TypedNode } from '../../criteria/typedTree.ts';
import { replaceJson, replaceNode } from '../../rules/edits.ts';
import type { Refactoring } from './refactoring.ts';
import { endOf, wayTo } from './selected.ts';

/** Between `"-name,stock"` and a list of sortings. */
export function sortForm({ document }: Analysis, start: number, end: number): readonly Refactoring[] {
  const { text } = document.syntax;
  const sort = wayTo(document.root, start, end).find((node) => node.name === 'sort' && node.parent === node.criteria);
  if (sort?.expected.is === 'sortText' && sort.json.type === 'string') return asList(sort);
  return sort?.expected.is === 'list' && sort.json.type === 'array' ? asText(sort, text) : [];
}

function asList({ json }: TypedNode): readonly Refactoring[] {
  const value = String(json.value);
  const sortings = sortingsIn(value).map(({ text: field, offset }) => {
    const order = value[offset - 1] === '-' ? 'DESC' : 'ASC';
    return `{ "field": ${JSON.stringify(field)}, "order": "${order}" }`;
  });
  if (sortings.length === 0) return [];
  const edits = [replaceNode(json, `[${sortings.join(', ')}]`)];
  return [{ title: t('Write the sorting as a list'), kind: 'refactor.rewrite', edits }];
}

function asText({ json, children }: TypedNode, text: string): readonly Refactoring[] {
  const parts = children.map(shortForm);
  if (parts.length === 0 || hasComment(text, json.offset, endOf(json))) return [];
  if (!parts.every((part) => part !== undefined)) return [];
  const edits = [replaceJson(json, parts.join(','))];
  return [{ title: t('Write the sorting as one string'), kind: 'refactor.rewrite', edits }];
}

/** Undefined where the text form cannot say it. */
function shortForm(sorting: TypedNode): string | undefined {
  const { field, order, ...others } = memberValues(sorting);
  if (typeof field !== 'string' || Object.keys(others).length > 0) return undefined;
  if (field === '' || field.startsWith('-') || field.includes(',')) return undefined;
  if (order === undefined || order === null) return field;
  const direction = String(order).toLowerCase();
  if (direction === 'asc') return field;
  return direction === 'desc' ? `-${field}` : undefined;
}
