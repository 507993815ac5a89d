import { type Field, hasFlag } from '../../../server/src/schema/entitySchema.ts';
import { type PathUse, type ResolvedPath, resolvePath } from '../../../server/src/schema/resolvePath.ts';
import { type Combination, ROOT } from './combination.ts';
import type { Context } from './context.ts';
import type { Database, Row, Table } from './database.ts';
import type { Joins } from './joins.ts';
import { isJsonList, type Json } from './json.ts';
import { jsonColumn, jsonTypeOf } from './jsonColumn.ts';
import { isPriceField, priceColumn } from './priceColumn.ts';
import { refusedAs } from './refused.ts';
import { DATETIME, DAY, DOUBLE, ID, INTEGER, JSON_TEXT, type SqlType, type SqlValue, TEXT } from './sqlValue.ts';
import { jsonText } from './storedJson.ts';
import { isDateColumn } from './storedValue.ts';
import { translatedValue } from './translated.ts';

/** A field path as something that can be read from a combination of rows. */
export interface Column {
  readonly type: SqlType;
  /** Whose row is read, and no other. */
  readonly alias: number;
  read(combination: Combination): SqlValue;
  /** Only for lists of values, which are searched by `JSON_CONTAINS`. */
  readonly list?: (combination: Combination) => readonly Json[] | null;
  /** Whether hex texts of the request are turned into ids; not behind `extensions.` (reference, section 3). */
  readonly takesIds: boolean;
  readonly field: Field | undefined;
}

/** Where paths start: the query's joins, its entity, and what the request brings along. */
export interface Scope {
  readonly database: Database;
  readonly context: Context;
  readonly joins: Joins;
}

/** How one stored value of a field is found: own, translated, inherited. */
export type ReadField = (row: Row) => Json | undefined;

/**
 * The column behind a path; joins what the path crosses.
 * @throws {Refused} when the shop refuses the path, which inside associations only shows when rows are found
 */
export function columnOf(scope: Scope, path: string, use: PathUse): Column {
  const resolved = resolve(scope, path, use);
  const refusal = resolved.refused?.refusal;
  // Access was checked before the search; what the routes of the Store API add themselves may use any field.
  if (refusal && refusal.stage !== 'access') throw refusedAs(refusal);
  let alias = ROOT;
  for (const association of resolved.associations) alias = scope.joins.join(alias, association);
  const place = placeOf(scope, resolved);
  if (!place) return nullColumn();
  const rest = resolved.rest.map((segment) => segment.text);
  const column = fieldColumn(scope, place.table, place.field, rest, alias);
  return path.includes('extensions.') ? { ...column, takesIds: false } : column;
}

/** A path of a filter as the schema resolves it. */
export function pathIn(scope: Scope, path: string): ResolvedPath {
  return resolve(scope, path, 'filter');
}

/** The same path without its first association, as a sub-query that starts behind it sees it. */
export function pathBehindFirst(scope: Scope, path: string): string {
  const { segments } = pathIn(scope, path);
  const first = segments.findIndex((segment) => segment.property?.kind === 'association');
  return segments
    .slice(first + 1)
    .map((segment) => segment.text)
    .join('.');
}

function resolve({ database, context, joins }: Scope, text: string, use: PathUse): ResolvedPath {
  const { api, version } = context;
  return resolvePath({ text, root: joins.root.entity.name, use }, { schema: database.schema, api, version });
}

/**
 * The field at the end. `manufacturer.id` in a filter is answered from `manufacturerId`, without a join
 * (reference, section 5.1, step 0): then the last association of the path was not joined. The Store API's
 * `cheapestPrice` is the price here: of the variants of a product each counts for itself.
 */
function placeOf(scope: Scope, resolved: ResolvedPath): { table: Table; field: Field } | undefined {
  const product = resolved.segments.find(({ text }) => text === 'cheapestPrice')?.entity;
  if (scope.context.api === 'store' && product === 'product') return fieldNamed(scope, product, 'price');
  const crossed = resolved.segments.filter((segment) => segment.property?.kind === 'association');
  const unjoined = crossed[resolved.associations.length];
  if (unjoined) return fieldNamed(scope, unjoined.entity, `${unjoined.text}Id`);
  return fieldNamed(scope, resolved.targetEntity, resolved.target?.name ?? '');
}

