import { t } from '@vscode/l10n';
import type { Analysis } from '../../analysis/analyze.ts';
import { indentAt, indentUnit, reindent } from '../../criteria/layout.ts';
import { lineEndOf } from '../../criteria/lines.ts';
import { hasComment } from '../../criteria/tokens.ts';
import type { TypedNode } from '../../criteria/typedTree.ts';
import { pathsBelow } from '../../rules/conditions.ts';
import { addEntry, addKey, apply, removeEntry } from '../../rules/edits.ts';
import type { Edit, PathSite } from '../../rules/rule.ts';
import { segmentsOf } from '../reading/nodeAt.ts';
import type { Refactoring } from './refactoring.ts';
import { endOf, isFilter, isFilterList, lastMember, selectedIn, wayTo } from './selected.ts';

/**
 * From the filter of an association, which narrows what is loaded along, to a filter of the search itself:
 * `associations.manufacturer.filter` on `name` becomes a filter on `manufacturer.name`. Other rows are found.
 */
export function extractFilter(analysis: Analysis, start: number, end: number): readonly Refactoring[] {
  const { root, syntax, entity } = analysis.document;
  const { text } = syntax;
  const list = wayTo(root, start, end).findLast(isFilterOfAssociation);
  const association = list && associationPath(list.criteria);
  if (!root || !list || !association || entity === undefined || list.children.length === 0) return [];
  const target = lastMember(root, 'filter');
  const selected = selectedIn(list, start, end);
  const [first] = selected;
  const last = selected.at(-1);
  if (!first || !last || !selected.every(isFilter) || (target && !isFilterList(target))) return [];
  const paths = selected.flatMap((filter) => pathsBelow(filter, analysis));
  const prefixes = paths.map((site) => prefixed(site, association));
  if (!prefixes.every((edit) => edit !== undefined)) return [];
  const isWhole = selected.length === list.children.length;
  if (isWhole && hasCommentAround(list, first, last, text)) return [];
  const filters = moved(first, last, prefixes, text);
  const added = target
    ? addEntry(text, target.json, filters)
    : addKey(text, root.json, 'filter', asList(filters, text));
  return [
    {
      title: t('Filter "{0}" by it: "{1}.…"', entity, association),
      kind: 'refactor.extract',
      edits: [...(isWhole ? removeEntry(text, list) : removeEntry(text, first, last)), ...added],
    },
  ];
}

function isFilterOfAssociation(node: TypedNode): boolean {
  return (
    node.name === 'filter' && node.parent === node.criteria && node.criteria.parent !== undefined && isFilterList(node)
  );
}

/** `manufacturer.media` for the criteria of a nested association; undefined where one of the names is unknown. */
function associationPath({ association, parent }: TypedNode): string | undefined {
  const outer = parent?.criteria;
  if (!association || !outer) return undefined;
  if (!outer.parent) return association.name;
  const before = associationPath(outer);
  return before === undefined ? undefined : `${before}.${association.name}`;
}

/** The path as seen from the root; undefined where it is hidden where it stands. */
function prefixed(site: PathSite, association: string): Edit | undefined {
  const [first, second] = segmentsOf(site);
  if (!first) return undefined;
  const end = first.segment.role === 'prefix' && second ? second.start : first.start;
  return { start: first.start, end, text: `${association}.` };
}

/** A comment that would be lost with the list. */
function hasCommentAround({ json }: TypedNode, first: TypedNode, last: TypedNode, text: string): boolean {
  return hasComment(text, json.offset, first.json.offset) || hasComment(text, endOf(last.json), endOf(json));
}

/**
 * The filters with their new paths, indented as elements of the root's list. Several that speak about the same child
 * go on doing so only in one group (reference, section 3).
 */
function moved(first: TypedNode, last: TypedNode, edits: readonly Edit[], text: string): string {
  const start = first.json.offset;
  const end = endOf(last.json);
  const relative = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  const renamed = apply(text.slice(start, end), relative);
  const isGroup = first !== last && isBelowToMany(first.criteria);
  const depth = indentUnit(text).repeat(isGroup ? 4 : 2);
  const indented = reindent(renamed, indentAt(text, start), depth);
  return isGroup ? asGroup(indented, text) : indented;
}

function isBelowToMany({ association, parent }: TypedNode): boolean {
  return association !== undefined && (association.toMany || (parent !== undefined && isBelowToMany(parent.criteria)));
}

function asGroup(filters: string, text: string): string {
  const keys = ['"type": "multi"', '"operator": "and"', '"queries": ['];
  if (!filters.includes('\n')) return `{ ${keys.join(', ')}${filters}] }`;
  const unit = indentUnit(text);
  const base = lineEndOf(text) + unit + unit;
  return `{${base}${unit}${keys.join(`,${base}${unit}`)}${base}${unit}${unit}${filters}${base}${unit}]${base}}`;
}

function asList(filters: string, text: string): string {
  if (!filters.includes('\n')) return `[${filters}]`;
  const unit = indentUnit(text);
  const base = lineEndOf(text) + unit;
  return `[${base}${unit}${filters}${base}]`;
}
