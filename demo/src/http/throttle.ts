/** After so many wrong credentials so many seconds have to pass before the next attempt (reference, section 9). */
const STEPS: readonly { readonly failures: number; readonly seconds: number }[] = [
  { failures: 20, seconds: 60 },
  { failures: 15, seconds: 30 },
  { failures: 10, seconds: 10 },
];

interface Counter {
  failures: number;
  /** Milliseconds. */
  last: number;
}

/** Counts wrong credentials by user name: all integrations share one counter, because they have none. */
export class Throttle {
  readonly #clock: () => number;
  readonly #counters = new Map<string, Counter>();

  /** `clock` returns milliseconds. */
  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** How many seconds the server tells to wait; undefined when the next attempt may come now. */
  wait(userName: string): number | undefined {
    const counter = this.#counters.get(userName);
    if (!counter) return undefined;
    const step = STEPS.find(({ failures }) => counter.failures >= failures);
    return step && this.#clock() < counter.last + step.seconds * 1000 ? step.seconds : undefined;
  }

  count(userName: string): void {
    const failures = (this.#counters.get(userName)?.failures ?? 0) + 1;
    this.#counters.set(userName, { failures, last: this.#clock() });
  }

  /** After a success the count begins anew. */
  forget(userName: string): void {
    this.#counters.delete(userName);
  }
}
