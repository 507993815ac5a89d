/** A piece of a line of JSON. */
export interface Token {
  readonly kind: 'key' | 'string' | 'number' | 'keyword' | 'plain';
  readonly text: string;
}

const pattern = /("(?:\\.|[^"\\])*")(\s*:)?|(-?\d[\d.eE+-]*)|\b(true|false|null)\b/g;

/** A line longer than this is shown without colours and cut. */
const longest = 2000;

/** The pieces of one line of indented JSON, for colouring. */
export function tokensOf(line: string): Token[] {
  if (line.length > longest) return [{ kind: 'plain', text: `${line.slice(0, longest)}…` }];
  const tokens: Token[] = [];
  let end = 0;
  for (const match of line.matchAll(pattern)) {
    const [whole, text, colon, number] = match;
    if (match.index > end) tokens.push({ kind: 'plain', text: line.slice(end, match.index) });
    if (text !== undefined) {
      tokens.push({ kind: colon === undefined ? 'string' : 'key', text });
      if (colon !== undefined) tokens.push({ kind: 'plain', text: colon });
    } else {
      tokens.push({ kind: number === undefined ? 'keyword' : 'number', text: whole });
    }
    end = match.index + whole.length;
  }
  if (end < line.length) tokens.push({ kind: 'plain', text: line.slice(end) });
  return tokens;
}
