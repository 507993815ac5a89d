import type { JsonNode } from '../criteria/syntax.ts';
import type { TypedNode } from '../criteria/typedTree.ts';
import { memberOf } from './conditions.ts';
import { addEntry, removeEntry, renameKey, replaceNode, textOf } from './edits.ts';
import type { Edit } from './rule.ts';

/** The entry that loads an association below others: `"manufacturer": {"associations": {"media": {}}}`. */
export function nestedEntry([first = '', ...rest]: readonly string[], value: string): string {
  const key = JSON.stringify(first);
  return rest.length === 0 ? `${key}: ${value}` : `${key}: { "associations": { ${nestedEntry(rest, value)} } }`;
}

/**
 * Moves an entry to where it loads the association that is meant; `names` lead there from `map`, an `associations`.
 * What stands on the way already is added to. Undefined where both say something of the same.
 */
export function moveToAssociation(
  child: TypedNode,
  map: TypedNode,
  names: readonly string[],
  text: string,
): readonly Edit[] | undefined {
  const entry = child.json.parent;
  const [first = '', ...rest] = names;
  if (!entry || map.json.type !== 'object') return undefined;
  const existing = memberOf(map, first);
  const value = textOf(text, child.json);
  if (existing) {
    const added = addTo(existing, rest, child.json, text);
    return added && [...removeEntry(text, child), ...added];
  }
  if (child.parent !== map)
    return [...removeEntry(text, child), ...addEntry(text, map.json, nestedEntry(names, value))];
  return rest.length === 0 && child.keyNode
    ? [renameKey(child.keyNode, first)]
    : [replaceNode(entry, nestedEntry(names, value))];
}

/** Adds a criteria to an association that is loaded already, or to one further below it. */
function addTo(
  loaded: TypedNode,
  names: readonly string[],
  criteria: JsonNode,
  text: string,
): readonly Edit[] | undefined {
  const { json } = loaded;
  if (json.type !== 'object') return undefined;
  const [first, ...rest] = names;
  if (first === undefined) return addKeys(json, criteria, text);
  const associations = memberOf(loaded, 'associations');
  if (!associations) {
    return addEntry(text, json, `"associations": { ${nestedEntry(names, textOf(text, criteria))} }`);
  }
  if (associations.json.type !== 'object') return undefined;
  const existing = memberOf(associations, first);
  if (existing) return addTo(existing, rest, criteria, text);
  return addEntry(text, associations.json, nestedEntry(names, textOf(text, criteria)));
}

/** The keys of one criteria in another that has none of them. */
function addKeys(to: JsonNode, { type, children = [] }: JsonNode, text: string): readonly Edit[] | undefined {
  const keys = new Set((to.children ?? []).map(keyOf));
  if (type !== 'object' || children.some((entry) => keys.has(keyOf(entry)))) return undefined;
  return children.length === 0 ? [] : addEntry(text, to, ...children.map((entry) => textOf(text, entry)));
}

function keyOf({ children }: JsonNode): unknown {
  return children?.[0]?.value;
}
