/** As HTML names them; it writes other characters by their number. */
const namedInHtml: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' };

/** As JSON names them; it writes other control characters by their number. */
const namedInJson: Readonly<Record<string, string>> = { '\n': 'n', '\r': 'r', '\t': 't', '\b': 'b', '\f': 'f' };

/**
 * Finds a text however it is written: as it is, or each of its characters as a URL, a form, JSON (also inside of JSON, and
 * as PHP writes it: `\/`, `\u00fc`) or HTML spells it.
 */
export function everySpellingOf(text: string): RegExp {
  return new RegExp([...text].map(anySpellingOf).join(''), 'g');
}

function anySpellingOf(character: string): string {
  return /[a-z\d]/i.test(character) ? character : `${escaped}{0,3}(?:${spellingsOf(character).join('|')})`;
}

/** A backslash of JSON is two where the text stands in another one. */
const escaped = '\\\\';

/** Patterns, the longer spellings first. */
function spellingsOf(character: string): string[] {
  const point = character.codePointAt(0) ?? 0;
  const units = character.split('').map((unit) => unit.charCodeAt(0));
  const inHtml = namedInHtml[character];
  const inJson = namedInJson[character];
  return [
    [...Buffer.from(character)].map((byte) => `%${hex(byte, 2)}`).join(''),
    units.map((unit) => `${escaped}{1,4}u${hex(unit, 4)}`).join(''),
    `&#0*${point};`,
    `&#[xX]0*${hex(point, 1)};`,
    ...(inHtml === undefined ? [] : [`&${inHtml};`]),
    ...(inJson === undefined ? [] : [`${escaped}{1,4}${inJson}`]),
    ...(character === ' ' ? ['\\+'] : []),
    units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join(''),
  ];
}

/** A pattern of a number in hex digits, which may be large or small letters. */
function hex(value: number, length: number): string {
  return value
    .toString(16)
    .padStart(length, '0')
    .replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}
