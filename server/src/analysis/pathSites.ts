import type { JsonNode } from '../criteria/syntax.ts';
import type { TypedNode } from '../criteria/typedTree.ts';
import type { PathSite } from '../rules/rule.ts';
import { hasVariable } from '../rules/variables.ts';
import { type PathUse, type ResolvedPath, resolvePath } from '../schema/resolvePath.ts';
import type { World } from './world.ts';

/** The field paths that stand in a node, or in its key; resolved once for all who ask. */
export function pathSiteFinder(world: World): (node: TypedNode) => readonly PathSite[] {
  const found = new Map<TypedNode, readonly PathSite[]>();
  const resolve = rememberPaths(world);
  return (node) => {
    if (!mayHoldPath(node)) return NONE;
    const known = found.get(node);
    if (known) return known;
    const sites = findSites(node, resolve);
    found.set(node, sites);
    return sites;
  };
}

type Resolve = (text: string, root: string, use: PathUse) => ResolvedPath;

/** Long criteria name the same paths again and again, most of them from the same entity. */
function rememberPaths(world: World): Resolve {
  const byUse = new Map<PathUse, Map<string, Map<string, ResolvedPath>>>();
  return (text, root, use) => {
    const resolved = within(within(byUse, use), root);
    const known = resolved.get(text);
    if (known) return known;
    const path = resolvePath({ text, root, use }, world);
    resolved.set(text, path);
    return path;
  };
}

/** The map that stands under a key; an empty one where none does yet. */
function within<Key, InnerKey, Value>(outer: Map<Key, Map<InnerKey, Value>>, key: Key): Map<InnerKey, Value> {
  let inner = outer.get(key);
  if (!inner) {
    inner = new Map();
    outer.set(key, inner);
  }
  return inner;
}

const NONE: readonly PathSite[] = [];

function mayHoldPath({ expected, parent }: TypedNode): boolean {
  if (expected.is === 'path' || expected.is === 'sortText') return true;
  return parent?.expected.is === 'map' && parent.expected.keys === 'path';
}

function findSites(node: TypedNode, resolve: Resolve): readonly PathSite[] {
  const { expected, json, keyNode, parent } = node;
  if (node.entity === undefined || (parent?.expected.is !== 'map' && hasVariable(json.value))) return NONE;
  if (expected.is === 'path' && json.type === 'string') {
    return [siteIn(node, json, String(json.value), 0, expected.use, resolve)];
  }
  if (expected.is === 'sortText' && json.type === 'string') {
    return sortingsIn(String(json.value)).map(({ text, offset }) => siteIn(node, json, text, offset, 'sort', resolve));
  }
  if (parent?.expected.is === 'map' && parent.expected.keys === 'path' && keyNode) {
    return [siteIn(node, keyNode, String(keyNode.value), 0, 'filter', resolve)];
  }
  return NONE;
}

function siteIn(
  node: TypedNode,
  json: JsonNode,
  text: string,
  offset: number,
  use: PathSite['use'],
  resolve: Resolve,
): PathSite {
  return { node, json, offset, use, path: resolve(text, node.entity ?? '', use === 'fields' ? 'sort' : use) };
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
