import type { JsonNode, SyntaxFault } from './syntax.ts';

/** How many lists and objects may stand in each other for PHP's `json_decode`. */
const MAX_DEPTH = 512;

/** An escape of one half of a character beyond the first 65,536. */
const SURROGATE = /\\u[dD][89a-fA-F]/;

/** What is JSON, but not to PHP's `json_decode`: the shop calls the whole text malformed. */
export function undecodable(root: JsonNode, text: string): readonly SyntaxFault[] {
  const faults = text.includes('\\u') && SURROGATE.test(text) ? halfCharacters(root, text) : [];
  const deepest = text.length > 2 * MAX_DEPTH ? firstBelow(root, MAX_DEPTH) : undefined;
  return deepest ? [...faults, { code: 'NestedTooDeeply', offset: deepest.offset, length: 1 }] : faults;
}

function halfCharacters(node: JsonNode, text: string): SyntaxFault[] {
  const { offset, length, children } = node;
  if (children) return children.flatMap((child) => halfCharacters(child, text));
  // What is written as it is becomes another character when it is sent.
  const isHalf = /\p{Surrogate}/u.test(String(node.value)) && SURROGATE.test(text.slice(offset, offset + length));
  return isHalf ? [{ code: 'HalfCharacter', offset, length }] : [];
}

/** The first list or object that stands in more than so many others. Runs over whole documents, so it makes no copies. */
function firstBelow(node: JsonNode, depth: number): JsonNode | undefined {
  for (const child of node.children ?? []) {
    const value = child.type === 'property' ? child.children?.[1] : child;
    if (value?.children === undefined) continue;
    const found = depth === 1 ? value : firstBelow(value, depth - 1);
    if (found) return found;
  }
  return undefined;
}
