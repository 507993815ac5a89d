import type { Field, Property } from '../../../server/src/schema/entitySchema.ts';
import type { Scope } from './column.ts';
import type { Combination } from './combination.ts';
import { isJsonList, isJsonObject, type Json } from './json.ts';
import { DATETIME, DOUBLE, dateOf, INTEGER, numberOf, type SqlType, type SqlValue, TEXT } from './sqlValue.ts';
import { jsonText } from './storedJson.ts';

/** What a place inside a JSON value is compared as; `text` for everything that is not known (reference, section 5.4). */
export type JsonType = 'number' | 'boolean' | 'date' | 'text';

/** The type behind a path into a JSON field: from the schema, for custom fields from the shop's own definitions. */
export function jsonTypeOf({ database }: Pick<Scope, 'database'>, field: Field, path: readonly string[]): JsonType {
  if (field.name === 'customFields')
    return customFieldType(database.table('custom_field')?.where('name', keys(path)[0] ?? '')[0]?.type);
  let property: Property | undefined = field;
  for (const key of keys(path)) {
    if (property?.kind === 'field' && property.properties.size > 0) property = property.properties.get(key);
  }
  return property?.kind === 'field' ? (SCHEMA_TYPES[property.type] ?? 'text') : 'text';
}

const SCHEMA_TYPES: Partial<Readonly<Record<Field['type'], JsonType>>> = {
  int: 'number',
  float: 'number',
  boolean: 'boolean',
  date: 'date',
};

function customFieldType(type: Json | undefined): JsonType {
  switch (type) {
    case 'int':
    case 'float':
      return 'number';
    case 'bool':
      return 'boolean';
    case 'datetime':
      return 'date';
    default:
      return 'text';
  }
}

/** A place inside a JSON value as a column. A key that is missing and a JSON null are both NULL. */
export function jsonColumn(
  type: JsonType,
  stored: (combination: Combination) => Json | undefined,
  path: readonly string[],
): { readonly type: SqlType; read(combination: Combination): SqlValue } {
  // A name with a dash is quoted by the server; quoted by hand it is quoted twice, and never found (section 5.4).
  if (path.some((step) => /^".*-.*"$/.test(step))) return { type: TEXT, read: () => null };
  const steps = keys(path);
  const { sqlType, convert } = READERS[type];
  return {
    type: sqlType,
    read(combination) {
      const value = inside(stored(combination), steps);
      return value === undefined || value === null ? null : convert(unquoted(value));
    },
  };
}

/** How the unquoted text of a JSON value is read, by type. */
const READERS: Readonly<Record<JsonType, { readonly sqlType: SqlType; readonly convert: (text: string) => SqlValue }>> =
  {
    number: { sqlType: DOUBLE, convert: numberOf },
    boolean: { sqlType: INTEGER, convert: (text) => Number(text === 'true' || numberOf(text) !== 0) },
    date: { sqlType: DATETIME, convert: dateOf },
    text: { sqlType: TEXT, convert: (text) => text },
  };

function unquoted(value: Json): string {
  return typeof value === 'string' ? value : jsonText(value);
}

function inside(value: Json | undefined, steps: readonly string[]): Json | undefined {
  let found = value;
  for (const step of steps) {
    if (isJsonObject(found)) found = Object.hasOwn(found, step) ? found[step] : undefined;
    else if (isJsonList(found) && /^\d+$/.test(step)) found = found[Number(step)];
    else return undefined;
  }
  return found;
}

/** Parts of a path as keys; a name in quotes may hold dots: `"a.b"`. */
function keys(path: readonly string[]): readonly string[] {
  return [...path.join('.').matchAll(/"([^"]*)"|[^.]+/g)].map((match) => match[1] ?? match[0]);
}
