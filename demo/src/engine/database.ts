import type { Entity, EntitySchema, Property } from '../../../server/src/schema/entitySchema.ts';
import { hasFlag } from '../../../server/src/schema/entitySchema.ts';
import type { Json } from './json.ts';
import { isShownByDefault } from './runtimeDefaults.ts';
import { storedValue } from './storedValue.ts';

/** One row; a property that is missing is NULL. Dates are held as SQL texts, everything else as in the API's JSON. */
export interface Row {
  [property: string]: Json | undefined;
}

/** A row in the form of the API. */
type ShownRow = Readonly<Record<string, Json>>;

/** What recordings and generated rows look like: entity name → rows in the form of the API. */
export type RowsByEntity = Readonly<Record<string, readonly ShownRow[]>>;

/** The rows of one entity, in the order of their primary key, which is the order in which a scan meets them. */
export class Table {
  readonly entity: Entity;
  readonly primaryKey: readonly string[];
  /** Columns that the API does not show. */
  readonly hidden: ReadonlySet<string>;
  readonly #hiddenValues: Row;
  readonly #rows: Row[];
  readonly #indexes = new Map<string, ReadonlyMap<string, readonly Row[]>>();

  constructor(entity: Entity, rows: readonly ShownRow[]) {
    this.entity = entity;
    this.primaryKey = primaryKeyOf(entity);
    this.#hiddenValues = hiddenValues(entity, rows);
    this.hidden = new Set(Object.keys(this.#hiddenValues));
    this.#rows = rows.map((row) => this.#stored(row)).sort((one, other) => this.#compareKeys(one, other));
  }

  get rows(): readonly Row[] {
    return this.#rows;
  }

  /** The rows whose property equals the text, in key order. The index is built when it is first asked for. */
  where(property: string, value: string): readonly Row[] {
    return this.#index(property).get(value) ?? NO_ROWS;
  }

  /** Writes a whole row in the form of the API: a new one, or in the place of the one with the same key. */
  put(row: ShownRow): void {
    const written = this.#stored(row);
    const { place, isTaken } = this.#placeOf(this.keyOf(written));
    this.#rows.splice(place, isTaken ? 1 : 0, written);
    this.#indexes.clear();
  }

  /** Takes the row with a key (see `keyOf`) away; false where there is none. */
  remove(key: string): boolean {
    const { place, isTaken } = this.#placeOf(key);
    if (!isTaken) return false;
    this.#rows.splice(place, 1);
    this.#indexes.clear();
    return true;
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

  #stored(row: ShownRow): Row {
    return { ...storedRow(this.entity, row), ...this.#hiddenValues };
  }

  /** Where a key stands in the order of the rows, or would stand. */
  #placeOf(key: string): { readonly place: number; readonly isTaken: boolean } {
    let from = 0;
    let to = this.#rows.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      const row = this.#rows[middle];
      if (row && this.keyOf(row) < key) from = middle + 1;
      else to = middle;
    }
    const found = this.#rows[from];
    return { place: from, isTaken: found !== undefined && this.keyOf(found) === key };
  }

  #compareKeys(one: Row, other: Row): number {
    const left = this.keyOf(one);
    const right = this.keyOf(other);
    return left < right ? -1 : left > right ? 1 : 0;
  }
}

/** All tables of a shop. An entity without rows has an empty table. Rows may change; those of the start are kept. */
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

  /** Every row is again as it was at the start, and no other is there. Tables that were asked for before are stale. */
  reset(): void {
    this.#tables.clear();
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
function hiddenValues(entity: Entity, rows: readonly ShownRow[]): Row {
  const hidden: Row = {};
  for (const { name } of entity.properties.values()) {
    if (name.endsWith('VersionId') && !rows.some((row) => name in row)) hidden[name] = LIVE_VERSION;
  }
  return hidden;
}

function storedRow(entity: Entity, row: ShownRow): Row {
  const stored: Row = {};
  for (const [name, value] of Object.entries(row)) {
    const property = entity.properties.get(name);
    if (property?.kind !== 'field' || value === null || isShownByDefault(entity.name, row, name)) continue;
    stored[name] = storedValue(entity.name, property, value);
  }
  return stored;
}
