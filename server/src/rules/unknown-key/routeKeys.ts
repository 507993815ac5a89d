import type { TypedNode } from '../../criteria/typedTree.ts';
import { nearest } from '../nearest.ts';

/** What routes of the Store API read beside a criteria (reference, section 11); more of them may have keys of their own. */
const ROUTE_KEYS = new Set([
  'search',
  'order',
  'p',
  'manufacturer',
  'min-price',
  'max-price',
  'rating',
  'shipping-free',
  'properties',
  'no-aggregations',
  'only-aggregations',
  'reduce-aggregations',
  'availableSortings',
  'depth',
  'buildTree',
  'checkPromotion',
  'onlyAvailable',
]);

/** Shorter words are near to too many others. */
const SHORTEST = 4;

/** The key of a criteria that is hardly anything but misspelt at the root of a Store API file. */
export function misspeltAtRoot(root: TypedNode, name: string): string | undefined {
  return name.length < SHORTEST || ROUTE_KEYS.has(name)
    ? undefined
    : nearest(name, Object.keys(root.shape?.keys ?? {}));
}
