import { endOfLine } from './lines.ts';
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
    : content.search(/\s*(?:\s\/\/|[{}[\]"]|[,:](?=[\s"]|$)|$)/);
  const slashes = /\\*$/.exec(content.slice(0, length))?.[0].length ?? 0;
  return length - (slashes % 2);
}
