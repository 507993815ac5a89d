import type { Condition } from './condition.ts';
import { aliasesOf, asCondition, type Formula } from './formula.ts';
import type { Tally } from './outcome.ts';
import type { SortKey } from './sortKey.ts';
import { Tree } from './tree.ts';

/** What is asked of the combinations of rows that the joins of a query make. */
export interface Question {
  /** All have to be true. */
  readonly checks: readonly Formula[];
  /** Their truths are told with each outcome, as its first ones. */
  readonly asked: readonly Formula[];
  /** What is kept of combinations that are told as one. */
  readonly keys: readonly SortKey[];
  /** Whether that is all values of the one that sorts first; otherwise each key keeps its own. */
  readonly keepsFirst: boolean;
  /** The aliases whose rows are told. */
  readonly told: readonly number[];
}

/** What is decided where the row of an alias is there; for the rows that are told: where all of them are. */
export interface Place {
  /** They have to be true. */
  readonly checks: Condition[];
  /** Parts of tallies. */
  readonly parts: { readonly tally: number; readonly holds: Condition }[];
  /** The keys that look here, by their numbers. */
  readonly keys: number[];
  /** Tallies that have all their parts with what comes together here, inner ones first. */
  readonly settled: number[];
}

/**
 * How a question is answered: what is found among the joins is handed on from alias to alias towards the rows that are
 * told, once for each row. So a condition costs the sum of the rows on its way and not their product, however deep it
 * stands and whatever stands beside it.
 */
export interface Plan {
  readonly tree: Tree;
  readonly tallies: readonly Tally[];
  /** For each alias; what is told has one place together, the top's. */
  readonly places: readonly Place[];
}

/** Plans for aliases of which `parents` holds the one above each, -1 above the root. */
export function planFor(parents: readonly number[], { checks, asked, keys, told }: Question): Plan {
  const tree = new Tree(parents, told);
  const places = parents.map((): Place => ({ checks: [], parts: [], keys: [], settled: [] }));
  // An asked formula is the one part of a tally that nobody settles: its truth is still there at the end.
  const tallies: Tally[] = asked.map(() => ({ operator: 'OR', negated: false, into: undefined }));
  const decide = (formula: Formula, into: number | undefined): void => {
    const spots = new Set(aliasesOf(formula).map((alias) => tree.spotOf(alias)));
    const place = places[tree.meetingOf([...spots])];
    if (formula.kind === 'leaf' || spots.size <= 1) {
      const holds = asCondition(formula);
      if (into === undefined) place?.checks.push(holds);
      else place?.parts.push({ tally: into, holds });
      return;
    }
    const { operator, negated, parts } = formula;
    const tally = tallies.push({ operator, negated, into }) - 1;
    for (const part of parts) decide(part, tally);
    place?.settled.push(tally);
  };
  for (const [tally, formula] of asked.entries()) decide(formula, tally);
  for (const formula of checks) decide(formula, undefined);
  for (const [key, { alias }] of keys.entries()) places[tree.spotOf(alias)]?.keys.push(key);
  return { tree, tallies, places };
}
