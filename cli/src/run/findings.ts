import { locateErrors } from '../../../server/src/features/locateErrors/locateErrors.ts';
import { positionsOf } from '../../../server/src/position.ts';
import { type ShopError, withoutNulls } from '../../../shop/src/index.ts';
import type { AnalyzedSource } from '../project/source.ts';
import { findingText, linesOf } from '../terminal/finding.ts';
import { printable, type Style } from '../terminal/style.ts';

/** Why nothing is sent: the first syntax error at its place; undefined where there is none. */
export function syntaxErrorText({ source, analysis }: AnalyzedSource, style: Style): string | undefined {
  const { text, errors } = analysis.document.syntax;
  if (errors.length === 0) return undefined;
  const code = 'syntax-error';
  const found = analysis.problems.find((problem) => problem.code === code);
  const { message, start, end } = found ?? { message: 'The text is not valid JSON.', start: 0, end: 1 };
  const range = positionsOf(text).range(start, end);
  const finding = {
    file: source.name,
    severity: 'error' as const,
    message: `${message} Nothing was sent.`,
    code,
    range,
  };
  return `${findingText(finding, linesOf(text), style)}\n`;
}

/** A refusal that the checks should have known of. */
const UNFORESEEN = '`check` did not foresee this: please report the file and this answer, it is a gap';

/** The errors of a shop's answer, each as a sentence at its place in the file; the first one with what to do about it. */
export function refusalText({ source, analysis }: AnalyzedSource, { errors, hint }: ShopError, style: Style): string {
  const { text } = analysis.document.syntax;
  const positions = positionsOf(text);
  const lines = linesOf(text);
  const places = locateErrors(analysis, errors.map(withoutNulls));
  const blocks = errors.map(({ status, code, detail, title }, index) => {
    const { start, end, unforeseen } = places[index] ?? { start: 0, end: 0, unforeseen: false };
    const said = detail || title || 'The shop refuses this without saying why.';
    const sentence = index === 0 && hint !== null ? `${withStop(said)} ${hint}` : said;
    const finding = {
      file: source.name,
      severity: 'error' as const,
      message: unforeseen ? `${sentence} (${UNFORESEEN})` : sentence,
      code: printable([status, code].filter((part) => part !== null).join(' ')),
      range: positions.range(start, end),
    };
    return findingText(finding, lines, style);
  });
  return `${blocks.join('\n\n')}\n`;
}

function withStop(sentence: string): string {
  return /[.!?]\s*$/.test(sentence) ? sentence.trimEnd() : `${sentence}.`;
}
