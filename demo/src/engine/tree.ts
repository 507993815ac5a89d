import { ROOT } from './combination.ts';

/**
 * A query's joins as a tree, turned so that every alias has one next alias on the way to the rows that are told
 * (`nextOf`). All told aliases count as one, the topmost (`spotOf`).
 */
export class Tree {
  /** The lowest alias with everything below that is told. */
  readonly top: number;
  /** Those below it that are told or lead there, parents first. */
  readonly told: readonly number[];
  /** The aliases above the top, from the root on. */
  readonly above: readonly number[];
  readonly #parents: readonly number[];
  readonly #together: ReadonlySet<number>;

  /** `parents` holds the alias above each, -1 above the root; `told` are those whose rows are told. */
  constructor(parents: readonly number[], told: readonly number[]) {
    this.#parents = parents;
    const ways = told.map((alias) => this.#wayFromRoot(alias));
    const [first = [ROOT]] = ways;
    const shared = first.filter((alias, depth) => ways.every((way) => way[depth] === alias));
    this.top = shared.at(-1) ?? ROOT;
    this.above = shared.slice(0, -1);
    this.told = [...new Set(ways.flatMap((way) => way.slice(shared.length)))].sort((one, other) => one - other);
    this.#together = new Set([this.top, ...this.told]);
  }

  /** The alias that stands for this one. */
  spotOf(alias: number): number {
    return this.#together.has(alias) ? this.top : alias;
  }

  /** The next spot on the way to the rows that are told; undefined there. */
  nextOf(spot: number): number | undefined {
    if (spot === this.top) return undefined;
    const depth = this.above.indexOf(spot);
    return depth < 0 ? this.spotOf(this.#parents[spot] ?? ROOT) : (this.above[depth + 1] ?? this.top);
  }

  /** Where the ways from these spots come together; that of nothing is the end. */
  meetingOf([first, ...others]: readonly number[]): number {
    if (first === undefined) return this.top;
    return others.reduce((one, other) => {
      const way = this.#wayFrom(one);
      return this.#wayFrom(other).find((spot) => way.includes(spot)) ?? this.top;
    }, first);
  }

  #wayFrom(spot: number): readonly number[] {
    const next = this.nextOf(spot);
    return next === undefined ? [spot] : [spot, ...this.#wayFrom(next)];
  }

  #wayFromRoot(alias: number): readonly number[] {
    const parent = this.#parents[alias] ?? -1;
    return parent < 0 ? [alias] : [...this.#wayFromRoot(parent), alias];
  }
}
