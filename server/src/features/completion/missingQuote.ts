import { type Analysis, analyze } from '../../analysis/analyze.ts';
import { readCriteria } from '../../criteria/document.ts';
import type { MissingQuote } from '../../criteria/missingQuote.ts';
import { literal } from '../snippets/writer.ts';
import type { Completion } from './completion.ts';

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
  const { start, end, insertText, snippet, commaAt } = completion;
  if (start <= opening || start > closing) {
    const comma = commaAt === undefined ? {} : { commaAt: without(commaAt, closing) };
    return { ...completion, start: without(start, closing), end: without(end, closing), ...comma };
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
