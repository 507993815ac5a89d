// Waiting in VS Code's extension host: for what is seen, never for a length of time.
import { setTimeout } from 'node:timers/promises';

const PATIENCE_MILLISECONDS = 20_000;
const PAUSE_MILLISECONDS = 50;

type Look<T> = T | undefined | false;

/** Asks `look` again and again until it answers something truthy; rejects with what was waited for in vain. */
export async function until<T>(what: string, look: () => Look<T> | Promise<Look<T>>): Promise<T> {
  const deadline = performance.now() + PATIENCE_MILLISECONDS;
  for (;;) {
    const answer = await look();
    if (answer) return answer;
    if (performance.now() > deadline) throw new Error(`Waited ${PATIENCE_MILLISECONDS / 1000} s for ${what} in vain.`);
    await setTimeout(PAUSE_MILLISECONDS);
  }
}
