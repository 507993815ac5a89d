import { entriesOf, type JsonNode, jsonValue } from './syntax.ts';

/** A value of an object or a list. */
export interface NamedElement {
  readonly json: JsonNode;
  readonly keyNode: JsonNode | undefined;
  readonly name: string;
}

/** Values with their keys; those of a list are 0 … n-1, as in PHP. */
export function namedElements(json: JsonNode): readonly NamedElement[] {
  if (json.type === 'array') {
    return (json.children ?? []).map((child, index) => ({ json: child, keyNode: undefined, name: String(index) }));
  }
  return entriesOf(json).flatMap(({ key, name, value }) => (value ? [{ json: value, keyNode: key, name }] : []));
}

/** The value of `type`, of several the last, without reading the other entries. */
export function writtenType({ type, children = [] }: JsonNode): unknown {
  if (type !== 'object') return undefined;
  for (let position = children.length - 1; position >= 0; position--) {
    const [key, value] = children[position]?.children ?? [];
    if (key?.value === 'type') return value && jsonValue(value);
  }
  return undefined;
}

/** Whether a later one of duplicate keys takes the place of the one at a position. A map only pays for many keys. */
export function shadowing(entries: readonly { readonly name: string }[]): (position: number) => boolean {
  if (entries.length <= 12) return (position) => hasLater(entries, position);
  const last = new Map(entries.map(({ name }, position) => [name, position]));
  return (position) => last.get(entries[position]?.name ?? '') !== position;
}

function hasLater(entries: readonly { readonly name: string }[], position: number): boolean {
  const name = entries[position]?.name;
  for (let later = position + 1; later < entries.length; later++) if (entries[later]?.name === name) return true;
  return false;
}
