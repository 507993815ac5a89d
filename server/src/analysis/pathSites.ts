import type { JsonNode } from '../criteria/syntax.ts';
import type { TypedNode } from '../criteria/typedTree.ts';
import type { PathSite } from '../rules/rule.ts';
import { type PathUse, resolvePath } from '../schema/resolvePath.ts';
import type { World } from './world.ts';

/** The field paths that stand in a node, or in its key; resolved once for all who ask. */
export function pathSiteFinder(world: World): (node: TypedNode) => readonly PathSite[] {
  const found = new WeakMap<TypedNode, readonly PathSite[]>();
  return (node) => {
    const known = found.get(node);
    if (known) return known;
    const sites = findSites(node, world);
    found.set(node, sites);
    return sites;
  };
}

function findSites(node: TypedNode, world: World): readonly PathSite[] {
  const { expected, entity, json, keyNode, parent } = node;
  if (entity === undefined) return [];
  const site = (holder: JsonNode, text: string, offset: number, use: PathUse | 'fields'): PathSite => ({
    node,
    json: holder,
    offset,
    use,
    path: resolvePath({ text, root: entity, use: use === 'fields' ? 'sort' : use }, world),
  });
  if (expected.is === 'path' && json.type === 'string') return [site(json, String(json.value), 0, expected.use)];
  if (expected.is === 'sortText' && json.type === 'string') {
    return sortingsIn(String(json.value)).map(({ text, offset }) => site(json, text, offset, 'sort'));
  }
  if (parent?.expected.is === 'map' && parent.expected.keys === 'path' && keyNode) {
    return [site(keyNode, String(keyNode.value), 0, 'filter')];
  }
  return [];
}

/** The paths of `-name,stock`, without the signs, and where each begins. */
export function sortingsIn(text: string): readonly { text: string; offset: number }[] {
  let start = 0;
  return text.split(',').flatMap((part) => {
    const sign = part.startsWith('-') ? 1 : 0;
    const found = { text: part.slice(sign), offset: start + sign };
    start += part.length + 1;
    return found.text === '' ? [] : [found];
  });
}
