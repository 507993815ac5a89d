import type { Association } from '../../../server/src/schema/entitySchema.ts';
import type { Database, Row, Table } from './database.ts';
import { type Link, linkOf } from './link.ts';
import { type Check, type Step, walkBelow } from './walk.ts';

/** One combination of rows: a row or nothing (LEFT JOIN) for each alias, the root at 0. */
export type Combination = readonly (Row | null)[];

/** `times`: how often the combination occurs. It is reused: do not keep it. */
export type Visit = (combination: Combination, times: number) => void;

interface Alias extends Step {
  readonly table: Table | undefined;
  readonly children: Map<string, number>;
}

/**
 * The joins of one query. Every association that a path crosses is joined once (LEFT JOIN), whoever asks for it,
 * so a to-many association multiplies the rows of its parent, as in SQL (reference, section 4: joins multiply).
 */
export class Joins {
  readonly root: Table;
  readonly #database: Database;
  readonly #inheritance: boolean;
  readonly #aliases: Alias[];
  readonly #subJoins: ((root: Row) => number)[] = [];
  /** What is read of each combination that is visited. */
  readonly #read = new Set<number>();
  #notes: Set<number> | undefined;
  #crossesToMany = false;

  constructor(database: Database, root: Table, inheritance: boolean) {
    this.#database = database;
    this.root = root;
    this.#inheritance = inheritance;
    this.#aliases = [{ parent: -1, table: root, rowsFor: () => [], children: new Map() }];
  }

  /** Whether a root row may occur more than once, so that the query has to be grouped. */
  get crossesToMany(): boolean {
    return this.#crossesToMany;
  }

  /** The alias of an association below another alias; joined now if it is not yet. */
  join(parent: number, association: Association): number {
    const above = this.#aliases[parent];
    if (!above) throw new RangeError(`There is no alias ${parent}.`);
    if (association.toMany) this.#crossesToMany = true;
    const known = above.children.get(association.name);
    if (known !== undefined) return known;
    const link = linkOf(this.#database, above.table, association, this.#inheritance);
    const index = this.#aliases.push({
      parent,
      table: this.#database.table(association.entity),
      rowsFor: link.rowsFor,
      children: new Map(),
    });
    above.children.set(association.name, index - 1);
    return index - 1;
  }

  /** Says that the rows of this alias are looked at. */
  reads(alias: number): void {
    (this.#notes ?? this.#read).add(alias);
  }

  /** What is built, and the aliases that it reads: it does not look at the combinations that are visited. */
  noting<Built>(build: () => Built): { readonly built: Built; readonly aliases: ReadonlySet<number> } {
    const aliases = new Set<number>();
    this.#notes = aliases;
    try {
      return { built: build(), aliases };
    } finally {
      this.#notes = undefined;
    }
  }

  /** How an association of the root leads to its rows, without joining it. */
  linkFromRoot(association: Association): Link {
    return linkOf(this.#database, this.root, association, this.#inheritance);
  }

  /** Joins a sub-query that finds `count` rows for a root row; returns its number. */
  joinSubQuery(count: (root: Row) => number): number {
    this.#crossesToMany = true;
    return this.#subJoins.push(count) - 1;
  }

  /** Whether sub-query number `index` found anything for the root of this combination. */
  subQueryFound(index: number, combination: Combination): boolean {
    const root = combination[0];
    const count = this.#subJoins[index];
    return root !== undefined && root !== null && count !== undefined && count(root) > 0;
  }

  /**
   * Calls `visit` for the combinations that SQL would see for a root row and that pass the checks. `times` says how
   * often one occurs: sub-queries and what nobody reads multiply without adding rows to look at. The combination is
   * reused: do not keep it. Everything has to be joined before.
   */
  walking(checks: readonly Check[], visit: Visit): (root: Row) => void {
    const walk = walkBelow(this.#aliases, 0, checks, this.#read);
    if (this.#subJoins.length === 0) return (root) => walk(root, visit);
    return (root) => {
      let copies = 1;
      for (const count of this.#subJoins) copies *= Math.max(1, count(root));
      walk(root, (combination, times) => visit(combination, times * copies));
    };
  }
}
