import type { Analysis } from '../../analysis/analyze.ts';
import type { JsonNode } from '../../criteria/syntax.ts';
import { nodeAt, segmentAt } from '../reading/nodeAt.ts';

/** A stretch of the text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * What grows around the cursor when the selection is expanded, the smallest first: the segment of a path, the text, the
 * quotes, the entry, what is inside the brackets, the object or list, and so on up to the document.
 */
export function selectionSpans(analysis: Analysis, offset: number): readonly Span[] {
  const { syntax } = analysis.document;
  const all = { start: 0, end: syntax.text.length };
  const around = syntax.root ? spansAround(syntax.root, offset) : [];
  return nested([all, ...around, ...segmentSpan(analysis, offset)]).toReversed();
}

function segmentSpan(analysis: Analysis, offset: number): readonly Span[] {
  const { root } = analysis.document;
  const found = root && nodeAt(root, offset);
  const segment = found && segmentAt(analysis.sites(found.node), offset);
  return segment ? [{ start: segment.start, end: segment.end }] : [];
}

/** From the outside to the inside. */
function spansAround(node: JsonNode, offset: number): readonly Span[] {
  const span = { start: node.offset, end: node.offset + node.length };
  if (offset < span.start || offset > span.end) return [];
  const inside = { start: span.start + 1, end: span.end - 1 };
  const hasInside =
    node.type !== 'property' && node.type !== 'number' && offset >= inside.start && offset <= inside.end;
  const isBracketed = hasInside && (node.type === 'string' || node.children !== undefined);
  const child = node.children?.map((inner) => spansAround(inner, offset)).find((spans) => spans.length > 0) ?? [];
  return [span, ...(isBracketed ? [inside] : []), ...child];
}

/** Each inside of the one before, and smaller. In broken text a node may end before it begins. */
function nested(spans: readonly Span[]): readonly Span[] {
  const kept: Span[] = [];
  for (const span of spans) {
    const outer = kept.at(-1);
    if (!outer || isWithin(span, outer)) kept.push(span);
  }
  return kept;
}

function isWithin({ start, end }: Span, outer: Span): boolean {
  const isInside = outer.start <= start && start <= end && end <= outer.end;
  return isInside && end - start < outer.end - outer.start;
}
