import type { PathSite } from './rule.ts';

/** Where a part of a path stands in the document. */
export interface WrittenPart {
  readonly start: number;
  readonly end: number;
  /** Whether some of it is the value of a variable. */
  readonly isFilled: boolean;
  /** Whether all of a variable belongs to it, and not to a part beside it as well. */
  readonly isWhole: boolean;
}

/**
 * Where a part of a path stands in the document; `from` and `to` are offsets into the path's text. Of what is the value
 * of a variable it is the variable. Undefined where escapes hide it.
 */
export function writtenPart({ json, offset, sent }: PathSite, from: number, to: number): WrittenPart | undefined {
  if (String(json.value).length !== json.length - 2) return undefined;
  const begin = json.offset + 1;
  const sentStart = offset + from;
  const sentEnd = offset + to;
  let start = sentStart;
  let end = sentEnd;
  let isFilled = false;
  let isWhole = true;
  for (const variable of sent.filled) {
    if (variable.sentEnd <= sentStart) start = sentStart + variable.end - variable.sentEnd;
    if (variable.sentEnd <= sentEnd) end = sentEnd + variable.end - variable.sentEnd;
    if (variable.sentStart >= sentEnd || variable.sentEnd <= sentStart) continue;
    isFilled = true;
    if (variable.sentStart <= sentStart) start = variable.start;
    if (variable.sentEnd >= sentEnd) end = variable.end;
    if (variable.sentStart < sentStart || variable.sentEnd > sentEnd) isWhole = false;
  }
  return { start: begin + start, end: begin + end, isFilled, isWhole };
}
