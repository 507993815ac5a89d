import { FILTERS } from '../criteria/grammar/filters.ts';
import { entriesOf } from '../criteria/syntax.ts';
import type { TypedNode } from '../criteria/typedTree.ts';
import { memberOf } from './conditions.ts';

/** Whether this is one filter where a list of filters belongs: the shop reads it as a map of fields (section 2.2). */
export function isSingleFilter(node: TypedNode): boolean {
  if (node.expected.is !== 'map' || node.expected.keys !== 'path') return false;
  const type = typeOf(node);
  if (type !== undefined && isType(type)) return true;
  const isTyped = type !== undefined || OPERANDS.some((key) => memberOf(node, key));
  return isTyped && (memberOf(node, 'field')?.json.type === 'string' || memberOf(node, 'queries') !== undefined);
}

/** Whether this is a filter under a name of its own, where a field and its value belong. */
export function isNamedFilter(entry: TypedNode): boolean {
  const { parent, json } = entry;
  const isEntry = parent?.expected.is === 'map' && parent.expected.keys === 'path';
  const type = isEntry && json.type === 'object' ? entriesOf(json).find(({ name }) => name === 'type') : undefined;
  return typeof type?.value?.value === 'string';
}

/** What one filter has for its type, where no filter has it; undefined where one has, or it has none. */
export function unknownTypeOf(filter: TypedNode): string | undefined {
  const type = typeOf(filter);
  return type === undefined || isType(type) ? undefined : type;
}

/** What a field is compared with. */
const OPERANDS = ['value', 'values', 'parameters'];

function typeOf(filter: TypedNode): string | undefined {
  const type: unknown = memberOf(filter, 'type')?.json.value;
  return typeof type === 'string' ? type : undefined;
}

function isType(name: string): boolean {
  return Object.hasOwn(FILTERS, name);
}
