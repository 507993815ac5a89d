import type { Analysis } from '../../analysis/analyze.ts';
import type { TypedNode } from '../../criteria/typedTree.ts';
import type { Edit } from '../../rules/rule.ts';
import { type CommentedEntry, commentedEntries } from './entries.ts';
import { keyOrder } from './keyOrder.ts';

/**
 * Puts the keys of all objects into the documented order; unknown keys come last. Comments go along with their entry,
 * values keep their text. Names that the author chose (associations, aliases, paths) keep their order, and so does
 * everything while the text has syntax errors.
 */
export function sortKeys({ document }: Analysis): readonly Edit[] {
  const { syntax, root } = document;
  return root && syntax.errors.length === 0 ? sortBelow(root, syntax.text) : [];
}

/** One edit for each outermost object that changes. */
function sortBelow(node: TypedNode, text: string): readonly Edit[] {
  const sorted = sortedEntries(node, text);
  if (!sorted) return node.children.flatMap((child) => sortBelow(child, text));
  const { start, end } = sorted;
  return [{ start, end, text: sorted.text }];
}

interface SortedEntries {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The entries of an object in order; undefined where they are, or where comments leave no safe way. */
function sortedEntries(node: TypedNode, text: string): SortedEntries | undefined {
  const order = keyOrder(node);
  const entries = order && commentedEntries(node.json, text);
  if (!order || !entries) return undefined;
  const rank = ({ name }: CommentedEntry): number => (order.includes(name) ? order.indexOf(name) : order.length);
  const sorted = entries.toSorted((a, b) => rank(a) - rank(b));
  const first = entries[0];
  const last = entries.at(-1);
  if (!first || !last || sorted.every((entry, index) => entry === entries[index])) return undefined;
  const close = node.json.offset + node.json.length - 1;
  const places = entries.map(({ end }, index) => text.slice(end, entries[index + 1]?.start ?? close));
  if (sorted.some(({ endsWithLine }, index) => endsWithLine && !places[index]?.includes('\n'))) return undefined;
  const parts = sorted.map((entry, index) => {
    const isLast = index === sorted.length - 1;
    return textOfEntry(entry, node, text, isLast ? '' : ',') + (isLast ? '' : places[index]);
  });
  return { start: first.start, end: last.end, text: parts.join('') };
}

/** The entry with sorted values, and with its comma where it needs one. */
function textOfEntry(
  { value, start, comma, end }: CommentedEntry,
  owner: TypedNode,
  text: string,
  sign: string,
): string {
  const child = owner.children.find(({ json }) => json === value);
  const edits = child ? sortBelow(child, text) : [];
  const head = applyWithin(text, start, comma, edits);
  return head + sign + text.slice(text[comma] === ',' ? comma + 1 : comma, end);
}

function applyWithin(text: string, start: number, end: number, edits: readonly Edit[]): string {
  let result = '';
  let at = start;
  for (const edit of edits) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at, end);
}
