import { createScanner } from 'jsonc-parser';

/** The scanner's token kinds; its own const enum cannot be imported as a value. */
const KINDS = {
  1: '{',
  2: '}',
  3: '[',
  4: ']',
  5: ',',
  6: ':',
  7: 'literal',
  8: 'literal',
  9: 'literal',
  10: 'string',
  11: 'literal',
  12: 'lineComment',
  13: 'blockComment',
  14: 'trivia',
  15: 'trivia',
  16: 'literal',
} as const;

/** `literal` is anything between separators that is no text: `true`, `12`, and half-typed words without quotes. */
export type TokenKind = (typeof KINDS)[keyof typeof KINDS];

export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** A text: its value with the escapes read. */
  readonly value: string;
}

/** The tokens from an offset on, without white space; comments are among them. */
export function* tokensFrom(text: string, offset: number): Generator<Token> {
  const scanner = createScanner(text, false);
  scanner.setPosition(offset);
  for (let kind: number = scanner.scan(); isKind(kind); kind = scanner.scan()) {
    const name = KINDS[kind];
    if (name === 'trivia') continue;
    const start = scanner.getTokenOffset();
    yield { kind: name, start, end: start + scanner.getTokenLength(), value: scanner.getTokenValue() };
  }
}

/** The tokens that begin in a stretch of the text; it starts between two tokens. */
export function* tokensBetween(text: string, start: number, end: number): Generator<Token> {
  for (const token of tokensFrom(text, start)) {
    if (token.start >= end) return;
    yield token;
  }
}

/** The first token from an offset on that is no comment. */
export function nextToken(text: string, offset: number): Token | undefined {
  for (const token of tokensFrom(text, offset)) if (!isComment(token)) return token;
  return undefined;
}

export function isComment({ kind }: Token): boolean {
  return kind === 'lineComment' || kind === 'blockComment';
}

/** Whether a comment begins in a stretch of the text; it starts between two tokens. */
export function hasComment(text: string, start: number, end: number): boolean {
  for (const token of tokensBetween(text, start, end)) if (isComment(token)) return true;
  return false;
}

/** Whether a text token has its closing quote. */
export function isClosed(text: string, { start, end }: Token): boolean {
  return end - start >= 2 && text[end - 1] === '"' && !endsEscaped(text.slice(start + 1, end - 1));
}

function endsEscaped(content: string): boolean {
  return (/\\*$/.exec(content)?.[0].length ?? 0) % 2 === 1;
}

function isKind(kind: number): kind is keyof typeof KINDS {
  return kind in KINDS;
}
