import { findingText, linesOf } from '../../terminal/finding.ts';
import type { Style } from '../../terminal/style.ts';
import { counted } from '../../terminal/words.ts';
import type { FileReport, Report, Summary } from '../report.ts';
import type { Format } from './format.ts';

type Answer = NonNullable<FileReport['answer']>;

const kindsOfZero: Readonly<Record<number, string>> = { 403: 'no access', 404: 'no such route' };

/** For people: every finding with its line, what the shop will answer, and a summary. */
export const pretty: Format = ({ files, summary }: Report, { texts, notes, style }) => {
  const blocks = files.flatMap((file, index) => fileBlocks(file, texts[index] ?? '', style));
  const remarks = notes.map((note) => style('dim', note));
  return `${[...blocks, [sentenceOf(summary, style), ...remarks].join('\n')].join('\n\n')}\n`;
};

function fileBlocks({ file, diagnostics, answer }: FileReport, text: string, style: Style): readonly string[] {
  if (diagnostics.length === 0) return [];
  const lines = linesOf(text);
  const found = diagnostics.map((diagnostic) => findingText({ file, ...diagnostic }, lines, style));
  return answer ? [...found, answerLine(file, answer, style)] : found;
}

function answerLine(file: string, { status, codes, when }: Answer, style: Style): string {
  if (isMalformed({ status, codes })) return `${style('bold', file)}: nothing is sent: this is not JSON.`;
  const condition = when === undefined ? '' : ` where the search finds ${when}`;
  const named = codes.map((code) => codeText(status, code)).join(', ');
  return `${style('bold', file)}: the shop will answer ${status} ${named}${condition}.`;
}

/** A syntax error is the only fault that is answered so (reference, section 2). */
function isMalformed({ status, codes }: Pick<Answer, 'status' | 'codes'>): boolean {
  return status === 400 && codes.includes('0');
}

/** Codes that are numbers tell people nothing: "0" is sent for errors of PHP and Symfony, others are the database's. */
function codeText(status: number, code: string): string {
  if (!/^\d+$/.test(code)) return code;
  const kind = code === '0' ? (kindsOfZero[status] ?? 'a PHP error') : 'a database error';
  return `(${kind}, code "${code}")`;
}

function sentenceOf({ files, errors, warnings, information, hints }: Summary, style: Style): string {
  const counts = [counted(errors, 'error'), counted(warnings, 'warning')];
  if (information > 0) counts.push(`${information} information`);
  if (hints > 0) counts.push(counted(hints, 'hint'));
  const tone = errors > 0 ? 'red' : warnings > 0 ? 'yellow' : 'bold';
  return `${counted(files, 'file')} checked: ${style(tone, counts.join(', '))}.`;
}
