/** A JSON text, indented, whose lines can be taken one by one. */
export interface PrettyJson {
  readonly text: string;
  readonly lineCount: number;
  /** The line with this number, from 0, without its end. */
  line(number: number): string;
}

const quote = 0x22;
const backslash = 0x5c;

/**
 * Indents a JSON text without changing anything else in it: long numbers, the order of keys and double keys stay as the
 * shop sent them. Expects valid JSON.
 */
export function prettyJson(source: string): PrettyJson {
  const parts: string[] = [];
  let depth = 0;
  let index = 0;
  const newLine = () => `\n${'  '.repeat(depth)}`;
  while (index < source.length) {
    const character = source.charAt(index);
    if (character === '"') {
      const end = endOfString(source, index);
      parts.push(source.slice(index, end));
      index = end;
      continue;
    }
    index++;
    if (character === '{' || character === '[') {
      const next = skipSpace(source, index);
      if (source.charAt(next) === (character === '{' ? '}' : ']')) {
        parts.push(character, source.charAt(next));
        index = next + 1;
      } else {
        depth++;
        parts.push(character, newLine());
      }
    } else if (character === '}' || character === ']') {
      depth--;
      parts.push(newLine(), character);
    } else if (character === ',') {
      parts.push(',', newLine());
    } else if (character === ':') {
      parts.push(': ');
    } else if (!isSpace(character)) {
      const end = endOfLiteral(source, index);
      parts.push(source.slice(index - 1, end));
      index = end;
    }
  }
  return linesOf(parts.join(''));
}

/** Any text by its lines. */
export function linesOf(text: string): PrettyJson {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return {
    text,
    lineCount: starts.length,
    line(number) {
      const next = starts[number + 1];
      return text.slice(starts[number], next === undefined ? text.length : next - 1);
    },
  };
}

function endOfString(source: string, start: number): number {
  let index = start + 1;
  while (index < source.length) {
    const code = source.charCodeAt(index);
    if (code === quote) return index + 1;
    index += code === backslash ? 2 : 1;
  }
  return source.length;
}

function endOfLiteral(source: string, start: number): number {
  let index = start;
  while (index < source.length && !/[\s,:[\]{}"]/.test(source.charAt(index))) index++;
  return index;
}

function skipSpace(source: string, start: number): number {
  let index = start;
  while (isSpace(source.charAt(index))) index++;
  return index;
}

function isSpace(character: string): boolean {
  return character === ' ' || character === '\n' || character === '\r' || character === '\t';
}
