import { type Combination, ROOT } from './combination.ts';
import type { Row } from './database.ts';
import { type Outcome, type OutcomeSum, Outcomes } from './outcome.ts';
import { type Place, type Plan, planFor, type Question } from './plan.ts';
import { type Refused, refusedByDatabase } from './refused.ts';
import type { SortKey } from './sortKey.ts';

/** One alias of a query: the rows that are joined to a row of the alias above it, which has a lower number. */
export interface Step {
  readonly parent: number;
  readonly rowsFor: (parent: Row) => readonly Row[];
}

/**
 * Called for each combination of the rows in `Question.told`, with how often it occurs and what was asked of the rest.
 * The array is reused: copy what is kept.
 */
export type Visit = (combination: Combination, outcome: Outcome) => void;

/** What is found in one direction, from the rows of the combination that are there. */
type Branch = () => readonly Outcome[];

const NO_ROW: readonly (Row | null)[] = [null];

/**
 * So many rows are combined for one question, which takes some seconds. Then it ends like a statement of a database that
 * has a time limit.
 */
const MOST_COMBINATIONS = 2_000_000;

/**
 * Answers a question about the combinations of rows that SQL would see: only the rows that are told are combined, and
 * what lies behind any other row is looked at once.
 */
export class Walk {
  readonly #steps: readonly Step[];
  readonly #plan: Plan;
  readonly #outcomes: Outcomes;
  readonly #keys: readonly SortKey[];
  readonly #combination: (Row | null)[];
  readonly #branches: readonly (readonly Branch[])[];
  /** What was found above, for each row of the next alias on the way down to those that are told. */
  #arrived: ReadonlyMap<Row | null, readonly Outcome[]> = new Map();
  /** How many rows may be combined with those above them, and how many of these are left. */
  readonly #most: number;
  #left: number;

  /** `copies`: how often sub-queries multiply a root row. */
  constructor(steps: readonly Step[], question: Question, copies?: (root: Row) => number, most = MOST_COMBINATIONS) {
    this.#steps = steps;
    const parents = steps.map(({ parent }) => parent);
    this.#plan = planFor(parents, question);
    this.#outcomes = new Outcomes(this.#plan.tallies, question.keys, question.keepsFirst);
    this.#keys = question.keys;
    this.#combination = steps.map(() => null);
    this.#branches = this.#allBranches(copies);
    this.#most = most;
    this.#left = most;
  }

  /**
   * Visits what is left of the combinations of one root row, which has to be among those that are told.
   * @throws {Refused} when there are too many of them
   */
  visitFrom(root: Row, visit: Visit): void {
    this.#tell(root, visit);
  }

  /**
   * Visits what is left of the combinations of all these root rows.
   * @throws {Refused} when there are too many of them
   */
  visitAll(roots: readonly Row[], visit: Visit): void {
    const isBelow = this.#plan.tree.above.length > 0;
    if (isBelow) this.#goDown(roots);
    for (const row of isBelow ? this.#arrived.keys() : roots) this.#tell(row, visit);
  }

  #tell(row: Row | null, visit: Visit): void {
    this.#combination[this.#plan.tree.top] = row;
    this.#tellFrom(0, visit);
  }

  /** Combines the rows that are told, from one alias of them on. */
  #tellFrom(position: number, visit: Visit): void {
    const { top, told } = this.#plan.tree;
    const alias = told[position];
    if (alias === undefined) {
      for (const outcome of this.#found(top)) visit(this.#combination, outcome);
      return;
    }
    for (const row of this.#joined(alias)) {
      if (this.#left-- <= 0) throw takesTooLong(this.#most);
      this.#combination[alias] = row;
      this.#tellFrom(position + 1, visit);
    }
  }

  /** Goes down to the top of what is told. All that leads to the same row is taken together. */
  #goDown(roots: readonly Row[]): void {
    const { above, top } = this.#plan.tree;
    this.#arrived = new Map(roots.map((root) => [root, this.#outcomes.ones]));
    for (const [depth, alias] of above.entries()) {
      const next = above[depth + 1] ?? top;
      const sums = new Map<Row | null, OutcomeSum>();
      for (const row of this.#arrived.keys()) {
        this.#combination[alias] = row;
        const found = this.#found(alias);
        if (found.length === 0) continue;
        for (const child of this.#joined(next)) {
          const sum = sums.get(child) ?? this.#outcomes.sum();
          sums.set(child, sum);
          for (const outcome of found) sum.add(outcome);
        }
      }
      this.#arrived = new Map([...sums].map(([row, sum]) => [row, sum.outcomes]));
    }
  }

