import { combine, opposite, type Truth, truthOfNothing } from './condition.ts';
import type { Operator } from './filter.ts';
import { compareKept, keptOfBoth, keptOfMany, type SortKey } from './sortKey.ts';
import type { SqlValue } from './sqlValue.ts';

/** What is the same for a number of combinations, of which nothing else is known any more. */
export interface Outcome {
  /** How many combinations there are. */
  readonly times: number;
  /** How each tally stands. */
  readonly truths: readonly Truth[];
  /** What each sort key keeps of them; undefined while its rows were not looked at. */
  readonly kept: readonly (SqlValue | undefined)[];
}

/** A group of conditions about different rows: it waits until the truths of all its parts are combined. */
export interface Tally {
  readonly operator: Operator;
  readonly negated: boolean;
  /** The tally that it is a part of; without one it has to be true. */
  readonly into: number | undefined;
}

/** How outcomes come together under the tallies and keys of a question. */
export class Outcomes {
  /** One combination of which nothing was asked yet. */
  readonly one: Outcome;
  readonly ones: readonly Outcome[];
  readonly #tallies: readonly Tally[];
  readonly #keys: readonly SortKey[];
  readonly #keepsFirst: boolean;

  constructor(tallies: readonly Tally[], keys: readonly SortKey[], keepsFirst: boolean) {
    this.#tallies = tallies;
    this.#keys = keys;
    this.#keepsFirst = keepsFirst;
    this.one = { times: 1, truths: tallies.map(({ operator }) => truthOfNothing(operator)), kept: [] };
    this.ones = [this.one];
  }

  /** Everything that was found on one way, combined with everything that was found on another. */
  joined(some: readonly Outcome[], others: readonly Outcome[]): readonly Outcome[] {
    if (some === this.ones) return others;
    if (others === this.ones) return some;
    return some.flatMap((one) => others.map((other) => this.#both(one, other)));
  }

  /** With the truth of one more part of a tally. */
  withPart(outcome: Outcome, tally: number, truth: Truth): Outcome {
    const operator = this.#tallies[tally]?.operator ?? 'AND';
    return { ...outcome, truths: outcome.truths.with(tally, combine(operator, outcome.truths[tally] ?? null, truth)) };
  }

  /** After the last part of a tally: it becomes a part itself, or decides what is left. */
  settled(outcomes: readonly Outcome[], tally: number): readonly Outcome[] {
    const group = this.#tallies[tally];
    if (!group) return outcomes;
    const { operator, negated, into } = group;
    const sum = this.sum();
    for (const outcome of outcomes) {
      const combined = outcome.truths[tally] ?? null;
      const truth = negated ? opposite(combined) : combined;
      const rest = { ...outcome, truths: outcome.truths.with(tally, truthOfNothing(operator)) };
      if (into !== undefined) sum.add(this.withPart(rest, into, truth));
      else if (truth === true) sum.add(rest);
    }
    return sum.outcomes;
  }

  /** Gathers outcomes: all whose tallies stand alike become one. */
  sum(): OutcomeSum {
    return new OutcomeSum(this.#keys, this.#keepsFirst);
  }

  #both(one: Outcome, other: Outcome): Outcome {
    const truths = this.#tallies.map(({ operator }, tally) =>
      combine(operator, one.truths[tally] ?? null, other.truths[tally] ?? null),
    );
    const kept = this.#keys.map((key, index) =>
      one.kept[index] === undefined
        ? keptOfMany(key, other.kept[index], one.times)
        : keptOfMany(key, one.kept[index], other.times),
    );
    return { times: one.times * other.times, truths, kept };
  }
}

/** Outcomes in the order in which the first of their combinations came. */
export class OutcomeSum {
  readonly #keys: readonly SortKey[];
  readonly #keepsFirst: boolean;
  readonly #found = new Map<string, { times: number; readonly truths: readonly Truth[]; kept: Outcome['kept'] }>();

  constructor(keys: readonly SortKey[], keepsFirst: boolean) {
    this.#keys = keys;
    this.#keepsFirst = keepsFirst;
  }

  get outcomes(): readonly Outcome[] {
    return [...this.#found.values()];
  }

  add({ times, truths, kept }: Outcome): void {
    const standing = truths.join();
    const known = this.#found.get(standing);
    if (!known) {
      this.#found.set(standing, { times, truths, kept });
      return;
    }
    known.times += times;
    if (!this.#keepsFirst) known.kept = this.#keys.map((key, index) => keptOfBoth(key, known.kept[index], kept[index]));
    else if (compareKept(this.#keys, kept, known.kept) < 0) known.kept = kept;
  }
}
