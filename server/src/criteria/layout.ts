/** The white space at the start of the line in which an offset lies. */
export function indentAt(text: string, offset: number): string {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(lineStart, offset))?.[0] ?? '';
}

/** One step of the author's indentation: what the first indented line has, else two spaces. */
export function indentUnit(text: string): string {
  return /^[ \t]+(?=\S)/m.exec(text)?.[0] ?? '  ';
}

/** Where the lines begin that start inside a stretch and are not empty. */
export function lineStarts(text: string, start: number, end: number): readonly number[] {
  return [...text.slice(start, end).matchAll(/\n(?=[^\r\n])/g)].map(({ index }) => start + index + 1);
}

/** The text with the indentation of its further lines changed from one to another, where they have it. */
export function reindent(text: string, from: string, to: string): string {
  return text.replaceAll(`\n${from}`, `\n${to}`);
}
