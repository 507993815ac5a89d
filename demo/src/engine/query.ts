import { columnOf, pathBehindFirst, pathIn, type Scope } from './column.ts';
import { ROOT } from './combination.ts';
import { conditionOf, type Truth } from './condition.ts';
import type { Context } from './context.ts';
import type { Database, Row, Table } from './database.ts';
import { conjuncts, type FieldFilter, type Filter } from './filter.ts';
import { type Formula, leaf } from './formula.ts';
import { type JoinGroup, joinGroups } from './joinGroups.ts';
import { Joins } from './joins.ts';
import type { Link } from './link.ts';
import type { Question } from './plan.ts';
import type { Visit, Walk } from './walk.ts';

/** What is asked besides the query's own conditions. */
export type Asked = Pick<Question, 'told'> & Partial<Pick<Question, 'asked' | 'keys' | 'keepsFirst'>>;

/**
 * One query over one entity: its joins and its conditions (CriteriaQueryBuilder).
 * What is asked of it is asked of what SQL's FROM and WHERE leave over.
 */
export class Query implements Scope {
  readonly database: Database;
  readonly context: Context;
  readonly joins: Joins;
  readonly #subQueries = new Map<FieldFilter, number>();
  readonly #checks: Formula[] = [];

  constructor(database: Database, context: Context, table: Table) {
    this.database = database;
    this.context = context;
    this.joins = new Joins(database, table, context.inheritance);
  }

  /** Adds filters that all have to be met, with sub-queries where they need them. */
  addFilters(filters: readonly Filter[], alsoUsed: readonly string[] = []): void {
    for (const group of joinGroups(this, filters, alsoUsed)) this.#joinGroup(group);
    this.addPlainFilters(filters);
  }

  /** Adds filters on the joins that are there: filters of aggregations and of `query` get no sub-queries. */
  addPlainFilters(filters: readonly Filter[]): void {
    for (const filter of filters.flatMap(conjuncts)) {
      const formula = this.formula(filter);
      if (formula) this.#checks.push(formula);
    }
  }

  /** Adds one more condition that has to be met. */
  addCondition(formula: Formula): void {
    this.#checks.push(formula);
  }

  /** The condition of a filter; undefined for a group of nothing, which asks for nothing. */
  formula(filter: Filter, negated = false): Formula | undefined {
    if (filter.kind !== 'group') return this.#fieldFormula(filter, negated);
    const parts = filter.queries
      .map((query) => this.formula(query, negated || filter.negated))
      .filter((part) => part !== undefined);
    if (parts.length === 0) return undefined;
    return { kind: 'group', operator: filter.operator, negated: filter.negated, parts };
  }

  /** What looks at what is left. All columns have to be there before. */
  asking({ told, asked = [], keys = [], keepsFirst = false }: Asked): Walk {
    return this.joins.asking({ checks: this.#checks, asked, keys, keepsFirst, told });
  }

  #fieldFormula(filter: FieldFilter, negated: boolean): Formula {
    const subQuery = this.#subQueries.get(filter);
    if (subQuery !== undefined) {
      return leaf(ROOT, (combination): Truth => this.joins.subQueryFound(subQuery, combination));
    }
    const column = columnOf(this, filter.field, 'filter');
    return leaf(column.alias, conditionOf(filter, column, negated));
  }

  /** A sub-query that starts at the first association of the group's path and counts what it finds for each root. */
  #joinGroup({ filters, operator }: JoinGroup): void {
    const [association] = filters[0] ? pathIn(this, filters[0].field).associations : [];
    const target = association && this.database.table(association.entity);
    if (!association || !target) return;
    const nested = new Query(this.database, this.context, target);
    const queries = filters.map((filter) => ({ ...filter, field: pathBehindFirst(this, filter.field) }));
    const nestedOperator = operator === 'OR' ? 'OR' : 'AND';
    nested.addPlainFilters([{ kind: 'group', operator: nestedOperator, negated: false, queries }]);
    const index = this.joins.joinSubQuery(countBehind(this.joins.linkFromRoot(association), nested));
    for (const filter of filters) this.#subQueries.set(filter, index);
  }
}

/** How many rows a sub-query finds behind a root row; each is counted once. */
function countBehind(link: Link, nested: Query): (root: Row) => number {
  const counts = new Map<Row, number>();
  const walk = nested.asking({ told: [ROOT] });
  return (root) => {
    const known = counts.get(root);
    if (known !== undefined) return known;
    let found = 0;
    const visit: Visit = (_, { times }) => {
      found += times;
    };
    for (const child of link.rowsFor(root)) walk.visitFrom(child, visit);
    counts.set(root, found);
    return found;
  };
}
