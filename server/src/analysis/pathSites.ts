import { isEmpty } from '../criteria/php.ts';
import type { JsonNode } from '../criteria/syntax.ts';
import type { TypedNode } from '../criteria/typedTree.ts';
import type { PathSite, RuleContext } from '../rules/rule.ts';
import { hasVariable, type SentText, sentText } from '../rules/variables.ts';
import { type PathUse, type ResolvedPath, resolvePath } from '../schema/resolvePath.ts';
import type { World } from './world.ts';

/** The field paths that stand in a node, or in its key; resolved once for all who ask. */
export function pathSiteFinder(
  context: Pick<RuleContext, 'document' | 'world'>,
): (node: TypedNode) => readonly PathSite[] {
  const found = new Map<TypedNode, readonly PathSite[]>();
  const read: Reading = { resolve: rememberPaths(context.world), send: (text) => sentText(text, context) };
  return (node) => {
    if (!mayHoldPath(node)) return NONE;
    const known = found.get(node);
    if (known) return known;
    const sites = findSites(node, read);
    found.set(node, sites);
    return sites;
  };
}

type Resolve = (text: string, root: string, use: PathUse) => ResolvedPath;

interface Reading {
  readonly resolve: Resolve;
  readonly send: (text: string) => SentText;
}

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

function findSites(node: TypedNode, reading: Reading): readonly PathSite[] {
  const { expected, json, keyNode, parent } = node;
  if (expected.is === 'path' && json.type === 'string') return sitesIn(node, json, expected.use, reading);
  if (expected.is === 'sortText' && json.type === 'string') return sitesIn(node, json, 'sort', reading, sortingsIn);
  if (parent?.expected.is === 'map' && parent.expected.keys === 'path' && keyNode) {
    return sitesIn(node, keyNode, 'filter', reading);
  }
  return NONE;
}

/** What is only known when it is sent is no path yet. */
function sitesIn(
  node: TypedNode,
  json: JsonNode,
  use: PathSite['use'],
  { resolve, send }: Reading,
  split: (text: string) => readonly Part[] = asOne,
): readonly PathSite[] {
  const { entity } = node;
  if (entity === undefined) return NONE;
  const sent = send(String(json.value));
  const parts = split(sent.text);
  const known = hasVariable(sent.text) ? parts.filter(({ text }) => !/[{}]/.test(text)) : parts;
  return known.map(({ text, offset }) => {
    const path = resolve(text, entity, use === 'fields' ? 'sort' : use);
    return { node, json, sent, offset, use, path };
  });
}

/** A path in a text of several. */
interface Part {
  readonly text: string;
  readonly offset: number;
}

function asOne(text: string): readonly Part[] {
  return [{ text, offset: 0 }];
}

/**
 * The paths of `-name,stock`, without the signs, and where each begins. What PHP takes for nothing between commas is
 * left out; a sign alone is a path without a name (RequestCriteriaBuilder::parseSimpleSorting).
 */
export function sortingsIn(text: string): readonly Part[] {
  let start = 0;
  return text.split(',').flatMap((part) => {
    const sign = part.startsWith('-') ? 1 : 0;
    const found = { text: part.slice(sign), offset: start + sign };
    start += part.length + 1;
    return isEmpty(part) ? [] : [found];
  });
}
