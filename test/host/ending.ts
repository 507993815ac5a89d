// What must be put right whenever and however this process ends, Ctrl+C and a polite kill included.

const cleanups = new Set<() => void>();
const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Has `cleanup` called, without waiting for anything, when this process ends. Returns how to call that off. */
export function atEnd(cleanup: () => void): () => void {
  cleanups.add(cleanup);
  return () => {
    cleanups.delete(cleanup);
  };
}

process.on('exit', () => {
  // The last started first: a server is ended before its folders are deleted.
  for (const cleanup of [...cleanups].reverse()) cleanup();
});

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(name, () => process.exit(exitCodes[name]));
}

/** Ends this process soon after the one that started it has ended, even if that had no time to say so. */
export function endWithParent(): void {
  const parent = process.ppid;
  const look = () => {
    if (process.ppid !== parent) process.exit(1);
  };
  setInterval(look, 1000).unref();
}
