import { entriesOf, type JsonNode } from '../../criteria/syntax.ts';
import { isComment, type Token, tokensBetween } from '../../criteria/tokens.ts';

/** An entry of an object with the comments that belong to it; offsets into the text. */
export interface CommentedEntry {
  readonly name: string;
  readonly value: JsonNode;
  /** From the comments above it … */
  readonly start: number;
  /** … to where its comma stands, or would stand … */
  readonly comma: number;
  /** … to the comments behind it on its line. */
  readonly end: number;
  /** A comment that ends with its line is the last thing. */
  readonly endsWithLine: boolean;
}

/**
 * The entries of an object in the order of the text. Undefined where an entry cannot be told from its comments: where
 * lines end between a value and its comma.
 */
export function commentedEntries(object: JsonNode, text: string): readonly CommentedEntry[] | undefined {
  const entries: CommentedEntry[] = [];
  const close = object.offset + object.length - 1;
  const nodes = entriesOf(object);
  let lead = firstLead(object, nodes[0]?.key.offset ?? close, text);
  for (const [index, { key, name, value }] of nodes.entries()) {
    if (!value) return undefined;
    const gap = readGap(text, value.offset + value.length, nodes[index + 1]?.key.offset, close);
    if (!gap) return undefined;
    entries.push({ name, value, start: lead ?? key.offset, ...gap });
    lead = gap.lead;
  }
  return entries;
}

/** A comment on the line of the opening bracket belongs to the object. */
function firstLead(object: JsonNode, to: number, text: string): number | undefined {
  const comments = [...tokensBetween(text, object.offset + 1, to)];
  return comments[countOnLine(comments, object.offset + 1, text)]?.start;
}

interface Gap {
  readonly comma: number;
  readonly end: number;
  readonly endsWithLine: boolean;
  /** The start of the comments that belong to the entry behind. */
  readonly lead: number | undefined;
}

/** Reads what stands between a value and the next key, or the end of the object. */
function readGap(text: string, from: number, nextKey: number | undefined, close: number): Gap | undefined {
  const to = nextKey ?? close;
  const tokens = [...tokensBetween(text, from, to)];
  const comma = tokens.find(({ kind }) => kind === ',');
  if (comma && text.slice(from, comma.start).includes('\n')) return undefined;
  const begin = comma?.end ?? from;
  const comments = tokens.filter((token) => isComment(token) && token.start >= begin);
  const own = comments.slice(0, countOnLine(comments, begin, text));
  const last = own.at(-1);
  const isBeforeKey = nextKey !== undefined && last !== undefined && !text.slice(last.end, to).includes('\n');
  return {
    comma: comma?.start ?? from,
    end: isBeforeKey || !last ? begin : last.end,
    endsWithLine: last?.kind === 'lineComment',
    lead: isBeforeKey ? own[0]?.start : comments[own.length]?.start,
  };
}

/** How many of the comments begin on the line on which the one before ended. */
function countOnLine(comments: readonly Token[], from: number, text: string): number {
  const next = comments.findIndex(({ start }, index) => {
    const before = comments[index - 1]?.end ?? from;
    return text.slice(before, start).includes('\n');
  });
  return next < 0 ? comments.length : next;
}
