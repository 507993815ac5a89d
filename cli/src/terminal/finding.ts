import type { ProtocolRange } from '../../../server/src/protocol.ts';
import type { Severity } from '../../../server/src/rules/rule.ts';
import { excerpt } from './excerpt.ts';
import { printable, type Style, type Tone } from './style.ts';

/** Something to say about a place in a file. */
export interface Finding {
  readonly file: string;
  readonly severity: Severity;
  readonly message: string;
  /** Stands in brackets at the end. */
  readonly code: string;
  readonly range: ProtocolRange;
}

const tones: Readonly<Record<Severity, Tone>> = { error: 'red', warning: 'yellow', information: 'blue', hint: 'dim' };

/** The lines of a text, as editors count them. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/);
}

/** A finding for people: place, message and code, and below it the marked line. Places count from 1. */
export function findingText({ file, severity, message, code, range }: Finding, lines: readonly string[], style: Style) {
  const { start, end } = range;
  const line = lines[start.line] ?? '';
  const marked = { line, lineNumber: start.line, start: start.character };
  return [
    `${style('bold', `${file}:${start.line + 1}:${start.character + 1}`)}: ${style(tones[severity], severity)}: ${printable(message)} ${style('dim', `[${code}]`)}`,
    excerpt({ ...marked, end: end.line === start.line ? end.character : line.length }, style),
  ].join('\n');
}
