import { type Api, type Field, hasFlag, isReadable, type Property } from '../../../server/src/schema/entitySchema.ts';
import { readField } from './column.ts';
import type { Row, Table } from './database.ts';
import type { EntityJson, Reading } from './entityJson.ts';
import { isJsonObject, type Json } from './json.ts';
import { Refused } from './refused.ts';
import { neededBy, RUNTIME_DEFAULTS, runtimeValue, shownInstead } from './runtimeDefaults.ts';
import { shownDate } from './storedValue.ts';
import { translatedValue } from './translated.ts';

/** How a row is shown, without what is loaded with it. */
export type Shape = (row: Row) => EntityJson;

/** The shape of a table's rows: whole, or with `fields` only those, as they are written in a criteria. */
export function shapeOf(reading: Reading, table: Table, fields: readonly string[]): Shape {
  return fields.length > 0 ? partialShape(reading, table, fields) : wholeShape(reading, table);
}

/** All properties in the order of the schema, between what every entity begins and ends with. */
function wholeShape(reading: Reading, table: Table): Shape {
  const translated = translatedShape(
    reading,
    table,
    fieldsOf(table).filter((field) => hasFlag(field, 'translatable')),
  );
  const shown = [...table.entity.properties.values()].filter(
    (property) => !FRAME.has(property.name) && isShown(reading, table, property),
  );
  const isAdmin = audienceOf(reading) === 'admin';
  const id = table.entity.properties.get('id');
  const showsId = id !== undefined && isReadable(id, audienceOf(reading));
  const template = templateOf(isAdmin, table, shown);
  const rest = shown
    .filter((property) => property.kind === 'field')
    .map((field) => [field.name, shownField(reading, table, field)] as const);
  const others = shownInstead(table.entity.name);
  return (row) => {
    const json = { ...template };
    if (isAdmin) json._uniqueIdentifier = table.keyOf(row);
    if (isAdmin || row.versionId !== undefined) json.versionId = row.versionId ?? null;
    json.translated = withOthers(translated(row), others);
    json.createdAt = dateOrNull(row.createdAt);
    json.updatedAt = dateOrNull(row.updatedAt);
    for (const [name, read] of rest) json[name] = read(row);
    for (const [name, other] of others) json[name] ??= json[other] ?? null;
    if (showsId && row.id !== undefined) json.id = row.id;
    json.apiAlias = table.entity.name;
    return json;
  };
}

function withOthers(translated: Json, others: ReturnType<typeof shownInstead>): Json {
  if (!isJsonObject(translated) || others.length === 0) return translated;
  const added = others.map(([name, other]) => [name, translated[name] ?? translated[other] ?? null]);
  return { ...translated, ...Object.fromEntries(added) };
}

/** All keys in their order, each with what is shown where nothing else is: copied much faster than built each time. */
function templateOf(isAdmin: boolean, { entity }: Table, shown: readonly Property[]): EntityJson {
  const names = [...(isAdmin ? ['_uniqueIdentifier', 'versionId'] : []), 'translated', 'createdAt', 'updatedAt'];
  const template: EntityJson = Object.fromEntries(names.map((name) => [name, null]));
  for (const { name } of shown) template[name] = RUNTIME_DEFAULTS[entity.name]?.[name] ?? null;
  return JSON.parse(JSON.stringify(template));
}

const FRAME = new Set(['id', 'versionId', 'translated', 'createdAt', 'updatedAt']);

function fieldsOf({ entity }: Table): readonly Field[] {
  return [...entity.properties.values()].filter((property) => property.kind === 'field');
}

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
  const chosen = fieldsOf(table).filter((field) => asked.has(field.name) && isShown(reading, table, field));
  const translated = translatedShape(
    reading,
    table,
    chosen.filter((property) => hasFlag(property, 'translatable')),
  );
  const rest = chosen
    .filter(({ name }) => name !== 'id' && name !== 'translated')
    .map((field) => [field.name, shownField(reading, table, field)] as const);
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
function translatedShape(reading: Reading, table: Table, fields: readonly Field[]): (row: Row) => Json {
  if (fields.length === 0) return () => [];
  const readers = fields.map((field) => [field.name, readField(reading, table, field)] as const);
  return (row) => Object.fromEntries(readers.map(([name, read]) => [name, shownTranslation(reading, name, read(row))]));
}

function shownTranslation(reading: Reading, name: string, value: Json | undefined): Json {
  if (name !== 'customFields') return value ?? null;
  return customFields(reading, value ?? {});
}

/** One field of an entity; a translated one only in the language of the request. */
function shownField(reading: Reading, table: Table, field: Field): (row: Row) => Json {
  const { name } = table.entity;
  const computed = runtimeValue(name, field.name);
  if (computed) return (row) => computed(row, reading.context.origin);
  const read = ownLanguage(reading, table, field);
  if (field.type === 'date') return (row) => dateOrNull(read(row));
  if (field.name === 'customFields') return (row) => customFields(reading, read(row) ?? null);
  const otherwise = RUNTIME_DEFAULTS[name]?.[field.name] ?? null;
  if (field.type === 'json_object' && reading.context.api === 'store') {
    return (row) => withoutExtensions(read(row)) ?? otherwise;
  }
  return (row) => read(row) ?? otherwise;
}

/** The Store API does not show the empty `extensions` of a value. */
function withoutExtensions(value: Json | undefined): Json | undefined {
  if (!isJsonObject(value) || !('extensions' in value)) return value;
  const { extensions: _, ...shown } = value;
  return shown;
}

function ownLanguage(reading: Reading, table: Table, field: Field): (row: Row) => Json | undefined {
  if (!hasFlag(field, 'translatable')) return readField(reading, table, field);
  const { database, context } = reading;
  return translatedValue(database, table.entity.name, field.name, context.languages.slice(0, 1));
}

function customFields(reading: Reading, value: Json): Json {
  return reading.context.api === 'store' ? clearedCustomFields(reading, value) : value;
}

/** Custom fields without the Store API's clearance are not handed out, though they can be filtered by (section 5.4). */
function clearedCustomFields({ database }: Reading, value: Json): Json {
  if (!isJsonObject(value)) return value;
  const names = database.table('custom_field');
  return Object.fromEntries(
    Object.entries(value).filter(([name]) => names?.where('name', name)[0]?.storeApiAware !== false),
  );
}

function dateOrNull(stored: Json | undefined): Json {
  return typeof stored === 'string' ? shownDate(stored) : null;
}
