import { t } from '@vscode/l10n';
import type { Analysis } from '../../analysis/analyze.ts';
import { memberValues } from '../../criteria/memberValues.ts';
import { hasComment } from '../../criteria/tokens.ts';
import type { TypedNode } from '../../criteria/typedTree.ts';
import { rebracket, replaceNode, textOf } from '../../rules/edits.ts';
import type { Edit } from '../../rules/rule.ts';
import type { Refactoring } from './refactoring.ts';
import { endOf, lastMember, wayTo } from './selected.ts';

/** Between the short form `{"active": true}` and a list of `equals` filters. */
export function filterForm({ document }: Analysis, start: number, end: number): readonly Refactoring[] {
  const { text } = document.syntax;
  const filter = wayTo(document.root, start, end).findLast(
    ({ name, parent, criteria }) => parent === criteria && (name === 'filter' || name === 'post-filter'),
  );
  if (!filter || filter.children.length === 0 || filter.children.some(({ shadowed }) => shadowed)) return [];
  if (filter.expected.is === 'map' && filter.json.type === 'object') return asList(filter, text);
  return filter.expected.is === 'list' && filter.json.type === 'array' ? asMap(filter, text) : [];
}

function asList({ json, children }: TypedNode, text: string): readonly Refactoring[] {
  const edits = children.map((child) => listEntry(child, text));
  if (!edits.every((edit) => edit !== undefined)) return [];
  return [
    {
      title: t('Write the filters as a list'),
      kind: 'refactor.rewrite',
      edits: [...rebracket(text, json, '[', ']'), ...edits.flat()],
    },
  ];
}

/** Around key and value, which stay as they are. */
function listEntry({ keyNode, json }: TypedNode, text: string): readonly Edit[] | undefined {
  if (!keyNode || !isPlain(json.value) || json.children || hasComment(text, endOf(keyNode), json.offset))
    return undefined;
  const end = endOf(json);
  return [
    { start: keyNode.offset, end: keyNode.offset, text: '{ "type": "equals", "field": ' },
    { start: endOf(keyNode), end: json.offset, text: ', "value": ' },
    { start: end, end, text: ' }' },
  ];
}

function asMap({ json, children }: TypedNode, text: string): readonly Refactoring[] {
  const fields = new Set(children.map((child) => memberValues(child).field));
  const edits = children.map((child) => mapEntry(child, text));
  if (fields.size < children.length || !edits.every((edit) => edit !== undefined)) return [];
  return [
    {
      title: t('Write the filters in the short form'),
      kind: 'refactor.rewrite',
      edits: [...rebracket(text, json, '{ ', ' }'), ...edits],
    },
  ];
}

function mapEntry(filter: TypedNode, text: string): Edit | undefined {
  const { type, field: path, value: operand, ...others } = memberValues(filter);
  const field = lastMember(filter, 'field');
  const value = lastMember(filter, 'value');
  const isShort = type === 'equals' && typeof path === 'string' && path !== '' && isPlain(operand);
  if (!field || !value || !isShort || Object.keys(others).length > 0) return undefined;
  if (hasComment(text, filter.json.offset, endOf(filter.json))) return undefined;
  return replaceNode(filter.json, `${textOf(text, field.json)}: ${textOf(text, value.json)}`);
}

/** What the short form takes in every version (reference, section 2.2). */
function isPlain(value: unknown): boolean {
  return typeof value === 'boolean' || typeof value === 'number' || (typeof value === 'string' && value !== '');
}
