import { findingText, linesOf } from '../../terminal/finding.ts';
import type { Style } from '../../terminal/style.ts';
import { counted } from '../../terminal/words.ts';
import type { FileReport, Report, Summary } from '../report.ts';
import type { Format } from './format.ts';

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

function answerLine(file: string, { status, codes, when }: NonNullable<FileReport['answer']>, style: Style): string {
  const condition = when === undefined ? '' : ` where the search finds ${when}`;
  return `${style('bold', file)}: the shop will answer ${status} ${codes.join(', ')}${condition}.`;
}

function sentenceOf({ files, errors, warnings, information, hints }: Summary, style: Style): string {
  const counts = [counted(errors, 'error'), counted(warnings, 'warning')];
  if (information > 0) counts.push(`${information} information`);
  if (hints > 0) counts.push(counted(hints, 'hint'));
  const tone = errors > 0 ? 'red' : warnings > 0 ? 'yellow' : 'bold';
  return `${counted(files, 'file')} checked: ${style(tone, counts.join(', '))}.`;
}
