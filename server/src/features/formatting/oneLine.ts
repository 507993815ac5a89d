import { tokensFrom } from '../../criteria/tokens.ts';

/** What stands between two brackets, without them. */
export interface Inside {
  readonly start: number;
  readonly end: number;
}

/** The characters besides white space that are still read at a glance. */
const LONGEST = 80;

interface Open {
  readonly start: number;
  readonly written: number;
  readonly lineBreaks: number;
}

/**
 * The objects and lists that stay on one line: those that stand on one, and are short; the outermost ones, in their
 * order. The body is none of them. What counts is what no layout changes, so formatting again changes nothing.
 */
export function oneLiners(text: string, top: number): readonly Inside[] {
  const found: Inside[] = [];
  const open: Open[] = [];
  let lineBreaks = 0;
  let written = 0;
  let behind = top;
  for (const { kind, start, end } of tokensFrom(text, top)) {
    if (text.slice(behind, start).includes('\n') || (end - start > 1 && text.slice(start, end).includes('\n'))) {
      lineBreaks++;
    }
    if (kind === '{' || kind === '[') open.push({ start: end, written, lineBreaks });
    if (kind === '}' || kind === ']') {
      const opened = open.pop();
      const isShort = opened?.lineBreaks === lineBreaks && written - opened.written <= LONGEST;
      if (opened && isShort && open.length > 0) {
        while ((found.at(-1)?.start ?? 0) > opened.start) found.pop();
        found.push({ start: opened.start, end: start });
      }
    }
    written += end - start;
    behind = end;
  }
  return found;
}
