import type { JsonNode } from '../../criteria/syntax.ts';
import type { TypedNode } from '../../criteria/typedTree.ts';

/** From the root to the innermost node that holds a stretch of the text, its key included. */
export function wayTo(root: TypedNode | undefined, start: number, end: number): readonly TypedNode[] {
  const way: TypedNode[] = [];
  let node = root && holds(root, start, end) ? root : undefined;
  while (node) {
    way.push(node);
    node = node.children.find((child) => holds(child, start, end));
  }
  return way;
}

/** Neighbours in one list that are touched by the selection; the one in which it lies, where it lies in one. */
export function selectedFilters(root: TypedNode | undefined, start: number, end: number): readonly TypedNode[] {
  const inner = wayTo(root, start, end).findLast((node) => isFilter(node) || isFilterList(node));
  if (!inner) return [];
  if (isFilter(inner)) return [inner];
  const touched = inner.children.filter(({ json }) => json.offset < end && endOf(json) > start);
  return touched.every(isFilter) ? touched : [];
}

/** The elements of a list that are touched by the selection; all where it touches none, as at its key. */
export function selectedIn({ children }: TypedNode, start: number, end: number): readonly TypedNode[] {
  const touched =
    start === end
      ? children.filter(({ json }) => json.offset <= start && start <= endOf(json))
      : children.filter(({ json }) => json.offset < end && endOf(json) > start);
  return touched.length === 0 ? children : touched;
}

/** An object that is read as a filter, or would be if its type were known. */
export function isFilter({ expected, json, fits }: TypedNode): boolean {
  return fits && json.type === 'object' && expected.is === 'variant' && expected.family === 'filter';
}

/** `filter`, `post-filter`, `queries`, and the `filter` of a filter aggregation. */
export function isFilterList({ expected, json }: TypedNode): boolean {
  if (json.type !== 'array' || expected.is !== 'list') return false;
  return expected.of.is === 'variant' && expected.of.family === 'filter';
}

export function endOf({ offset, length }: JsonNode): number {
  return offset + length;
}

/** The last member of this name: the one that counts, or would count in an object that itself does not. */
export function lastMember(node: TypedNode, key: string): TypedNode | undefined {
  return node.children.findLast(({ name }) => name === key);
}

function holds({ json, keyNode }: TypedNode, start: number, end: number): boolean {
  return (keyNode ?? json).offset <= start && end <= endOf(json);
}
