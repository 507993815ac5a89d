import { t } from '@vscode/l10n';
import { applyEdits } from 'jsonc-parser';
import type { Directive } from '../criteria/directives.ts';
import { indentAt, indentUnit, lineStarts, reindent } from '../criteria/layout.ts';
import { endOfLine, lineEndOf, topOf } from '../criteria/lines.ts';
import type { JsonNode } from '../criteria/syntax.ts';
import { hasComment, isComment, nextToken, type Token, tokensBetween } from '../criteria/tokens.ts';
import type { TypedNode } from '../criteria/typedTree.ts';
import type { Edit, Fix } from './rule.ts';

/** Puts another text in place of a node. */
export function replaceNode(node: JsonNode, text: string): Edit {
  return { start: node.offset, end: node.offset + node.length, text };
}

/** Replaces a value (or a key's text) by JSON of `value`. */
export function replaceJson(node: JsonNode, value: unknown): Edit {
  return replaceNode(node, JSON.stringify(value));
}

/** Renames a key, keeping its value. */
export function renameKey(keyNode: JsonNode, name: string): Edit {
  return replaceJson(keyNode, name);
}

/** Puts another value into a directive, apart from its name (`@entity: product` has none of the space between). */
export function changeDirective({ nameEnd, valueStart, valueEnd }: Directive, value: string): Edit {
  return { start: valueStart, end: valueEnd, text: valueStart === nameEnd ? ` ${value}` : value };
}

/** A fix that puts another text in place of a string: `Change to "manufacturer"`. */
export function changeTo(node: JsonNode, name: string, preferred: boolean): Fix {
  return { title: t('Change to "{0}"', name), edits: [replaceJson(node, name)], preferred };
}

/** Puts text before and after a node, which stays as it is: `[` and `]`. */
export function wrap(node: JsonNode, before: string, after: string): readonly Edit[] {
  const end = node.offset + node.length;
  return [
    { start: node.offset, end: node.offset, text: before },
    { start: end, end, text: after },
  ];
}

/**
 * Other brackets around what is in a list or an object, comments included. The spaces in `[ ` and ` ]` count where
 * bracket and content share a line.
 */
export function rebracket(text: string, { offset, length }: JsonNode, open: string, close: string): readonly Edit[] {
  const inside = text.slice(offset + 1, offset + length - 1);
  const before = /^[ \t]*(?=\S)/.exec(inside)?.[0];
  const after = /(?<=\S)[ \t]*$/.exec(inside)?.[0];
  const start = offset + length - 1 - (after?.length ?? 0);
  return [
    { start: offset, end: offset + 1 + (before?.length ?? 0), text: before === undefined ? open.trim() : open },
    { start, end: offset + length, text: after === undefined ? close.trim() : close },
  ];
}

/** Takes the only element out of its list; comments beside it stay. */
export function takeOut(text: string, list: JsonNode, only: JsonNode): Fix {
  const end = only.offset + only.length;
  const isCommented = hasComment(text, list.offset, only.offset) || hasComment(text, end, list.offset + list.length);
  const edits = isCommented ? rebracket(text, list, '', '') : [replaceNode(list, textOf(text, only))];
  return { title: t('Take it out of the list'), edits, preferred: true };
}

/** The text of a node as the author wrote it. */
export function textOf(text: string, node: JsonNode): string {
  return text.slice(node.offset, node.offset + node.length);
}

/** Adds a key behind the last one of an object, in the author's formatting; `value` is JSON text. */
export function addKey(text: string, object: JsonNode, key: string, value: string): readonly Edit[] {
  return addEntry(text, object, `${JSON.stringify(key)}: ${value}`);
}

/**
 * Adds entries (JSON texts) behind the last one of an object or a list, in the author's formatting. A comment behind
 * the last one, in its line, stays with it.
 */
export function addEntry(text: string, container: JsonNode, ...entries: readonly string[]): readonly Edit[] {
  const first = container.children?.[0];
  const last = container.children?.at(-1);
  if (!first || !last) return [addFirst(text, container, entries.join(', '))];
  const gap = /\r?\n[ \t]*$/.exec(text.slice(container.offset + 1, first.offset))?.[0];
  const at = last.offset + last.length;
  const comments = commentsBehind(text, at, container.offset + container.length);
  const end = comments.at(-1)?.end ?? at;
  const isOpenEnded = comments.at(-1)?.kind === 'lineComment';
  if (gap === undefined && !isOpenEnded) return [insertAt(end, entries.map((entry) => `, ${entry}`).join(''))];
  const ownLine = gap ?? lineInside(text, container);
  const added = ownLine + entries.join(`,${ownLine}`);
  return end === at ? [insertAt(at, `,${added}`)] : [insertAt(at, ','), insertAt(end, added)];
}

