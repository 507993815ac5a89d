import { format } from 'jsonc-parser';
import { endOfLine, lineEndOf, topOf } from '../../criteria/lines.ts';
import { parseSyntax } from '../../criteria/syntax.ts';
import { smallest } from '../../rules/edits.ts';
import type { Edit } from '../../rules/rule.ts';
import { type Inside, oneLiners } from './oneLine.ts';

/** How an editor wants a document to look; as to line breaks at its end, what is left out stays as it is. */
export interface FormattingOptions {
  readonly tabSize: number;
  readonly insertSpaces: boolean;
  readonly insertFinalNewline?: boolean;
  readonly trimFinalNewlines?: boolean;
}

/**
 * Lays out a text: every entry on a line of its own, but for short objects and lists that the author wrote on one.
 * Comments stay, and one blank line where there are some. Of a text with a fault the lines stay as they are: what belongs
 * together is not known.
 */
export function formattingEdits(text: string, options: FormattingOptions): readonly Edit[] {
  const isBroken = parseSyntax(text).errors.length > 0;
  const kept = isBroken ? [{ start: 0, end: text.length }] : oneLiners(text, topOf(text));
  const isInKept = insideOf(kept);
  const inLines = layout(text, options, false).filter((edit) => !isInKept(edit));
  const inOneLine = layout(text, options, true).filter(insideOf(kept));
  return [
    ...inLines.map((edit) => withBlankLine(edit, text)),
    ...inOneLine.filter((edit) => !isTaste(edit, text)),
    atEnd(text, options),
  ]
    .map((edit) => smallest(edit, text))
    .filter(({ start, end, text: content }) => start < end || content !== '')
    .sort((a, b) => a.start - b.start);
}

/** The same for the lines between two offsets: they look as they do in the whole, laid out document. */
export function formattingEditsWithin(
  text: string,
  options: FormattingOptions,
  { start, end }: { readonly start: number; readonly end: number },
): readonly Edit[] {
  const first = text.lastIndexOf('\n', start - 1) + 1;
  // Whole lines are selected up to the beginning of the next one.
  const last = endOfLine(text, end > start && text[end - 1] === '\n' ? end - 1 : end);
  return formattingEdits(text, options).filter((edit) => edit.start >= first && edit.end <= last);
}

/** jsonc-parser's layout of all but the end. */
function layout(text: string, { tabSize, insertSpaces }: FormattingOptions, keepLines: boolean): readonly Edit[] {
  const top = topOf(text);
  const end = endOfTokens(text);
  return format(text.slice(top), undefined, { tabSize, insertSpaces, eol: lineEndOf(text), keepLines })
    .map(({ offset, length, content }) => ({ start: top + offset, end: top + offset + length, text: content }))
    .filter(({ start }) => start < end);
}

function endOfTokens(text: string): number {
  return Math.max(topOf(text), text.trimEnd().length);
}

/** For edits in the order of the text, whether each lies in one of these stretches. */
function insideOf(stretches: readonly Inside[]): (edit: Edit) => boolean {
  let next = 0;
  return ({ start, end }) => {
    while ((stretches[next]?.end ?? start) < start) next++;
    const stretch = stretches[next];
    return stretch !== undefined && stretch.start <= start && end <= stretch.end;
  };
}

/** Between entries a blank line tells what belongs together; at a bracket it tells nothing. */
function withBlankLine(edit: Edit, text: string): Edit {
  const { start, end, text: content } = edit;
  const isAtBracket = '{['.includes(text[start - 1] ?? ' ') || '}]'.includes(text[end] ?? ' ');
  const isBlank = content.includes('\n') && /\n[ \t]*\r?\n/.test(text.slice(start, end));
  return isBlank && !isAtBracket ? { ...edit, text: lineEndOf(text) + content } : edit;
}

/** Whether `[{` or `[ {` is the author's taste, and `[]` is not to become `[ ]`. */
function isTaste({ start, end, text: content }: Edit, text: string): boolean {
  if (content.includes('\n') || text.slice(start, end).includes('\n')) return false;
  const before = text[start - 1];
  const behind = text[end];
  return before === '[' || behind === ']' || (before === '{' && behind === '}');
}

function atEnd(text: string, { insertFinalNewline = false, trimFinalNewlines = false }: FormattingOptions): Edit {
  const start = endOfTokens(text);
  const found = text.slice(start).split('\n').length - 1;
  const wanted = Math.max(insertFinalNewline ? 1 : 0, trimFinalNewlines ? Math.min(found, 1) : found);
  return { start, end: text.length, text: lineEndOf(text).repeat(wanted) };
}
