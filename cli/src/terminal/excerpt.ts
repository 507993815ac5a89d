import { printable, type Style } from './style.ts';

/** How much of a line is shown. */
const width = 100;
const lead = 40;

/** A place in one line of a text. */
export interface MarkedLine {
  /** Without its line break. */
  readonly line: string;
  /** From 0. */
  readonly lineNumber: number;
  /** From 0, in UTF-16 units; `end` may stand behind the line. */
  readonly start: number;
  readonly end: number;
}

/** The source line with carets under the place. Long lines are cut around it. */
export function excerpt({ line, lineNumber, start, end }: MarkedLine, style: Style): string {
  const from = line.length <= width ? 0 : Math.max(0, start - lead);
  const shown = printable(line.slice(from, from + width)).replaceAll('\t', ' ');
  const before = from > 0 ? '…' : '';
  const after = from + width < line.length ? '…' : '';
  const number = String(lineNumber + 1).padStart(5);
  const carets = '^'.repeat(Math.max(1, Math.min(end, from + width, line.length) - start));
  const gutter = style('dim', `${' '.repeat(number.length)} |`);
  return [
    `${style('dim', `${number} |`)} ${before}${shown}${after}`,
    `${gutter} ${' '.repeat(before.length + start - from)}${style('red', carets)}`,
  ].join('\n');
}
