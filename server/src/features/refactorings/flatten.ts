import { t } from '@vscode/l10n';
import type { Analysis } from '../../analysis/analyze.ts';
import { indentAt, lineStarts } from '../../criteria/layout.ts';
import { memberValues } from '../../criteria/memberValues.ts';
import { hasComment } from '../../criteria/tokens.ts';
import type { TypedNode } from '../../criteria/typedTree.ts';
import type { Refactoring } from './refactoring.ts';
import { endOf, isFilter, isFilterList, lastMember, wayTo } from './selected.ts';

type Operator = 'and' | 'or';

/** Dissolves a group that combines its filters as what surrounds it does. */
export function flatten(analysis: Analysis, start: number, end: number): readonly Refactoring[] {
  const { document } = analysis;
  const { text } = document.syntax;
  const group = wayTo(document.root, start, end).findLast((node) => isFilter(node) && operatorOf(node) !== undefined);
  const queries = group && lastMember(group, 'queries');
  const [first] = queries?.children ?? [];
  const last = queries?.children.at(-1);
  if (!group || !queries || !first || !last || !isSuperfluous(group, queries, analysis)) return [];
  const inner = { start: first.json.offset, end: endOf(last.json) };
  const { offset } = group.json;
  if (hasComment(text, offset, inner.start) || hasComment(text, inner.end, endOf(group.json))) return [];
  const surplus = indentAt(text, inner.start).length - indentAt(text, offset).length;
  const indent = indentAt(text, inner.start);
  return [
    {
      title: t('Dissolve this group'),
      kind: 'refactor.inline',
      edits: [
        { start: offset, end: inner.start, text: '' },
        ...lineStarts(text, inner.start, inner.end)
          .filter((at) => surplus > 0 && text.startsWith(indent, at))
          .map((at) => ({ start: at, end: at + surplus, text: '' })),
        { start: inner.end, end: endOf(group.json), text: '' },
      ],
    },
  ];
}

function isSuperfluous(group: TypedNode, queries: TypedNode, analysis: Analysis): boolean {
  const { parent } = group;
  if (!isFilterList(queries) || !queries.children.every(isFilter)) return false;
  if (queries.children.length === 1) return true;
  if (!parent || !isFilterList(parent)) return false;
  const operator = operatorOf(group);
  return operator === surroundingOperator(parent) && (operator === 'or' || toManyPaths(queries, analysis) < 2);
}

/** Conditions in one group speak about the same child, as entries of a list each about any (reference, section 3). */
function toManyPaths(node: TypedNode, analysis: Analysis): number {
  const own = analysis.sites(node).filter(({ path }) => path.associations.some(({ toMany }) => toMany)).length;
  return node.children.reduce((sum, child) => sum + toManyPaths(child, analysis), own);
}

/** How a group that negates nothing combines its filters. */
function operatorOf(node: TypedNode): Operator | undefined {
  switch (node.type) {
    case 'and':
    case 'or':
      return node.type;
    case 'multi':
      return written(node, { and: 'and', or: 'or' });
    default:
      return undefined;
  }
}

/** How a list combines its filters: a group's as its type says, every other list demands all of them. */
function surroundingOperator({ parent }: TypedNode): Operator | undefined {
  switch (parent?.expected.is === 'variant' && parent.expected.family === 'filter' ? parent.type : 'and') {
    case 'and':
    case 'nand':
      return 'and';
    case 'or':
    case 'nor':
      return 'or';
    case 'multi':
    case 'not':
      return parent && written(parent, { and: 'and', or: 'or' });
    default:
      return undefined;
  }
}

/** Undefined for what the server refuses, or takes for something else. */
function written(node: TypedNode, known: Readonly<Record<string, Operator>>): Operator | undefined {
  const { operator } = memberValues(node);
  if (operator === undefined || operator === null) return 'and';
  return typeof operator === 'string' ? known[operator.toLowerCase()] : undefined;
}
