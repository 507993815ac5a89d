/** How well letters fit a name: where they end in the letters (exclusive), and how much of the name they leave out. */
export type Fits = ReadonlyMap<number, number>;

const SKIPPED_WORD = 3;
const MISSING_LETTER = 0.2;

/**
 * Reads a name with the letters from `from` on: its words in their order, from each some first letters, words may be
 * left out. `cm` and `covmed` read `coverMedia`. All ways to end are returned, each with its smallest cost; none of
 * them reads nothing.
 */
export function readName(words: readonly string[], letters: string, from: number): Fits {
  let ends = new Map([[from, 0]]);
  for (const word of words) {
    const next = new Map<number, number>();
    for (const [at, cost] of ends) {
      keepBest(next, at, cost + SKIPPED_WORD);
      for (let count = 1; word[count - 1] !== undefined && word[count - 1] === letters[at + count - 1]; count++) {
        keepBest(next, at + count, cost + (word.length - count) * MISSING_LETTER);
      }
    }
    ends = next;
  }
  ends.delete(from);
  return ends;
}

function keepBest(ends: Map<number, number>, at: number, cost: number): void {
  ends.set(at, Math.min(ends.get(at) ?? cost, cost));
}

/** `coverMedia` → `cover`, `media`. */
export function wordsOf(name: string): readonly string[] {
  return name
    .split(/[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}
