import { t } from '@vscode/l10n';
import type { Analysis } from '../../analysis/analyze.ts';
import { indentAt, indentUnit, lineStarts } from '../../criteria/layout.ts';
import { lineEndOf } from '../../criteria/lines.ts';
import type { TypedNode } from '../../criteria/typedTree.ts';
import type { Edit } from '../../rules/rule.ts';
import type { Refactoring } from './refactoring.ts';
import { endOf, selectedFilters } from './selected.ts';

/** Puts the selected filters into a group, in their place. */
export function wrap({ document }: Analysis, start: number, end: number): readonly Refactoring[] {
  const filters = selectedFilters(document.root, start, end);
  const { text } = document.syntax;
  return groupsFor(filters.length).map(({ title, type, operator }) => ({
    title,
    kind: 'refactor.rewrite',
    edits: wrapIn(type, operator, filters, text),
  }));
}

interface Group {
  readonly title: string;
  readonly type: 'multi' | 'not';
  readonly operator: 'and' | 'or';
}

function groupsFor(filters: number): readonly Group[] {
  if (filters === 0) return [];
  const nots: readonly Group[] =
    filters === 1
      ? [{ title: t('Wrap in "not"'), type: 'not', operator: 'and' }]
      : [
          { title: t('Wrap in "not": none of them'), type: 'not', operator: 'or' },
          { title: t('Wrap in "not": not all of them'), type: 'not', operator: 'and' },
        ];
  return [
    { title: t('Wrap in "multi": all of them'), type: 'multi', operator: 'and' },
    { title: t('Wrap in "multi": at least one of them'), type: 'multi', operator: 'or' },
    ...nots,
  ];
}

function wrapIn(type: string, operator: string, filters: readonly TypedNode[], text: string): readonly Edit[] {
  const start = filters[0]?.json.offset ?? 0;
  const last = filters.at(-1);
  const end = last ? endOf(last.json) : start;
  const keys = [`"type": "${type}"`, `"operator": "${operator}"`, '"queries": ['];
  if (!text.slice(start, end).includes('\n')) {
    return [insert(start, `{ ${keys.join(', ')}`), insert(end, '] }')];
  }
  const unit = indentUnit(text);
  const base = lineEndOf(text) + indentAt(text, start);
  return [
    insert(start, `{${base}${unit}${keys.join(`,${base}${unit}`)}${base}${unit}${unit}`),
    ...lineStarts(text, start, end).map((at) => insert(at, unit + unit)),
    insert(end, `${base}${unit}]${base}}`),
  ];
}

function insert(at: number, text: string): Edit {
  return { start: at, end: at, text };
}
