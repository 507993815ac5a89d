/** A name that may be meant by another one, and how far it is from that. */
export interface NearName {
  readonly name: string;
  /** `SAME_LETTERS`, `OTHER_NUMBER`, or how many edits lie between. */
  readonly distance: number;
}

/** Equal but for case, dashes and underscores. */
export const SAME_LETTERS = 0.25;
/** And but for the plural. */
export const OTHER_NUMBER = 0.5;

/**
 * The name that was probably meant: equal but for case, dashes, underscores or plural, else the one with the least
 * edits, at most a third of its length; undefined where none is near.
 */
export function nearest(wrong: string, names: Iterable<string>): string | undefined {
  return nearNames(wrong, names)[0]?.name;
}

/** All names that are near to a wrong one, the nearest first. */
export function nearNames(wrong: string, names: Iterable<string>): readonly NearName[] {
  const limit = limitOf(wrong);
  const plain = lettersOf(wrong);
  const singular = singularOf(plain);
  const written = wrong.toLowerCase();
  const near: NearName[] = [];
  for (const name of names) {
    const letters = lettersOf(name);
    const isSingular = letters !== plain && singularOf(letters) === singular;
    const distance =
      letters === plain ? SAME_LETTERS : isSingular ? OTHER_NUMBER : editDistance(written, name.toLowerCase(), limit);
    if (distance <= limit) near.push({ name, distance });
  }
  return near.sort((a, b) => a.distance - b.distance);
}

function limitOf(text: string): number {
  return Math.max(1, Math.min(3, Math.floor(text.length / 3)));
}

/** A name without what people write differently: case, dashes, underscores and spaces. */
export function lettersOf(name: string): string {
  return name.replace(/[-_\s]/g, '').toLowerCase();
}

/** Letters without the plural's: `categories` and `category` are the same. */
export function singularOf(letters: string): string {
  return letters.endsWith('ies') ? `${letters.slice(0, -3)}y` : letters.replace(/s$/, '');
}

/** Insertions, deletions, changes and swaps of neighbours between two texts; `limit + 1` where it is more. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (same ? 0 : 1));
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? Infinity) + 1);
      current.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? limit + 1;
}
