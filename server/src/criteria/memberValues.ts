import { jsonValue } from './syntax.ts';
import type { TypedNode } from './typedTree.ts';

/** The JavaScript values of an object's members, of duplicates the last; empty for what is no object. */
export function memberValues(node: TypedNode): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  if (node.json.type !== 'object') return values;
  for (const { name, json, shadowed, parent } of node.children) {
    if (name !== undefined && (!shadowed || parent?.shadowed)) put(values, name, jsonValue(json));
  }
  return values;
}

/** The same, but lists and objects of the grammar's own are only told by their kind: their inside has checks of its own. */
export function outlineOfMembers(node: TypedNode): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  for (const child of node.children) {
    if (child.name !== undefined && !child.shadowed) put(values, child.name, outline(child));
  }
  return values;
}

/** Assigning to `__proto__` would give the object the keys of the value. */
function put(values: Record<string, unknown>, name: string, value: unknown): void {
  if (name !== '__proto__') values[name] = value;
  else Object.defineProperty(values, name, { value, enumerable: true, configurable: true, writable: true });
}

function outline({ json, expected, children }: TypedNode): unknown {
  const isNested = expected.is === 'list' && (expected.of.is === 'variant' || expected.of.is === 'object');
  if (!isNested || json.type !== 'array') return jsonValue(json);
  return children.map((child) => (child.json.type === 'object' || child.json.type === 'array' ? {} : child.json.value));
}