function addFirst(text: string, container: JsonNode, entry: string): Edit {
  const start = container.offset + 1;
  const end = container.offset + container.length - 1;
  const padding = container.type === 'object' ? ' ' : '';
  const last = [...tokensBetween(text, start, end)].at(-1);
  if (!last) return { start, end, text: `${padding}${entry}${padding}` };
  const isOneLine = !text.slice(start, end).includes('\n');
  return insertAt(last.end, isOneLine ? ` ${entry}` : lineInside(text, container) + entry);
}

/** Those that begin in the line of an offset, with nothing else before them. */
function commentsBehind(text: string, offset: number, end: number): readonly Token[] {
  const comments: Token[] = [];
  const lineEnd = endOfLine(text, offset);
  for (const token of tokensBetween(text, offset, end)) {
    if (!isComment(token) || token.start > lineEnd) break;
    comments.push(token);
  }
  return comments;
}

/** The beginning of a line in a container that has none to go by. */
function lineInside(text: string, container: JsonNode): string {
  return lineEndOf(text) + indentAt(text, container.offset) + indentUnit(text);
}

/** Puts a text between two others. */
export function insertAt(at: number, text: string): Edit {
  return { start: at, end: at, text };
}

/** Neighbours as they stand, indented as entries of the container that they are to be moved to. */
export function movedText(text: string, to: JsonNode, first: TypedNode, last: TypedNode = first): string {
  const { start, end } = spanOf(first, last);
  const indent = indentAt(text, (to.children?.[0] ?? to).offset);
  return reindent(text.slice(start, end), indentAt(text, start), indent);
}

/**
 * Puts brackets around entries that stand together, with more entries (JSON texts) before them: `"parameters": {` and
 * `}`; undefined where they do not stand together.
 */
export function encloseEntries(
  text: string,
  nodes: readonly TypedNode[],
  open: string,
  close: string,
  ...added: readonly string[]
): readonly Edit[] | undefined {
  const first = nodes[0];
  const last = nodes.at(-1);
  if (!first || !last) return undefined;
  const siblings = entryOf(first).parent?.children ?? [];
  if (siblings.indexOf(entryOf(last)) - siblings.indexOf(entryOf(first)) !== nodes.length - 1) return undefined;
  const { start, end } = spanOf(first, last);
  const isOnOneLine = !text.slice(start, end).includes('\n');
  const unit = isOnOneLine ? '' : indentUnit(text);
  const outer = isOnOneLine ? ' ' : lineEndOf(text) + indentAt(text, start);
  const inner = outer + unit;
  return [
    insertAt(start, open + inner + added.map((entry) => `${entry},${inner}`).join('')),
    ...lineStarts(text, start, end).map((at) => insertAt(at, unit)),
    insertAt(end, outer + close),
  ];
}

