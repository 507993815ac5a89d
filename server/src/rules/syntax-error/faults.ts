import { parseSyntax, type Syntax, type SyntaxFault } from '../../criteria/syntax.ts';
import { apply } from '../edits.ts';
import type { Edit, Fix } from '../rule.ts';
import { plainEdits, syntaxFixes } from './fixes.ts';

/** A fault with what was read when it was met: the text with all faults before it mended. */
export interface MetFault {
  readonly fault: SyntaxFault;
  /** What the offsets of `fault` are into. */
  readonly text: string;
  /** From an offset into `text` to one into the author's text. */
  readonly toAuthor: (offset: number) => number;
  /** For the author's text. */
  readonly fixes: () => readonly Fix[];
}

const MOST_FAULTS = 20;

/** Each fault costs some readings of the whole text, while its author types. */
const LONGEST_TEXT = 100_000;

/**
 * The first fault, and behind it those that are left, and can be mended as well, when everything before them is
 * mended: what else the parser finds behind a fault mostly follows from it.
 */
export function independentFaults({ text, errors }: Syntax): readonly MetFault[] {
  const [first] = errors;
  if (!first) return [];
  if (text.length > LONGEST_TEXT) {
    return [{ fault: first, text, toAuthor: (offset) => offset, fixes: () => syntaxFixes(first, text) }];
  }
  const met: MetFault[] = [];
  let mended: readonly Edit[] = [];
  let fault: SyntaxFault | undefined = first;
  while (fault && met.length < MOST_FAULTS) {
    const read = apply(text, mended);
    const toAuthor = wayBack(mended);
    const fixes = syntaxFixes(fault, read).map((fix) => ({ ...fix, edits: fix.edits.map(moved(toAuthor)) }));
    const [fix] = fixes;
    const edits = fix ? plainEdits(fix) : [];
    if (met.length > 0 && (isAtEnd(fault, read) || !standsAlone(edits, mended, text, errors.length))) break;
    met.push({ fault, text: read, toAuthor, fixes: () => fixes });
    if (!fix) break;
    mended = [...mended, ...edits].sort((a, b) => a.start - b.start);
    fault = parseSyntax(apply(text, mended)).errors[0];
  }
  return met;
}

/** What is only not finished yet. */
function isAtEnd({ offset }: SyntaxFault, text: string): boolean {
  return offset >= text.trimEnd().length;
}

/** Whether edits mend something by themselves, and change nothing that others have changed. */
function standsAlone(edits: readonly Edit[], others: readonly Edit[], text: string, faults: number): boolean {
  if (edits.length === 0 || edits.some((edit) => others.some((other) => overlap(edit, other)))) return false;
  return parseSyntax(apply(text, edits)).errors.length < faults;
}

function overlap(a: Edit, b: Edit): boolean {
  return (a.start < b.end && b.start < a.end) || (a.start === b.start && a.end === b.end);
}

/**
 * From an offset in the text after edits, which are in the order of the text, to one in the text before; from what was
 * put in to where that was.
 */
function wayBack(edits: readonly Edit[]): (offset: number) => number {
  return (offset) => {
    let shift = 0;
    for (const { start, end, text } of edits) {
      if (offset < start + shift + text.length) return Math.min(offset - shift, end);
      shift += text.length - (end - start);
    }
    return offset - shift;
  };
}

function moved(toAuthor: (offset: number) => number): (edit: Edit) => Edit {
  return (edit) => ({ ...edit, start: toAuthor(edit.start), end: toAuthor(edit.end) });
}
