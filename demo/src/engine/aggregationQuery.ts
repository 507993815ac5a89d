import type { Aggregation, AggregationType, BucketSorting } from './aggregationParser.ts';
import { type Column, columnOf } from './column.ts';
import type { Combination } from './combination.ts';
import { periodOf } from './histogram.ts';
import { Measure, type MeasureKind } from './measure.ts';
import type { Query } from './query.ts';
import { Refused } from './refused.ts';
import { compareValues, groupKey, ID, INTEGER, type SqlType, type SqlValue } from './sqlValue.ts';

/** One row of a grouped query: what was selected, by name. */
export type ResultRow = ReadonlyMap<string, SqlValue>;

interface Select {
  readonly name: string;
  readonly kind: MeasureKind;
  readonly type: SqlType;
  read(combination: Combination): SqlValue;
}

interface Order {
  readonly descending: boolean;
  readonly select: Select;
}

/**
 * An aggregation and everything nested in it is one grouped query (EntityAggregator): nested buckets group further,
 * a nested filter restricts all of it, and the innermost limit counts.
 */
export class AggregationQuery {
  readonly #query: Query;
  readonly #told = new Set<number>();
  readonly #selects: Select[] = [];
  readonly #groupBy: ((combination: Combination) => string)[] = [];
  readonly #groupTypes: { readonly type: SqlType; read(combination: Combination): SqlValue }[] = [];
  readonly #orders: Order[] = [];
  #limit = 0;

  constructor(query: Query, aggregation: Aggregation) {
    this.#query = query;
    this.#extend(aggregation);
  }

  /** The rows of the grouped query; without GROUP BY exactly one. */
  rows(): readonly ResultRow[] {
    const groups = new Map<string, Group>();
    if (this.#groupBy.length === 0) groups.set('', this.#newGroup());
    const walk = this.#query.asking({ told: [...this.#told] });
    walk.visitAll(this.#query.joins.root.rows, (combination, { times }) => {
      const key = this.#keyOf(combination);
      let group = groups.get(key);
      if (!group) {
        group = this.#newGroup(combination);
        groups.set(key, group);
      }
      group.add(combination, times);
    });
    const sorted = [...groups.values()].sort((one, other) => this.#compare(one, other));
    const limited = this.#limit > 0 ? sorted.slice(0, this.#limit) : sorted;
    return limited.map((group) => group.result(this.#selects));
  }

  #keyOf(combination: Combination): string {
    let key = '';
    for (const keyOf of this.#groupBy) key = key === '' ? keyOf(combination) : `${key}\x01${keyOf(combination)}`;
    return key;
  }

  #extend(aggregation: Aggregation): void {
    extendWith(this, aggregation);
  }

  /** Column of a path in an aggregation. */
  column(path: string): Column {
    return this.#reading(columnOf(this.#query, path, 'aggregation'));
  }

  select(name: string, kind: MeasureKind, column: Pick<Column, 'type' | 'read'>): void {
    this.#selects.push({ name, kind, type: column.type, read: (combination) => column.read(combination) });
  }

  groupBy(column: Pick<Column, 'type' | 'read'>): void {
    this.#groupBy.push((combination) => groupKey(column.type, column.read(combination)));
    this.#groupTypes.push(column);
  }

  /** How many rows a bucket holds: each as often as joins multiply it. */
  selectCount(name: string): void {
    this.select(name, 'count', { type: INTEGER, read: () => 1 });
  }

  limitTo(limit: number): void {
    if (limit > 0) this.#limit = limit;
  }

  filter(aggregation: Aggregation<'filter'>): void {
    this.#query.addPlainFilters(aggregation.filters);
    this.#extend(aggregation.nested);
  }

  nest(aggregation: Aggregation | undefined): void {
    if (aggregation) this.#extend(aggregation);
  }

  /** By `_count`, or by a path: MIN or MAX where a to-many association is joined, else what the first row holds. */
  orderBy(sorting: BucketSorting): void {
    const { descending } = sorting;
    if (sorting.field === '_count') {
      this.#orders.push({ descending, select: { name: '', kind: 'count', type: INTEGER, read: () => 1 } });
      return;
    }
    const column = this.#reading(columnOf(this.#query, sorting.field, 'aggregationSort'));
    const kind: MeasureKind = sorting.byCount
      ? 'count'
      : !this.#query.joins.crossesToMany
        ? 'first'
        : descending
          ? 'max'
          : 'min';
    this.orderByColumn(column, kind, descending);
  }

  orderByColumn(column: Pick<Column, 'type' | 'read'>, kind: MeasureKind, descending: boolean): void {
    this.#orders.push({ descending, select: { name: '', kind, type: column.type, read: (c) => column.read(c) } });
  }

  #reading(column: Column): Column {
    this.#told.add(column.alias);
    return column;
  }

  #newGroup(first?: Combination): Group {
    const keys = first ? this.#groupTypes.map((column) => column.read(first)) : [];
    return new Group(keys, this.#selects, this.#orders);
  }

  /** MariaDB sorts by the grouped columns where nothing else is asked for. */
  #compare(one: Group, other: Group): number {
    for (const [index, order] of this.#orders.entries()) {
      const { type, kind } = order.select;
      const compared = compareValues(kind === 'count' ? INTEGER : type, one.orderValue(index), other.orderValue(index));
      if (compared !== 0) return order.descending ? -compared : compared;
    }
    for (const [index, { type }] of this.#groupTypes.entries()) {
      const compared = compareValues(type, one.keys[index] ?? null, other.keys[index] ?? null);
      if (compared !== 0) return compared;
    }
    return 0;
  }
}

