/** One comparison: how long a thing takes in relation to a peer that runs in the same process at the same time. */
export interface Comparison {
  readonly name: string;
  readonly peer: string;
  /** Median milliseconds. */
  readonly peerMs: number;
  readonly ownMs: number;
  readonly ratio: number;
  readonly goal: number;
}

const WARM_UP = 30;
const ROUNDS = 101;

/** Runs both in turns, so that a busy machine slows both, and compares the medians. */
export function compare(
  name: string,
  goal: number,
  own: () => unknown,
  peer: { readonly name: string; readonly run: () => unknown },
): Comparison {
  for (let round = 0; round < WARM_UP; round++) {
    own();
    peer.run();
  }
  const ownTimes: number[] = [];
  const peerTimes: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    peerTimes.push(time(peer.run));
    ownTimes.push(time(own));
  }
  const ownMs = median(ownTimes);
  const peerMs = median(peerTimes);
  return { name, peer: peer.name, peerMs, ownMs, ratio: ownMs / peerMs, goal };
}

/** The middle one of an odd number of values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function time(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