/** What stands in a container: a value of a list, or a key with its value. */
function entryOf({ json }: TypedNode): JsonNode {
  return json.parent?.type === 'property' ? json.parent : json;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function spanOf(first: TypedNode, last: TypedNode): Span {
  const { offset, length } = entryOf(last);
  return { start: entryOf(first).offset, end: offset + length };
}

/** Whether an edit is one of this text: in broken text a node may end before it begins, and nobody meant what lies between. */
export function isWithin({ start, end }: Edit, text: string): boolean {
  return 0 <= start && start <= end && end <= text.length;
}

/** A new first line; a byte order mark stays in front of everything. */
export function topLine(text: string, line: string): Edit {
  const at = topOf(text);
  return { start: at, end: at, text: line + lineEndOf(text) };
}

/**
 * Takes an entry out, or neighbours up to a last one, with the comma that belongs to them and their lines where they
 * have some of their own; comments around them stay.
 */
export function removeEntry(text: string, first: TypedNode, last: TypedNode = first): readonly Edit[] {
  const span = spanOf(first, last);
  const comma = commaAfter(text, span.end);
  if (comma !== undefined) return removeWithComma(text, span, comma);
  const container = entryOf(first).parent;
  const siblings = container?.children ?? [];
  if (siblings[siblings.indexOf(entryOf(last)) + 1]) return [{ ...withLine(text, span), text: '' }];
  const previous = siblings[siblings.indexOf(entryOf(first)) - 1];
  return previous
    ? removeLast(text, span, previous.offset + previous.length)
    : removeOnly(text, span, (container?.offset ?? -1) + 1);
}

/** Of several entries the last ones: no comma may be left before the end. `before` is where the one before them ends. */
function removeLast(text: string, span: Span, before: number): readonly Edit[] {
  const { end } = span;
  const { start, own } = withSpaceBefore(text, span, before);
  const comma = commaAfter(text, before);
  if (comma === undefined) return [{ ...(own ?? { start, end }), text: '' }];
  if (start <= comma + 1) return [{ start: comma, end, text: '' }];
  return [
    { start: comma, end: comma + 1, text: '' },
    { ...(own ?? { start, end }), text: '' },
  ];
}

function removeOnly(text: string, span: Span, before: number): readonly Edit[] {
  const { start, own } = withSpaceBefore(text, span, before);
  return [{ ...(own ?? { start, end: skip(text, span.end, SPACE) }), text: '' }];
}

/** Where the space before entries begins; their own lines where that would end no comment. */
function withSpaceBefore(text: string, span: Span, before: number): { readonly start: number; readonly own?: Span } {
  const start = skipBack(text, span.start, SPACE);
  return hasLineComment(text, before, start) ? { start, own: withLine(text, span) } : { start };
}

function removeWithComma(text: string, { start, end }: Span, comma: number): readonly Edit[] {
  if (text.slice(end, comma).trim() === '') return [{ ...withLine(text, { start, end: comma + 1 }), text: '' }];
  return [
    { start, end, text: '' },
    { start: comma, end: comma + 1, text: '' },
  ];
}

function hasLineComment(text: string, start: number, end: number): boolean {
  for (const { kind } of tokensBetween(text, start, end)) if (kind === 'lineComment') return true;
  return false;
}

/** Takes the whole line where there is nothing else on it, else the space behind. */
function withLine(text: string, { start, end }: Span): Span {
  const from = skipBack(text, start, ' \t');
  const to = skip(text, end, ' \t');
  const lineEnd = skip(text, to, '\r');
  const isAlone = text[from - 1] === '\n' && text[lineEnd] === '\n';
  return isAlone ? { start: from, end: lineEnd + 1 } : { start, end: to };
}

function skip(text: string, offset: number, characters: string): number {
  let at = offset;
  while (at < text.length && characters.includes(text[at] ?? '')) at++;
  return at;
}

function skipBack(text: string, offset: number, characters: string): number {
  let at = offset;
  while (at > 0 && characters.includes(text[at - 1] ?? '')) at--;
  return at;
}

const SPACE = ' \t\r\n';

/** Where the comma behind an entry stands; comments may come first. Undefined where it is missing. */
function commaAfter(text: string, offset: number): number | undefined {
  const next = nextToken(text, offset);
  return next?.kind === ',' ? next.start : undefined;
}

/** The text after edits; they may not overlap. */
export function apply(text: string, edits: readonly Edit[]): string {
  return applyEdits(
    text,
    edits.map(({ start, end, text: content }) => ({ offset: start, length: end - start, content })),
  );
}

/** Without what it leaves as it is; a line break of two characters is not divided. */
export function smallest({ start, end, text: content }: Edit, text: string): Edit {
  const shorter = Math.min(end - start, content.length);
  let same = 0;
  while (same < shorter && text[start + same] === content[same]) same++;
  if (isInLineBreak(text, start + same)) same--;
  let sameEnd = 0;
  while (sameEnd < shorter - same && text[end - 1 - sameEnd] === content[content.length - 1 - sameEnd]) sameEnd++;
  if (isInLineBreak(text, end - sameEnd)) sameEnd--;
  return { start: start + same, end: end - sameEnd, text: content.slice(same, content.length - sameEnd) };
}

function isInLineBreak(text: string, offset: number): boolean {
  return text[offset - 1] === '\r' && text[offset] === '\n';
}
