import { memberValues } from '../criteria/memberValues.ts';
import type { TypedNode } from '../criteria/typedTree.ts';
import { looksLikeOne } from './looksLikeOne.ts';

/** An object where a list belongs (one filter instead of a list of them), or a list where an object belongs. */
export function isOtherContainer({ expected, json, children }: TypedNode): boolean {
  if (expected.is === 'map') return json.type === 'array';
  return expected.is === 'list' && json.type === 'object' && children.some(({ name }, index) => name !== String(index));
}

/** One element where a list of them belongs, of which this is a member: the shop takes its members for elements. */
export function wholeElement({ parent }: TypedNode): TypedNode | undefined {
  if (parent?.expected.is !== 'list' || !isOtherContainer(parent)) return undefined;
  return looksLikeOne(parent.expected.of, memberValues(parent)) ? parent : undefined;
}
