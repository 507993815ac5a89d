import { type Analysis, analyze } from '../../analysis/analyze.ts';
import { readCriteria } from '../../criteria/document.ts';
import { literal } from '../snippets/writer.ts';
import type { Completion } from './completion.ts';
import { isClosed, type Token, tokensFrom } from './tokens.ts';

/** A text without its closing quote: offsets of its opening quote and of the place where the closing one belongs. */
export interface MissingQuote {
  readonly opening: number;
  readonly closing: number;
}

/**
 * The first text on the line of an offset that has no closing quote. The scanner reads it up to the next quote or the
 * end of the line, and everything that follows the wrong way round; what a completion may replace ends at `closing`.
 */
export function missingQuoteAt(text: string, offset: number): MissingQuote | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const line = text.slice(lineStart, endOfLine(text, offset));
  const strings = [...tokensFrom(line, 0)].filter(({ kind }) => kind === 'string');
  const isOdd = strings.some((token) => !isClosed(line, token));
  const token = strings.find((candidate) => !isClosed(line, candidate) || isMisread(line, candidate, isOdd));
  if (!token) return undefined;
  const content = line.slice(token.start + 1, token.end);
  const length = lengthOf(content, offset - lineStart - token.start - 1);
  return { opening: lineStart + token.start, closing: lineStart + token.start + 1 + length };
}

/** The document with the missing quote in its place, and where the offset is in it. */
export function withQuote(
  analysis: Analysis,
  offset: number,
  { closing }: MissingQuote,
): { analysis: Analysis; offset: number } {
  const { uri, syntax } = analysis.document;
  const text = `${syntax.text.slice(0, closing)}"${syntax.text.slice(closing)}`;
  return { analysis: analyze(readCriteria(uri, text), analysis.world), offset: offset + Number(closing < offset) };
}

/** A completion of the document with the quote as one of the document without it: it closes the text that it is in. */
export function withoutQuote(completion: Completion, { opening, closing }: MissingQuote, text: string): Completion {
  const { start, end, insertText, snippet } = completion;
  if (start <= opening || start > closing) {
    return { ...completion, start: without(start, closing), end: without(end, closing) };
  }
  // Behind a dot the path goes on: the cursor stays inside of the quotes.
  const goesOn = !snippet && insertText.endsWith('.');
  const rest = text.slice(end, closing);
  if (!goesOn) return { ...completion, insertText: `${insertText}${rest}"`, end: closing };
  return { ...completion, insertText: `${literal(insertText)}$1${literal(rest)}"`, snippet: true, end: closing };
}

function without(position: number, closing: number): number {
  return position > closing ? position - 1 : position;
}

function endOfLine(text: string, offset: number): number {
  const end = text.slice(offset).search(/\r?\n/);
  return end < 0 ? text.length : offset + end;
}

/**
 * Whether a text ends with the quote that begins another one: a separator stands before it, a word behind it. On a line
 * with an odd number of quotes one of the two is enough; a `//` in a text can hide that the number is odd.
 */
function isMisread(line: string, { start, end }: Token, isOdd: boolean): boolean {
  const isBehindSeparator = /[,:[{]\s*$/.test(line.slice(start + 1, end - 1));
  const isBeforeWord = /^[^\s,:\]}]/.test(line.slice(end));
  return (isBehindSeparator && isBeforeWord) || (isOdd && (isBehindSeparator || isBeforeWord));
}

/** How much of the content is meant as text: with a cursor in it up to the end of its word, else up to a separator. */
function lengthOf(content: string, cursor: number): number {
  const typed = content.slice(0, Math.max(cursor, 0));
  const isIn = cursor >= 0 && cursor <= content.length && !/[{}[\]]|[,:]\s/.test(typed);
  const length = isIn
    ? cursor + (/^[\p{L}\p{N}_.-]*/u.exec(content.slice(cursor))?.[0].length ?? 0)
    : content.search(/\s*(?:[{}[\]"]|[,:](?=[\s"]|$)|$)/);
  const slashes = /\\*$/.exec(content.slice(0, length))?.[0].length ?? 0;
  return length - (slashes % 2);
}
