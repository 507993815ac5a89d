import type { World } from '../../analysis/world.ts';

/** Whoever types for a day asks many questions; the common ones come again. */
const MOST_KEPT = 5000;

/**
 * Answers that depend on nothing but the world and a key: each is found once, and goes with its world. Handed a key and
 * how its answer is found.
 */
export function worldMemory<Answer>(): (world: World, key: string, find: () => Answer) => Answer {
  const byWorld = new WeakMap<World, Map<string, { readonly answer: Answer }>>();
  return (world, key, find) => {
    const kept = byWorld.get(world) ?? new Map<string, { readonly answer: Answer }>();
    byWorld.set(world, kept);
    const known = kept.get(key);
    if (known) return known.answer;
    const answer = find();
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, { answer });
    return answer;
  };
}
