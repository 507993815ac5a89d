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

/** How often something is done: first to warm up, then measured. */
export interface Rounds {
  readonly warmUp: number;
  readonly measured: number;
}

const QUICK: Rounds = { warmUp: 30, measured: 101 };

/** Runs all in turns, so that a busy machine slows all of them, and compares the medians with the fastest peer's. */
export async function compare(
  name: string,
  goal: number,
  own: () => unknown,
  peers: readonly Peer[],
  { warmUp, measured }: Rounds = QUICK,
): Promise<Comparison> {
  const ownTimes: number[] = [];
  const runners = peers.map((peer) => ({ ...peer, times: [] as number[] }));
  for (let round = -warmUp; round < measured; round++) {
    for (const { run, times } of runners) times.push(await time(run));
    ownTimes.push(await time(own));
  }
  const ownMs = median(ownTimes.slice(warmUp));
  const [best, ...slower] = runners
    .map(({ name, times }) => ({ name, ms: median(times.slice(warmUp)) }))
    .sort((a, b) => a.ms - b.ms);
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
