import { type Api, type Field, hasFlag, isReadable, type Property } from '../../../server/src/schema/entitySchema.ts';
import { associationsToLoad, loadAssociation } from './associations.ts';
import { readField } from './column.ts';
import type { Context } from './context.ts';
import type { Criteria } from './criteria.ts';
import type { Database, Row, Table } from './database.ts';
import type { Json } from './json.ts';
import { Refused } from './refused.ts';
import { neededBy, RUNTIME_DEFAULTS, runtimeValue } from './runtimeDefaults.ts';
import { shownDate } from './storedValue.ts';
import { addPartialStoreFields, addStoreFields, clearedCustomFields } from './storeFields.ts';
import { translatedValue } from './translated.ts';

/** An entity of an answer while it is being put together. */
export interface EntityJson {
  [property: string]: Json;
}

/** What reading needs of the shop and of the request. */
export interface Reading {
  readonly database: Database;
  readonly context: Context;
  /** Whose properties are shown, where it is not the API that was asked. */
  readonly shownTo?: Api;
}

/** Rows as the API shows them, with the associations of the criteria (EntityReader), in the order of the rows. */
export function readEntities(
  reading: Reading,
  table: Table,
  rows: readonly Row[],
  criteria: Criteria,
): readonly EntityJson[] {
  if (rows.length === 0) return [];
  const shape = criteria.fields.length > 0 ? partialShape(reading, table, criteria.fields) : wholeShape(reading, table);
  const entities = new Map<Row, EntityJson>();
  for (const row of rows) {
    if (!entities.has(row)) entities.set(row, shape(row));
  }
  if (reading.context.api === 'store' && table.entity.name === 'product') {
    if (criteria.fields.length === 0) addStoreFields(reading, table, entities);
    else addPartialStoreFields(entities);
  }
  for (const [association, nested] of associationsToLoad(reading, table, criteria)) {
    loadAssociation(reading, table, entities, association, nested);
  }
  return rows.map((row) => entities.get(row)).filter((entity) => entity !== undefined);
}

type Shape = (row: Row) => EntityJson;

/** All properties in the order of the schema, between what every entity begins and ends with. */
function wholeShape(reading: Reading, table: Table): Shape {
  const { entity } = table;
  const properties = [...entity.properties.values()];
  const translated = translatedShape(
    reading,
    table,
    properties.filter((property) => hasFlag(property, 'translatable')),
  );
  const rest = properties
    .filter((property) => !FRAME.has(property.name) && isShown(reading, table, property))
    .map((property) => [property.name, shownValue(reading, table, property)] as const);
  const isAdmin = audienceOf(reading) === 'admin';
  return (row) => {
    const json: EntityJson = {};
    if (isAdmin) json._uniqueIdentifier = table.keyOf(row);
    if (isAdmin || row.versionId !== undefined) json.versionId = row.versionId ?? null;
    json.translated = translated(row);
    json.createdAt = dateOrNull(row.createdAt);
    json.updatedAt = dateOrNull(row.updatedAt);
    for (const [name, read] of rest) json[name] = read(row);
    if (row.id !== undefined) json.id = row.id;
    json.apiAlias = entity.name;
    return json;
  };
}

const FRAME = new Set(['id', 'versionId', 'translated', 'createdAt', 'updatedAt']);

function audienceOf({ context, shownTo }: Reading): Api {
  return shownTo ?? context.api;
}

function isShown(reading: Reading, table: Table, property: Property): boolean {
  if (table.hidden.has(property.name) || hasFlag(property, 'extension')) return false;
  return isReadable(property, audienceOf(reading));
}

/** Only the fields that were asked for, with the keys; unknown names are no error (reference, section 2.7). */
function partialShape(reading: Reading, table: Table, fields: readonly string[]): Shape {
  const { entity } = table;
  const asked = new Set(fields.map((path) => path.split('.')[0] ?? ''));
  for (const name of [...asked]) for (const needed of neededBy(entity.name, name)) asked.add(needed);
  const chosen = [...entity.properties.values()].filter(
    (property) => property.kind === 'field' && asked.has(property.name) && isShown(reading, table, property),
  );
  const translated = translatedShape(
    reading,
    table,
    chosen.filter((property) => hasFlag(property, 'translatable')),
  );
  const rest = chosen
    .filter(({ name }) => name !== 'id' && name !== 'translated')
    .map((property) => [property.name, shownValue(reading, table, property)] as const);
  if (entity.name === 'payment_method' && !asked.has('handlerIdentifier')) throw withoutHandler();
  const isAdmin = audienceOf(reading) === 'admin';
  const always = entity.name === 'product' && isAdmin ? { variation: [] } : {};
  return (row) => {
    const json: EntityJson = isAdmin ? { _uniqueIdentifier: table.keyOf(row) } : {};
    json.translated = translated(row);
    for (const name of table.primaryKey) json[name] = row[name] ?? null;
    if (row.versionId !== undefined) json.versionId = row.versionId;
    for (const [name, read] of rest) json[name] = read(row);
    return { ...json, ...always, apiAlias: entity.name };
  };
}

/** A payment method is not read without this field (reference, section 2.7). */
function withoutHandler(): Refused {
  return new Refused(500, '0', 'PaymentHandlerIdentifierSubscriber: the field handlerIdentifier is missing.');
}

/** The values of `translated`: from the first language that has one. PHP shows an empty object as a list. */
function translatedShape(reading: Reading, table: Table, properties: readonly Property[]): (row: Row) => Json {
  const fields = properties.filter((property): property is Field => property.kind === 'field');
  if (fields.length === 0) return () => [];
  const readers = fields.map((field) => [field.name, readField(reading, table, field)] as const);
  return (row) => Object.fromEntries(readers.map(([name, read]) => [name, shownTranslation(reading, name, read(row))]));
}

function shownTranslation(reading: Reading, name: string, value: Json | undefined): Json {
  if (name !== 'customFields') return value ?? null;
  return customFields(reading, value ?? {});
}

/** One property of an entity; a translated one only in the language of the request, associations when they are loaded. */
function shownValue(reading: Reading, table: Table, property: Property): (row: Row) => Json {
  const { name } = table.entity;
  const otherwise = RUNTIME_DEFAULTS[name]?.[property.name] ?? null;
  if (property.kind === 'association') return () => otherwise;
  const computed = runtimeValue(name, property.name);
  if (computed) return (row) => computed(row, reading.context.origin);
  const read = ownLanguage(reading, table, property);
  if (property.type === 'date') return (row) => dateOrNull(read(row));
  if (property.name === 'customFields') return (row) => customFields(reading, read(row) ?? null);
  return (row) => read(row) ?? otherwise;
}

function ownLanguage(reading: Reading, table: Table, field: Field): (row: Row) => Json | undefined {
  if (!hasFlag(field, 'translatable')) return readField(reading, table, field);
  const { database, context } = reading;
  return translatedValue(database, table.entity.name, field.name, context.languages.slice(0, 1));
}

function customFields(reading: Reading, value: Json): Json {
  return reading.context.api === 'store' ? clearedCustomFields(reading, value) : value;
}

function dateOrNull(stored: Json | undefined): Json {
  return typeof stored === 'string' ? shownDate(stored) : null;
}
