import { BOUNDS } from '../criteria/grammar/filterKeys.ts';
import { keyOf, type TypedNode } from '../criteria/typedTree.ts';
import { nearest } from './nearest.ts';

/** Names that people use for a key, where the right one is not near: words of SQL, other APIs and everyday language. */
const KNOWN_AS: Readonly<Record<string, readonly string[]>> = {
  grouping: ['group', 'groupBy'],
  sort: ['sorting', 'sortings', 'order', 'orderBy', 'order_by', 'sortBy', 'sort_by'],
  filter: ['where'],
  limit: ['size', 'take', 'pageSize', 'perPage'],
  associations: ['with', 'relations', 'expand'],
  term: ['search'],
  type: ['kind'],
  field: ['property', 'path', 'key', 'name', 'by', 'column', 'attribute'],
  value: ['val'],
  parameters: ['params', 'value', 'range', 'bounds'],
  queries: ['filter', 'filters', 'conditions'],
  order: ['direction', 'dir', 'sort', 'sorting'],
  interval: ['unit'],
  definition: ['entity'],
  gt: ['>', 'after'],
  gte: ['>=', 'from', 'min'],
  lt: ['<', 'before'],
  lte: ['<=', 'to', 'max'],
};

/** The key of an object that was probably meant by one that it does not know; undefined where none is near. */
export function keyMeant(owner: TypedNode, name: string): string | undefined {
  const keys = Object.keys(owner.shape?.keys ?? {});
  const free = keys.filter((key) => !owner.children.some((child) => child.name === key));
  return knownAs(name, free) ?? nearest(name, keys);
}

/** The one of these keys that was probably meant. */
export function meantAmong(name: string, keys: readonly string[]): string | undefined {
  return knownAs(name, keys) ?? nearest(name, keys);
}

/** The bound of a range that a name is, or stands for: `gte`, `from`, `>=`. */
export function boundMeant(name: string): string | undefined {
  return isBound(name) ? name : knownAs(name, BOUNDS);
}

/** Whether this is what a bound of a range is called. */
export function isBound(name: string): boolean {
  return BOUNDS.includes(name);
}

function knownAs(name: string, keys: readonly string[]): string | undefined {
  return keys.find((key) => KNOWN_AS[key]?.includes(name));
}

/** What means nothing to the shop in an object; the Administration sends `"value": null` along with every filter. */
export function unknownEntries(owner: TypedNode): readonly TypedNode[] {
  return owner.children.filter(
    ({ name = '', shadowed, json }) => !shadowed && json.type !== 'null' && !keyOf(owner, name),
  );
}