class Group {
  readonly keys: readonly SqlValue[];
  readonly #selects: readonly (readonly [Select, Measure])[];
  readonly #orders: readonly (readonly [Select, Measure])[];

  constructor(keys: readonly SqlValue[], selects: readonly Select[], orders: readonly Order[]) {
    this.keys = keys;
    this.#selects = selects.map((select) => [select, new Measure(select.kind, select.type)]);
    this.#orders = orders.map(({ select }) => [select, new Measure(select.kind, select.type)]);
  }

  add(combination: Combination, times: number): void {
    for (const [select, measure] of this.#selects) measure.add(select.read(combination), times);
    for (const [select, measure] of this.#orders) measure.add(select.read(combination), times);
  }

  orderValue(index: number): SqlValue {
    return this.#orders[index]?.[1].value() ?? null;
  }

  result(selects: readonly Select[]): ResultRow {
    return new Map(selects.map((select, index) => [select.name, this.#selects[index]?.[1].text() ?? null]));
  }
}

/** What each type adds to the query: one entry a type (reference, section 4). */
const EXTENSIONS: {
  readonly [Type in AggregationType]: (query: AggregationQuery, aggregation: Aggregation<Type>) => void;
} = {
  avg: (query, { name, field }) => query.select(name, 'avg', query.column(field)),
  sum: (query, { name, field }) => query.select(name, 'sum', query.column(field)),
  min: (query, { name, field }) => query.select(name, 'min', comparable(query.column(field))),
  max: (query, { name, field }) => query.select(name, 'max', comparable(query.column(field))),
  count: (query, { name, field }) => query.select(name, 'distinct', query.column(field)),
  stats(query, { name, field }) {
    const column = comparable(query.column(field));
    for (const kind of ['avg', 'min', 'max', 'sum'] as const) query.select(`${name}.${kind}`, kind, column);
  },
  entity(query, { name, field }) {
    const column = query.column(field);
    query.groupBy(column);
    query.select(name, 'first', { type: ID, read: (combination) => hexOf(column, combination) });
  },
  range(query, { name, field, ranges }) {
    const column = query.column(field);
    for (const { key, from, to } of ranges) {
      const read = (combination: Combination): SqlValue => {
        const value = column.read(combination);
        if (value === null) return from === undefined && to === undefined ? 1 : null;
        return Number((from === undefined || Number(value) >= from) && (to === undefined || Number(value) < to));
      };
      query.select(`${name}.${key}`, 'sum', { type: INTEGER, read });
    }
  },
  terms(query, { name, field, limit, sorting, nested }) {
    const column = query.column(field);
    query.groupBy(column);
    query.select(`${name}.key`, 'first', column);
    query.selectCount(`${name}.count`);
    query.limitTo(limit);
    if (sorting) query.orderBy(sorting);
    query.nest(nested);
  },
  histogram(query, { name, field, interval, sorting, nested }) {
    const column = query.column(field);
    const period = (combination: Combination): SqlValue => periodOf(interval, dateIn(column, combination));
    query.groupBy({ type: { kind: 'json' }, read: period });
    query.select(`${name}.key`, 'min', column);
    query.selectCount(`${name}.count`);
    if (sorting) query.orderBy(sorting);
    else query.orderByColumn(column, 'first', false);
    query.nest(nested);
  },
  filter: (query, aggregation) => query.filter(aggregation),
};

function extendWith<Type extends AggregationType>(query: AggregationQuery, aggregation: Aggregation<Type>): void {
  EXTENSIONS[aggregation.type](query, aggregation);
}

/** `HEX(…)` of a value: ids stay themselves, anything else becomes something that no row has as its id. */
function hexOf(column: Column, combination: Combination): string | null {
  const value = column.read(combination);
  if (value === null || column.type.kind === 'id') return value === null ? null : String(value);
  if (typeof value === 'string') return Buffer.from(value).toString('hex');
  return Math.round(value).toString(16).toUpperCase();
}

/** The bytes of an id cannot be sent as JSON: refused as soon as one value is not NULL (reference, section 4). */
function comparable(column: Column): Column {
  if (column.type.kind !== 'id') return column;
  return {
    ...column,
    read(combination) {
      if (column.read(combination) === null) return null;
      throw new Refused(500, '0', 'Malformed UTF-8 characters, possibly incorrectly encoded');
    },
  };
}

/** A histogram wants dates; anything else fails on the first value (reference, section 4). */
function dateIn(column: Column, combination: Combination): string | null {
  const value = column.read(combination);
  if (value === null) return null;
  if (column.type.kind === 'datetime' || column.type.kind === 'day') return String(value);
  throw new Refused(500, '0', `Failed to parse time string (${String(value)})`);
}
