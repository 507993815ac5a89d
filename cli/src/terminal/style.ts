import { styleText } from 'node:util';
import type { Io, Output } from '../io/io.ts';

/** Marks text for a terminal; does nothing where the output is no terminal. */
export type Style = (how: Tone, text: string) => string;

export type Tone = 'red' | 'yellow' | 'blue' | 'cyan' | 'dim' | 'bold';

export const plain: Style = (_, text) => text;

/** Colour only on a terminal, and not with `NO_COLOR` (https://no-color.org). */
export function styleFor(output: Output, { NO_COLOR, TERM }: Io['environment']): Style {
  const wanted = output.isTerminal && !NO_COLOR && TERM !== 'dumb';
  return wanted ? (how, text) => styleText(how, text, { validateStream: false }) : plain;
}

/**
 * The text in one line, without characters that would steer a terminal: what a file or a shop says is only shown.
 * Line breaks become spaces.
 */
export function printable(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').replace(/\p{Cc}/gu, (character) => (character === '\t' ? character : '\uFFFD'));
}
