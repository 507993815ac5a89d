import { hasComment } from '../criteria/tokens.ts';
import type { TypedNode } from '../criteria/typedTree.ts';
import { memberOf } from './conditions.ts';
import { addEntry } from './edits.ts';
import type { Edit } from './rule.ts';

/** Names (of properties) under an alias. */
export interface ShapedAlias {
  readonly alias: string;
  readonly names: readonly string[];
}

/** Adds aliases with their names to an `includes` or `excludes` that lacks some; undefined where it is not as it should be. */
export function addAliases(text: string, map: TypedNode, added: readonly ShapedAlias[]): readonly Edit[] | undefined {
  if (map.json.type !== 'object') return undefined;
  const isNew = ({ alias }: ShapedAlias): boolean => memberOf(map, alias) === undefined;
  const entries = added.filter(isNew).map(({ alias, names }) => `${JSON.stringify(alias)}: ${listOf(names)}`);
  const edits = added
    .filter((shaped) => !isNew(shaped))
    .map(({ alias, names }) => addNames(text, memberOf(map, alias), names));
  if (!edits.every((edit) => edit !== undefined)) return undefined;
  return [...edits.flat(), ...(entries.length === 0 ? [] : addEntry(text, map.json, ...entries))];
}

/** Adds names to a list that lacks some; undefined where it is no list. */
function addNames(text: string, list: TypedNode | undefined, names: readonly string[]): readonly Edit[] | undefined {
  if (list?.json.type !== 'array') return undefined;
  const known = new Set<unknown>(list.children.map(({ json }) => json.value));
  const missing = names.filter((name) => !known.has(name));
  return missing.length === 0 ? [] : addEntry(text, list.json, ...missing.map((name) => JSON.stringify(name)));
}

/** The names in a list under an alias; undefined where it holds something else, or a comment that would be lost. */
export function namesUnder({ name: alias = '', json, children }: TypedNode, text: string): ShapedAlias | undefined {
  const names = children.map((child) => child.json.value);
  const isList = json.type === 'array' && names.every((name) => typeof name === 'string');
  return isList && !hasComment(text, json.offset, json.offset + json.length) ? { alias, names } : undefined;
}

function listOf(names: readonly string[]): string {
  return `[${names.map((name) => JSON.stringify(name)).join(', ')}]`;
}
