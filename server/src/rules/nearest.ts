/**
 * The name that was probably meant: equal but for case, dashes, underscores or plural, else the one with the least
 * edits, at most a third of its length; undefined where none is near.
 */
export function nearest(wrong: string, names: Iterable<string>): string | undefined {
  let best: { name: string; distance: number } | undefined;
  const limit = limitOf(wrong);
  const folded = fold(wrong);
  const letters = wrong.toLowerCase();
  for (const name of names) {
    const distance = fold(name) === folded ? 0.5 : editDistance(letters, name.toLowerCase(), limit);
    if (distance <= limit && (!best || distance < best.distance)) best = { name, distance };
  }
  return best?.name;
}

function limitOf(text: string): number {
  return Math.max(1, Math.min(3, Math.floor(text.length / 3)));
}

function fold(name: string): string {
  const letters = name.replace(/[-_\s]/g, '').toLowerCase();
  return letters.endsWith('ies') ? `${letters.slice(0, -3)}y` : letters.replace(/s$/, '');
}

/** Insertions, deletions, changes and swaps of neighbours between two texts; `limit + 1` where it is more. */
export function editDistance(a: string, b: string, limit: number): number {
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
