/** One comparison: how long a thing takes in relation to a peer that runs at the same time. */
export interface Comparison {
  readonly name: string;
  /** The fastest peer. */
  readonly peer: string;
  /** Median milliseconds. */
  readonly peerMs: number;
  readonly ownMs: number;
  readonly ratio: number;
  readonly goal: number;
  /** Peers that can do it, too, and take longer. */
  readonly slower?: readonly { readonly name: string; readonly ms: number }[];
}

/** Somebody who can do the same work. */
export interface Peer {
  readonly name: string;
  readonly run: () => unknown;
}

/** How often something is done: first to warm up, at least so often and so long, then measured. */
export interface Rounds {
  readonly warmUp: number;
  readonly warmUpMs: number;
  readonly measured: number;
}

// A service runs all day: what takes a tenth of a millisecond is done a thousand times before it is compiled well.
const QUICK: Rounds = { warmUp: 30, warmUpMs: 1000, measured: 101 };

/** Runs all in turns, so that a busy machine slows all of them, and compares the medians with the fastest peer's. */
export async function compare(
  name: string,
  goal: number,
  own: () => unknown,
  peers: readonly Peer[],
  { warmUp, warmUpMs, measured }: Rounds = QUICK,
): Promise<Comparison> {
  const runners = [...peers, { name: 'own', run: own }].map((peer) => ({ ...peer, times: [] as number[] }));
  const inTurns = async () => {
    for (const { run, times } of runners) times.push(await time(run));
  };
  const begun = performance.now();
  for (let round = 0; round < warmUp || performance.now() - begun < warmUpMs; round++) await inTurns();
  for (const { times } of runners) times.length = 0;
  for (let round = 0; round < measured; round++) await inTurns();
  const medians = runners.map(({ name, times }) => ({ name, ms: median(times) }));
  const ownMs = medians.pop()?.ms ?? Number.NaN;
  const [best, ...slower] = medians.sort((a, b) => a.ms - b.ms);
  if (!best) throw new Error(`Nobody to compare "${name}" with.`);
  return { name, peer: best.name, peerMs: best.ms, ownMs, ratio: ownMs / best.ms, goal, slower };
}

/** The middle one of an odd number of values. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which a share of the values is: 0.95 for p95. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
}

/** Milliseconds. */
export async function time(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}
