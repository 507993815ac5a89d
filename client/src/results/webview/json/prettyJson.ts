/** A JSON text, indented, whose lines can be taken one by one. */
export interface PrettyJson {
  readonly text: string;
  readonly lineCount: number;
  /** The line with this number, from 0, without its end. */
  line(number: number): string;
}

/**
 * Indents a JSON text without changing anything else in it: long numbers, the order of keys and double keys stay as the
 * shop sent them. Expects valid JSON.
 */
export function prettyJson(source: string): PrettyJson {
  const parts: string[] = [];
  let depth = 0;
  let copied = 0;
  /** Takes over what was not yet copied, up to `end`, then adds `more`; goes on at `next`. */
  const copy = (end: number, more: string, next = end) => {
    parts.push(source.slice(copied, end), more);
    copied = next;
  };
  for (let index = 0; index < source.length; index++) {
    switch (source.charCodeAt(index)) {
      case character.quote:
        index = endOfString(source, index);
        break;
      case character.openObject:
      case character.openList: {
        const inside = skipSpace(source, index + 1);
        if (isClosing(source.charCodeAt(inside))) {
          copy(index + 1, '', inside);
          index = inside;
        } else {
          copy(index + 1, newLine(++depth));
        }
        break;
      }
      case character.closeObject:
      case character.closeList:
        copy(index, newLine(--depth));
        break;
      case character.comma:
        copy(index + 1, newLine(depth));
        break;
      case character.colon:
        copy(index + 1, ' ');
        break;
      case character.space:
      case character.tab:
      case character.lineFeed:
      case character.carriageReturn:
        copy(index, '', index + 1);
        break;
    }
  }
  copy(source.length, '');
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

const character = {
  tab: 0x09,
  lineFeed: 0x0a,
  carriageReturn: 0x0d,
  space: 0x20,
  quote: 0x22,
  comma: 0x2c,
  colon: 0x3a,
  openList: 0x5b,
  backslash: 0x5c,
  closeList: 0x5d,
  openObject: 0x7b,
  closeObject: 0x7d,
};

const newLines: string[] = [];

function newLine(depth: number): string {
  newLines[depth] ??= `\n${'  '.repeat(depth)}`;
  return newLines[depth];
}

/** Where the closing quote of a string stands. */
function endOfString(source: string, start: number): number {
  let index = start + 1;
  while (index < source.length) {
    const code = source.charCodeAt(index);
    if (code === character.quote) return index;
    index += code === character.backslash ? 2 : 1;
  }
  return source.length;
}

function skipSpace(source: string, start: number): number {
  let index = start;
  while (/\s/.test(source.charAt(index))) index++;
  return index;
}

function isClosing(code: number): boolean {
  return code === character.closeObject || code === character.closeList;
}
