import type { Output } from '../io/io.ts';

/** What takes longer shows that it is alive. */
const patience = 1000;
const interval = 200;

/** A line that says how far the work is. */
export interface Progress {
  update(text: string): void;
  /** Removes the line. */
  end(): void;
}

/** Shows a progress line on stderr once the work takes over a second, and only on a terminal. */
export function startProgress(output: Output, text: string): Progress {
  if (!output.isTerminal) return { update: () => {}, end: () => {} };
  let current = text;
  let shown = false;
  const show = () => {
    shown = true;
    output.write(`\r\x1b[K${current}`);
  };
  let timer = setTimeout(() => {
    show();
    timer = setInterval(show, interval);
  }, patience);
  return {
    update: (next) => {
      current = next;
    },
    end: () => {
      clearTimeout(timer);
      if (shown) output.write('\r\x1b[K');
    },
  };
}

/** Does work under a progress line that goes away however the work ends. */
export async function withProgress<T>(
  output: Output,
  text: string,
  work: (progress: Progress) => Promise<T>,
): Promise<T> {
  const progress = startProgress(output, text);
  try {
    return await work(progress);
  } finally {
    progress.end();
  }
}
