/**
 * Texts as MariaDB's collation `utf8mb4_unicode_ci` sees them: neither case nor accents count, nor spaces at the end.
 * (reference, sections 3 and 2.4)
 */

const collator = new Intl.Collator('en', { sensitivity: 'base' });
const MARKS = /\p{Mn}+/gu;
const ASCII = /^[\x20-\x7e]*$/;
/** Texts that sort by their character codes: space, digits, letters. */
const PLAIN = /^[ 0-9a-z]*$/;

/** What two texts share when they are equal for the database, apart from spaces at the end. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text.normalize('NFD').replace(MARKS, '').toLowerCase();
}

/** The same for `=`: padded comparison, and ß is ss. */
export function foldForEquals(text: string): string {
  const folded = fold(text).trimEnd();
  return folded.includes('ß') ? folded.replaceAll('ß', 'ss') : folded;
}

/** The order of `ORDER BY`. */
export function compareTexts(one: string, other: string): number {
  return compareFolded(foldForEquals(one), foldForEquals(other));
}

/** The same of texts that are folded already. */
export function compareFolded(one: string, other: string): number {
  if (one === other) return 0;
  if (PLAIN.test(one) && PLAIN.test(other)) return one < other ? -1 : 1;
  return collator.compare(one, other);
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
