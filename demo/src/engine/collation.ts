/**
 * Texts as MariaDB's collation `utf8mb4_unicode_ci` sees them: neither case nor accents count, nor spaces at the end.
 * (reference, sections 3 and 2.4)
 */

/** Marks above and below letters; those of a few Cyrillic letters make others of them. */
const MARKS = /(?<![гику\u0456])\p{Mn}+/giu;
const ASCII = /^[\x20-\x7e]*$/;
/** Texts that sort by their character codes: space, digits, letters. */
const PLAIN = /^[ 0-9a-z]*$/;

/** What two texts share when they are equal for the database, apart from spaces at the end. */
function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text.normalize('NFD').replace(MARKS, '').normalize('NFC').toLowerCase();
}

/** The same for `=`: padded comparison, and what stands for several characters is these. */
export function foldForEquals(text: string): string {
  const folded = fold(text);
  const whole = COMPOUND.test(folded) ? folded.replace(COMPOUNDS, partsOf) : folded;
  return whole.replace(/ +$/, '');
}

const COMPOUND = /[ßœªº¹²³¼½¾…™№ſµĳŀ\u00a0]/;
const COMPOUNDS = new RegExp(COMPOUND, 'g');

function partsOf(character: string): string {
  if (character === 'ß') return 'ss';
  return character === 'œ' ? 'oe' : character.normalize('NFKD').toLowerCase();
}

/** The order of `ORDER BY`, of texts that are folded for it. */
export function compareFolded(one: string, other: string): number {
  if (one === other) return 0;
  if (PLAIN.test(one) && PLAIN.test(other)) return one < other ? -1 : 1;
  return compareRanks(one, other);
}

/** As if spaces followed the shorter one. */
function compareRanks(one: string, other: string): number {
  for (let index = 0; index < Math.max(one.length, other.length); index++) {
    const difference = rankAt(one, index) - rankAt(other, index);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The characters that people write most in the order of the collation, as MariaDB 10.11 weighs them. */
const ORDER = [
  '\t\n\v\f\r',
  ' `´^¯¨¸_-‐–—―,;:!¡?¿.·\'‘’‚‹›"“”„«»()[]{}§¶©®@*/\\&#%‰†‡•°+±÷×<=>¬|¦~¤¢$£¥₩₪₫€',
  '0123456789aæbcdđðefghħiıjklłmnŋoøpqĸrstŧuvwxyzþ',
  'αβγδεζηθικλμνξοπρσςτυφχψω',
  'абвгдђѓеєжзѕийіїјклљмнњопрстћќуўфхцчџшщъыьэюя',
].join('');

const RANKS: ReadonlyMap<number, number> = new Map([...ORDER].map((_, rank) => [ORDER.charCodeAt(rank), rank]));
const SPACE = 0x20;
const FIRST_SURROGATE = 0xd800;
const LAST_SURROGATE = 0xdfff;

/** Others follow by their codes; beyond 16 bits all are the same to the collation, and above everything. */
function rankAt(text: string, index: number): number {
  const code = index < text.length ? text.charCodeAt(index) : SPACE;
  if (code >= FIRST_SURROGATE && code <= LAST_SURROGATE) return Number.MAX_SAFE_INTEGER;
  return RANKS.get(code) ?? ORDER.length + code;
}

/** How a pattern is fixed to the text: `LIKE '%x%'`, `'x%'`, `'%x'`. */
export type Anchor = 'contains' | 'prefix' | 'suffix';

/** A test for `LIKE`; `%` and `_` in the value stand for themselves, because the server escapes them. */
export function likeTest(anchor: Anchor, value: string): (text: string) => boolean {
  const wanted = fold(value);
  return (text) => matches[anchor](fold(text), wanted);
}

/** The same for columns whose bytes count: ids and JSON. */
export function binaryLikeTest(anchor: Anchor, value: string): (text: string) => boolean {
  return (text) => matches[anchor](text, value);
}

const matches: Readonly<Record<Anchor, (text: string, wanted: string) => boolean>> = {
  contains: (text, wanted) => text.includes(wanted),
  prefix: (text, wanted) => text.startsWith(wanted),
  suffix: (text, wanted) => text.endsWith(wanted),
};
