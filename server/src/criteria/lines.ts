/** Where a text begins: a byte order mark stays in front of everything. */
export function topOf(text: string): number {
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}

/** How the lines of a text end. */
export function lineEndOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** Where the line of an offset ends, in front of its line break. */
export function endOfLine(text: string, offset: number): number {
  const lineFeed = text.indexOf('\n', offset);
  const end = lineFeed < 0 ? text.length : lineFeed;
  return end < text.length && end > offset && text[end - 1] === '\r' ? end - 1 : end;
}
