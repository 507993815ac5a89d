/**
 * The name that was probably meant: the one that shares the most pairs of neighbouring letters, where that are more
 * than half of both; undefined where none is like it.
 */
export function mostSimilar(wrong: string, names: readonly string[]): string | undefined {
  const ranked = names.map((name) => ({ name, likeness: likenessOf(wrong, name) }));
  const best = ranked.reduce((a, b) => (b.likeness > a.likeness ? b : a), { name: '', likeness: 0.5 });
  return best.name === '' ? undefined : best.name;
}

/** The coefficient of Sørensen and Dice: 0 for nothing in common, 1 for the same pairs. */
function likenessOf(a: string, b: string): number {
  const [ofA, ofB] = [pairsOf(a), pairsOf(b)];
  const shared = [...ofA].filter((pair) => ofB.has(pair));
  return (2 * shared.length) / Math.max(1, ofA.size + ofB.size);
}

function pairsOf(text: string): Set<string> {
  const letters = text.toLowerCase().replace(/[^a-z]/g, '');
  return new Set(Array.from(letters.slice(1), (letter, index) => letters.charAt(index) + letter));
}
