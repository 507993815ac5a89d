import type { CriteriaDocument } from '../criteria/document.ts';

/** Whether a rule is silenced at an offset by `@disable` or `@disable-next-line` (contract, section 1). */
export function silencer(document: CriteriaDocument): (code: string, offset: number) => boolean {
  const inFile = new Set<string>();
  const nextLine: { code: string; from: number; to: number }[] = [];
  for (const { name, value, end } of document.directives) {
    const code = value.split(/\s/)[0] ?? '';
    if (name === 'disable') inFile.add(code);
    if (name === 'disable-next-line') nextLine.push({ code, ...lineAfter(document.syntax.text, end) });
  }
  return (code, offset) =>
    inFile.has(code) || nextLine.some((line) => line.code === code && offset >= line.from && offset <= line.to);
}

function lineAfter(text: string, offset: number): { from: number; to: number } {
  const from = text.indexOf('\n', offset) + 1;
  if (from === 0) return { from: text.length, to: text.length };
  const to = text.indexOf('\n', from);
  return { from, to: to < 0 ? text.length : to };
}
