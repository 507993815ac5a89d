import { FILTERS } from '../criteria/grammar/filters.ts';
import type { TypedNode } from '../criteria/typedTree.ts';
import { memberOf } from './conditions.ts';

/** Whether this is one filter where a list of filters belongs: the shop reads it as a map of fields (section 2.2). */
export function isSingleFilter(node: TypedNode): boolean {
  if (node.expected.is !== 'map' || node.expected.keys !== 'path') return false;
  const type: unknown = memberOf(node, 'type')?.json.value;
  return typeof type === 'string' && Object.hasOwn(FILTERS, type);
}
