import { format } from 'jsonc-parser';
import { lineEndOf, topOf } from '../../criteria/lines.ts';
import type { Edit } from '../../rules/rule.ts';

/** How an editor wants a document to look. */
export interface FormattingOptions {
  readonly tabSize: number;
  readonly insertSpaces: boolean;
}

/**
 * Lays out a text; comments are kept. The author's lines stay lines, so that short filters may stand on one; a body
 * that stands on a single line is laid out in full.
 */
export function formattingEdits(text: string, { tabSize, insertSpaces }: FormattingOptions): readonly Edit[] {
  const top = topOf(text);
  const eol = lineEndOf(text);
  const keepLines = !isOnOneLine(text);
  const range = { offset: top, length: text.length - top };
  return format(text, range, { tabSize, insertSpaces, eol, keepLines })
    .map(({ offset, length, content }) => ({ start: offset, end: offset + length, text: content }))
    .filter((edit) => !keepLines || !isInsideBrackets(edit, text));
}

/** The same for the lines between two offsets: they look as they do in the whole, laid out document. */
export function formattingEditsWithin(
  text: string,
  options: FormattingOptions,
  { start, end }: { readonly start: number; readonly end: number },
): readonly Edit[] {
  const lineBreak = text.lastIndexOf('\n', start - 1);
  return formattingEdits(text, options).filter((edit) => edit.end > lineBreak && edit.start <= end);
}

/** The body, from its first bracket to its last. */
function isOnOneLine(text: string): boolean {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.trimStart().startsWith('//'));
  return lines.length === 1;
}

/** Whether `[{` or `[ {` is the author's taste, and `[]` is not to become `[ ]`. */
function isInsideBrackets({ start, end, text: content }: Edit, text: string): boolean {
  if (content.includes('\n') || text.slice(start, end).includes('\n')) return false;
  const before = text[start - 1];
  const behind = text[end];
  return before === '[' || behind === ']' || (before === '{' && behind === '}');
}
