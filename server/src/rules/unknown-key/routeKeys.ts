import { ROUTE_KEYS } from '../../criteria/grammar/routeKeys.ts';
import type { TypedNode } from '../../criteria/typedTree.ts';
import { type NearName, nearNames } from '../nearest.ts';

/** Shorter words are near to too many others. */
const SHORTEST = 4;

/** The key of a criteria that is hardly anything but misspelt at the root of a Store API file. */
export function misspeltAtRoot(root: TypedNode, name: string): NearName | undefined {
  return name.length < SHORTEST || Object.hasOwn(ROUTE_KEYS, name)
    ? undefined
    : nearNames(name, Object.keys(root.shape?.keys ?? {}))[0];
}
