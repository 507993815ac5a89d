import type { JsonNode } from '../../criteria/syntax.ts';
import type { TypedNode } from '../../criteria/typedTree.ts';
import type { PathSite } from '../../rules/rule.ts';
import { writtenPart } from '../../rules/writtenPart.ts';
import type { PathSegment } from '../../schema/resolvePath.ts';

/** A node with the part of it in which an offset lies. */
export interface NodeAt {
  readonly node: TypedNode;
  readonly part: 'key' | 'value';
}

/** The innermost key or value at an offset; undefined outside of the body and between its tokens. */
export function nodeAt(root: TypedNode, offset: number): NodeAt | undefined {
  if (!touches(root.json, offset)) return undefined;
  let node = root;
  for (;;) {
    const named = node.children.find(({ keyNode }) => keyNode && touches(keyNode, offset));
    if (named) return { node: named, part: 'key' };
    const inner = node.children.find(({ json }) => touches(json, offset));
    if (!inner) return { node, part: 'value' };
    node = inner;
  }
}

function touches({ offset: start, length }: Pick<JsonNode, 'offset' | 'length'>, offset: number): boolean {
  return offset >= start && offset <= start + length;
}

/** A segment of a path with its place in the document. */
export interface SegmentAt {
  readonly site: PathSite;
  readonly segment: PathSegment;
  readonly start: number;
  readonly end: number;
}

/**
 * The segments of a path with their places. Escapes hide where its parts are, and so does a variable that stands for
 * more than a name: then there are none.
 */
export function segmentsOf(site: PathSite): readonly SegmentAt[] {
  const segments = site.path.segments.flatMap((segment): readonly SegmentAt[] => {
    const written = writtenPart(site, segment.start, segment.end);
    return written?.isWhole ? [{ site, segment, start: written.start, end: written.end }] : [];
  });
  return segments.length === site.path.segments.length ? segments : [];
}

/** The segment of a path at an offset; see `segmentsOf`. */
export function segmentAt(sites: readonly PathSite[], offset: number): SegmentAt | undefined {
  return sites.flatMap(segmentsOf).find(({ start, end }) => offset >= start && offset <= end);
}
