// Says what takes long, so that nobody stares at a still terminal.

const QUIET_SECONDS = 10;

/** Prints one line of progress to standard error: standard output is for what was asked for. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Runs a long piece of work under a title: says it, says every ten seconds that it still goes on, and how long it took. */
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
    say(`  failed after ${seconds()} s`);
    throw error;
  } finally {
    clearInterval(heartbeat);
  }
}