  /** What is found where the row of an alias is there: by itself, and in all directions but that of what is told. */
  #found(alias: number): readonly Outcome[] {
    const place = this.#plan.places[alias];
    if (!place) return [];
    for (const holds of place.checks) if (holds(this.#combination) !== true) return [];
    let found = this.#own(place);
    for (const branch of this.#branches[alias] ?? []) found = this.#outcomes.joined(found, branch());
    for (const tally of place.settled) found = this.#outcomes.settled(found, tally);
    return found;
  }

  #own({ parts, keys }: Place): readonly Outcome[] {
    if (parts.length === 0 && keys.length === 0) return this.#outcomes.ones;
    let own = this.#outcomes.one;
    if (keys.length > 0) {
      const kept = this.#keys.map((key, index) => (keys.includes(index) ? key.read(this.#combination) : undefined));
      own = { ...own, kept };
    }
    for (const { tally, holds } of parts) own = this.#outcomes.withPart(own, tally, holds(this.#combination));
    return [own];
  }

  /** For each alias what is joined to it and hands on to it, and what was found above. */
  #allBranches(copies: ((root: Row) => number) | undefined): readonly (readonly Branch[])[] {
    const { tree } = this.#plan;
    const branches = this.#steps.map((): Branch[] => []);
    for (const alias of tree.above) {
      const next = tree.nextOf(alias);
      if (next !== undefined) branches[next]?.push(() => this.#arrived.get(this.#combination[next] ?? null) ?? []);
    }
    for (const alias of this.#steps.keys()) {
      const isOnTheWay = tree.above.includes(alias) || tree.spotOf(alias) === tree.top;
      if (!isOnTheWay) branches[tree.nextOf(alias) ?? tree.top]?.push(this.#below(alias));
    }
    if (copies) branches[tree.spotOf(ROOT)]?.push(this.#copied(copies));
    return branches;
  }

  /** What is found below a row of the alias above this one; remembered for each. */
  #below(alias: number): Branch {
    const parent = this.#steps[alias]?.parent ?? ROOT;
    const known = new Map<Row | null, readonly Outcome[]>();
    return () => {
      const above = this.#combination[parent] ?? null;
      const before = known.get(above);
      if (before) return before;
      const sum = this.#outcomes.sum();
      for (const row of this.#joined(alias)) {
        this.#combination[alias] = row;
        for (const outcome of this.#found(alias)) sum.add(outcome);
      }
      const found = sum.outcomes;
      known.set(above, found);
      return found;
    };
  }

  #copied(copies: (root: Row) => number): Branch {
    return () => {
      const root = this.#combination[ROOT];
      return root ? [{ ...this.#outcomes.one, times: copies(root) }] : this.#outcomes.ones;
    };
  }

  /** LEFT JOIN: where there is no row, nothing is joined once. */
  #joined(alias: number): readonly (Row | null)[] {
    const step = this.#steps[alias];
    const parent = step && this.#combination[step.parent];
    const rows = parent ? step.rowsFor(parent) : NO_ROW;
    return rows.length === 0 ? NO_ROW : rows;
  }
}

/** What a database with a time limit says, and what took so long. */
function takesTooLong(most: number): Refused {
  return refusedByDatabase(
    1969,
    `[70100]: <<Unknown error>>: 1969 Query execution was interrupted (max_statement_time exceeded). It would have to combine more than ${most.toLocaleString('en')} joined rows: ask with fewer rows, a narrower filter or a shorter path.`,
  );
}
