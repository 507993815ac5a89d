// Says what takes long, so that nobody stares at a still terminal, and what failed.
import { stripVTControlCharacters } from 'node:util';

const QUIET_SECONDS = 10;

/** Prints one line of progress to standard error: standard output is for what was asked for. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** An error for people: without colours, and without the log that Playwright adds to it. */
export function sentence(error: unknown): string {
  const message = stripVTControlCharacters(error instanceof Error ? error.message : String(error));
  const [what = message, log] = message.split('\nCall log:\n');
  const last = log
    ?.trim()
    .split('\n')
    .at(-1)
    ?.replace(/^\s*-\s*/, '');
  return last === undefined ? what : `${what} It was ${last}.`;
}

/**
 * Runs a long piece of work under a title: says it, says every ten seconds that it still goes on, and how long
 * it took. What is thrown says which step failed.
 */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const seconds = () => ((performance.now() - started) / 1000).toFixed(1);
  say(`• ${title} …`);
  const heartbeat = setInterval(() => say(`  still at it after ${seconds()} s`), QUIET_SECONDS * 1000);
  try {
    const result = await work();
    say(`  done in ${seconds()} s`);
    return result;
  } catch (error) {
    throw new Error(`${title} failed after ${seconds()} s: ${sentence(error)}`, { cause: error });
  } finally {
    clearInterval(heartbeat);
  }
}
