import type { Association } from '../../../server/src/schema/entitySchema.ts';
import { type Combination, ROOT } from './combination.ts';
import type { Database, Row, Table } from './database.ts';
import { type Link, linkOf } from './link.ts';
import type { Question } from './plan.ts';
import { type Refused, refusedByDatabase } from './refused.ts';
import { type Step, Walk } from './walk.ts';

/** What MariaDB and MySQL can join in one query. */
const MOST_TABLES = 61;

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
  #tables = 1;
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

  /**
   * The alias of an association below another alias; joined now if it is not yet.
   * @throws {Refused} when it is one table too many for the database
   */
  join(parent: number, association: Association): number {
    const above = this.#aliases[parent];
    if (!above) throw new RangeError(`There is no alias ${parent}.`);
    if (association.toMany) this.#crossesToMany = true;
    const known = above.children.get(association.name);
    if (known !== undefined) return known;
    this.#tables += association.relation === 'many_to_many' ? 2 : 1;
    if (this.#tables > MOST_TABLES) throw tooManyTables();
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
    const root = combination[ROOT];
    const count = this.#subJoins[index];
    return root !== undefined && root !== null && count !== undefined && count(root) > 0;
  }

  /** What answers a question about the combinations that SQL would see. Everything has to be joined before. */
  asking(question: Question): Walk {
    const counts = this.#subJoins;
    if (counts.length === 0) return new Walk(this.#aliases, question);
    return new Walk(this.#aliases, question, (root) =>
      counts.reduce((copies, count) => copies * Math.max(1, count(root)), 1),
    );
  }
}

function tooManyTables(): Refused {
  return refusedByDatabase(
    1116,
    `[HY000]: General error: 1116 Too many tables; MariaDB can only use ${MOST_TABLES} tables in a join`,
  );
}
