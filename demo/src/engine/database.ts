import type { Entity, EntitySchema, Property } from '../../../server/src/schema/entitySchema.ts';
import { hasFlag } from '../../../server/src/schema/entitySchema.ts';
import type { Json } from './json.ts';
import { isShownByDefault } from './runtimeDefaults.ts';
import { storedValue } from './storedValue.ts';

/** One row; a property that is missing is NULL. Dates are held as SQL texts, everything else as in the API's JSON. */
export interface Row {
  [property: string]: Json | undefined;
}

/** What recordings and generated rows look like: entity name → rows in the form of the API. */
export type RowsByEntity = Readonly<Record<string, readonly Readonly<Record<string, Json>>[]>>;

/** The rows of one entity, in the order of their primary key, which is the order in which a scan meets them. */
export class Table {
  readonly entity: Entity;
  readonly primaryKey: readonly string[];
  /** Columns that the API does not show. */
  readonly hidden: ReadonlySet<string>;
  readonly #rows: Row[];
  readonly #indexes = new Map<string, ReadonlyMap<string, readonly Row[]>>();

  constructor(entity: Entity, rows: readonly Readonly<Record<string, Json>>[]) {
    this.entity = entity;
    this.primaryKey = primaryKeyOf(entity);
    const hidden = hiddenValues(entity, rows);
    this.hidden = new Set(Object.keys(hidden));
    this.#rows = rows
      .map((row) => ({ ...storedRow(entity, row), ...hidden }))
      .sort((one, other) => this.#compareKeys(one, other));
  }

  get rows(): readonly Row[] {
    return this.#rows;
  }

  /** The rows whose property equals the text, in key order. The index is built when it is first asked for. */
  where(property: string, value: string): readonly Row[] {
    return this.#index(property).get(value) ?? NO_ROWS;
  }

  /** The primary key as one text: what tells two rows apart. */
  keyOf(row: Row): string {
    const [first, ...more] = this.primaryKey;
    if (first !== undefined && more.length === 0) return String(row[first]);
    return this.primaryKey.map((name) => row[name]).join('-');
  }

  #index(property: string): ReadonlyMap<string, readonly Row[]> {
    const known = this.#indexes.get(property);
    if (known) return known;
    const index = new Map<string, Row[]>();
    for (const row of this.#rows) {
      const value = row[property];
      if (typeof value !== 'string') continue;
      const sharing = index.get(value);
      if (sharing) sharing.push(row);
      else index.set(value, [row]);
    }
    this.#indexes.set(property, index);
    return index;
  }

  #compareKeys(one: Row, other: Row): number {
    const left = this.keyOf(one);
    const right = this.keyOf(other);
    return left < right ? -1 : left > right ? 1 : 0;
  }
}

/** All tables of a shop. An entity without rows has an empty table. */
export class Database {
  readonly schema: EntitySchema;
  readonly #rows: RowsByEntity;
  readonly #tables = new Map<string, Table>();

  constructor(schema: EntitySchema, rows: RowsByEntity) {
    this.schema = schema;
    this.#rows = rows;
  }

  /** Undefined for a name that the schema does not hold. A table is built when it is first asked for. */
  table(name: string): Table | undefined {
    const known = this.#tables.get(name);
    if (known) return known;
    const entity = this.schema.entity(name);
    if (!entity) return undefined;
    const table = new Table(entity, this.#rows[name] ?? []);
    this.#tables.set(name, table);
    return table;
  }
}

/** The version of everything that is no draft. */
export const LIVE_VERSION = '0fa91ce3e96a4bc2be4bd9ce752c3425';

const NO_ROWS: readonly Row[] = [];

/** The key without version columns: every row is the live one. */
export function primaryKeyOf(entity: Entity): readonly string[] {
  return [...entity.properties.values()].filter(isKey).map((property) => property.name);
}

function isKey(property: Property): boolean {
  return property.kind === 'field' && hasFlag(property, 'primary_key') && !/versionId$/i.test(property.name);
}

/**
 * References to versioned rows name a version, too. Where the API does not show it, the column holds the live version
 * all the same, with or without a reference.
 */
function hiddenValues(entity: Entity, rows: readonly Readonly<Record<string, Json>>[]): Row {
  const hidden: Row = {};
  for (const { name } of entity.properties.values()) {
    if (name.endsWith('VersionId') && !rows.some((row) => name in row)) hidden[name] = LIVE_VERSION;
  }
  return hidden;
}

function storedRow(entity: Entity, row: Readonly<Record<string, Json>>): Row {
  const stored: Row = {};
  for (const [name, value] of Object.entries(row)) {
    const property = entity.properties.get(name);
    if (property?.kind !== 'field' || value === null || isShownByDefault(entity.name, row, name)) continue;
    stored[name] = storedValue(entity.name, property, value);
  }
  return stored;
}
