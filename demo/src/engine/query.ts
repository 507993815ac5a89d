import { columnOf, pathBehindFirst, pathIn, type Scope } from './column.ts';
import { type Condition, combined, conditionOf, type Truth } from './condition.ts';
import type { Context } from './context.ts';
import type { Database, Row, Table } from './database.ts';
import { conjuncts, type FieldFilter, type Filter } from './filter.ts';
import { type JoinGroup, joinGroups } from './joinGroups.ts';
import { Joins, type Visit } from './joins.ts';
import type { Link } from './link.ts';
import type { Check } from './walk.ts';

/** The alias of the searched entity. */
const ROOT = 0;

/**
 * One query over one entity: its joins and its conditions (CriteriaQueryBuilder).
 * `each` yields what SQL's FROM and WHERE leave over.
 */
export class Query implements Scope {
  readonly database: Database;
  readonly context: Context;
  readonly joins: Joins;
  readonly #subQueries = new Map<FieldFilter, number>();
  readonly #checks: Check[] = [];

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
      const { built, aliases } = this.joins.noting(() => this.condition(filter));
      if (built) this.#checks.push({ condition: built, aliases });
    }
  }

  /** Adds a condition that reads what is read of each combination anyway. */
  addCondition(condition: Condition): void {
    this.#checks.push({ condition, aliases: new Set() });
  }

  /** The condition of a filter; undefined for a group of nothing, which asks for nothing. */
  condition(filter: Filter, negated = false): Condition | undefined {
    if (filter.kind !== 'group') return this.#fieldCondition(filter, negated);
    const conditions = filter.queries
      .map((query) => this.condition(query, negated || filter.negated))
      .filter((condition) => condition !== undefined);
    if (conditions.length === 0) return undefined;
    return combined(filter.operator, filter.negated, conditions);
  }

  /** Looks at one root row after the other: what is left of each is visited. All columns have to be there before. */
  looking(visit: Visit): (root: Row) => void {
    return this.joins.walking(this.#checks, visit);
  }

  /** Visits everything that is left, root row by root row. */
  each(visit: Visit): void {
    this.joins.root.rows.forEach(this.looking(visit));
  }

  #fieldCondition(filter: FieldFilter, negated: boolean): Condition {
    const subQuery = this.#subQueries.get(filter);
    if (subQuery !== undefined) {
      this.joins.reads(ROOT);
      return (combination): Truth => this.joins.subQueryFound(subQuery, combination);
    }
    return conditionOf(filter, columnOf(this, filter.field, 'filter'), negated);
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
  return (root) => {
    const known = counts.get(root);
    if (known !== undefined) return known;
    let found = 0;
    const look = nested.looking((_, times) => {
      found += times;
    });
    for (const child of link.rowsFor(root)) look(child);
    counts.set(root, found);
    return found;
  };
}
