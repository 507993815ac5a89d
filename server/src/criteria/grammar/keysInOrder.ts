import type { Key, Shape } from './types.ts';

/** A key as the server comes upon it. */
export interface KeyInOrder {
  /** The table's own text: comparing it with another one of the source is faster than with one cut out of a document. */
  readonly name: string;
  readonly key: Key | undefined;
  /** The server reads keys in the order of the table. */
  readonly index: number;
}

/** What the server does not know comes last. */
export function unknownKey(name: string, index: number): KeyInOrder {
  return { name, key: undefined, index };
}

/** The keys of a shape by name, looked up for every member of a document. */
export function keysOf(shape: Shape): ReadonlyMap<string, KeyInOrder> {
  let keys = KEYS.get(shape);
  if (!keys) {
    keys = new Map(Object.entries(shape.keys).map(([name, key], index) => [name, { name, key, index }]));
    KEYS.set(shape, keys);
  }
  return keys;
}

const KEYS = new WeakMap<Shape, ReadonlyMap<string, KeyInOrder>>();
