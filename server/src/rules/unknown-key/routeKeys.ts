import { ROUTE_KEYS } from '../../criteria/grammar/routeKeys.ts';
import type { TypedNode } from '../../criteria/typedTree.ts';
import { nearest } from '../nearest.ts';

/** Shorter words are near to too many others. */
const SHORTEST = 4;

/** The key of a criteria that is hardly anything but misspelt at the root of a Store API file. */
export function misspeltAtRoot(root: TypedNode, name: string): string | undefined {
  return name.length < SHORTEST || Object.hasOwn(ROUTE_KEYS, name)
    ? undefined
    : nearest(name, Object.keys(root.shape?.keys ?? {}));
}