function fieldNamed(
  scope: Scope,
  entity: string | undefined,
  name: string,
): { table: Table; field: Field } | undefined {
  const table = entity === undefined ? undefined : scope.database.table(entity);
  const field = table?.entity.properties.get(name);
  return table && field?.kind === 'field' ? { table, field } : undefined;
}

function fieldColumn(scope: Scope, table: Table, field: Field, rest: readonly string[], alias: number): Column {
  const read = readField(scope, table, field);
  const stored = (combination: Combination): Json | undefined => {
    const row = combination[alias];
    return row ? read(row) : undefined;
  };
  const takesIds = field.type === 'uuid';
  if (isPriceField(table.entity.name, field.name))
    return { ...priceColumn(scope, stored, rest), alias, takesIds, field };
  if (field.type === 'json_object' && rest.length > 0) {
    return { ...jsonColumn(jsonTypeOf(scope, field, rest), stored, rest), alias, takesIds, field };
  }
  const column = {
    type: typeOf(table.entity.name, field),
    alias,
    read: (c: Combination) => sqlValue(stored(c)),
    takesIds,
    field,
  };
  // A translated list is no list for the server: it is compared as a text.
  const isList = field.type === 'json_list' && !hasFlag(field, 'translatable');
  return isList ? { ...column, list: (c) => listIn(stored(c)) } : column;
}

/** How a field of this table is read: in the request's language, and from the parent where it is inherited. */
export function readField(
  { database, context }: Pick<Scope, 'database' | 'context'>,
  table: Table,
  field: Field,
): ReadField {
  const own: ReadField = hasFlag(field, 'translatable')
    ? translatedValue(database, table.entity.name, field.name, context.languages)
    : (row) => row[field.name];
  if (!context.inheritance || !hasFlag(field, 'inherited')) return own;
  return (row) => {
    const value = own(row);
    if (value !== undefined || typeof row.parentId !== 'string') return value;
    const parent = table.where('id', row.parentId)[0];
    return parent ? own(parent) : undefined;
  };
}

/** DECIMAL columns, by their digits behind the point; the schema calls them `float` like all others. */
const DECIMALS: Readonly<Record<string, number>> = {
  'product.weight': 6,
  'product.width': 3,
  'product.height': 3,
  'product.length': 3,
  'product.purchaseUnit': 4,
  'product.referenceUnit': 3,
  'tax.taxRate': 3,
};

function typeOf(entity: string, field: Field): SqlType {
  const digits = DECIMALS[`${entity}.${field.name}`];
  if (digits !== undefined) return { kind: 'decimal', digits };
  if (field.type === 'date' && isDateColumn(entity, field.name)) return DAY;
  return TYPES[field.type];
}

const TYPES: Readonly<Record<Field['type'], SqlType>> = {
  uuid: ID,
  string: TEXT,
  text: TEXT,
  password: TEXT,
  blob: TEXT,
  int: INTEGER,
  float: DOUBLE,
  boolean: INTEGER,
  date: DATETIME,
  json_object: JSON_TEXT,
  json_list: JSON_TEXT,
  opaque: TEXT,
};

function sqlValue(stored: Json | undefined): SqlValue {
  if (stored === undefined || stored === null) return null;
  if (typeof stored === 'boolean') return Number(stored);
  return typeof stored === 'object' ? jsonText(stored) : stored;
}

function listIn(stored: Json | undefined): readonly Json[] | null {
  return isJsonList(stored) ? stored : null;
}

/** A path into an entity that the schema does not hold: the shop knows it, and has no rows of it. */
function nullColumn(): Column {
  return { type: TEXT, alias: ROOT, read: () => null, takesIds: false, field: undefined };
}
