import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { BUNDLED, bundledSchemaText } from './bundled/index.ts';
import { type EntitySchema, hasFlag, isReadable, type Property, parseEntitySchema } from './entitySchema.ts';

const SHARED = path.join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'schema', 'entity-schema');

function count(schema: EntitySchema): { entities: number; properties: number; associations: number } {
  const properties = schema.entityNames.flatMap((name) => [...(schema.entity(name)?.properties.values() ?? [])]);
  return {
    entities: schema.entityNames.length,
    properties: properties.length,
    associations: properties.filter(({ kind }) => kind === 'association').length,
  };
}

describe('a schema as a shop sends it', () => {
  it.each([
    ['6.4', { entities: 217, properties: 2850, associations: 778 }],
    ['6.5', { entities: 216, properties: 2886, associations: 787 }],
    ['6.6', { entities: 217, properties: 2901, associations: 789 }],
    ['6.7', { entities: 220, properties: 2951, associations: 804 }],
  ] as const)('of %s is read whole', (line, expected) => {
    expect(count(parseEntitySchema(bundledSchemaText(line)))).toEqual(expected);
  });

  it('of every recorded version from 6.4.7 on is read whole', ({ skip }) => {
    if (!existsSync(SHARED)) skip('the recorded schemas are not here');
    const expected: Readonly<Record<string, [number, number, number]>> = {
      'live-6.4.7.0': [203, 2646, 726],
      'mock-6.4.8.2': [203, 2650, 726],
      'live-6.4.9.0': [205, 2670, 734],
      'live-6.4.13.0': [214, 2800, 768],
      'live-6.4.17.0': [214, 2800, 766],
      'computed-6.4.20.2': [217, 2850, 778],
      'live-6.5.0.0': [214, 2831, 775],
      'live-6.5.8.13': [216, 2886, 787],
      'computed-6.5.8.14': [216, 2886, 787],
      'computed-6.6.7.1': [216, 2889, 787],
      'live-6.6.10': [217, 2901, 789],
      'computed-6.7.6-dev-20251202': [220, 2949, 802],
    };
    for (const [name, [entities, properties, associations]] of Object.entries(expected)) {
      const schema = parseEntitySchema(readFileSync(path.join(SHARED, `${name}.json`), 'utf8'));
      expect({ name, ...count(schema) }).toEqual({ name, entities, properties, associations });
    }
  });

  it('has 34 mapping entities and 80 entities without an id in 6.7', () => {
    const schema = parseEntitySchema(bundledSchemaText('6.7'));
    expect(schema.entityNames.filter((name) => schema.isMapping(name))).toHaveLength(34);
    expect(schema.entityNames.filter((name) => !schema.entity(name)?.hasId)).toHaveLength(80);
  });
});

/** A schema of one entity with one property. */
function propertyOf(raw: unknown): Property {
  const schema = parseEntitySchema(JSON.stringify({ book: { entity: 'book', properties: { it: raw } } }));
  const property = schema.entity('book')?.properties.get('it');
  if (!property) throw new Error('the property is gone');
  return property;
}

describe('the traps of the format', () => {
  it('an entity with an id is no mapping entity, though an association leads over it', () => {
    const rents = { type: 'association', relation: 'many_to_many', entity: 'reader', mapping: 'loan', flags: {} };
    const tags = { ...rents, entity: 'tag', mapping: 'book_tag' };
    const id = { type: 'uuid', flags: {} };
    const schema = parseEntitySchema(
      JSON.stringify({
        book: { entity: 'book', properties: { id, rents, tags } },
        loan: { entity: 'loan', properties: { id } },
        book_tag: { entity: 'book_tag', properties: { bookId: id } },
      }),
    );
    expect(schema.entityNames.filter((name) => schema.isMapping(name))).toEqual(['book_tag']);
  });

  it('empty lists stand for empty objects', () => {
    const schema = parseEntitySchema('{"book": {"entity": "book", "properties": []}}');
    expect(schema.entity('book')?.properties.size).toBe(0);
    expect(propertyOf({ type: 'json_object', properties: [], flags: [] })).toMatchObject({ kind: 'field', flags: {} });
  });

  it('a PHP class name as type is an opaque field', () => {
    const raw = { type: 'Shopware\\Core\\Framework\\DataAbstractionLayer\\Field\\RemoteAddressField', flags: {} };
    expect(propertyOf(raw)).toMatchObject({ type: 'opaque', rawType: raw.type });
  });

  it('unknown flags and missing protection keys are tolerated', () => {
    expect(hasFlag(propertyOf({ type: 'int', flags: { brand_new: { a: 1 } } }), 'brand_new')).toBe(true);
  });

  it('read_protected is a list of who may read; absent means nobody', () => {
    const admin = { read_protected: [['Shopware\\Core\\Framework\\Api\\Context\\AdminApiSource']] };
    const property = propertyOf({ type: 'int', flags: admin });
    expect([isReadable(property, 'admin'), isReadable(property, 'store')]).toEqual([true, false]);
    expect(isReadable(propertyOf({ type: 'int', flags: [] }), 'admin')).toBe(false);
  });

  it('an association may lead to an entity that is not there', () => {
    const raw = { type: 'association', relation: 'one_to_many', entity: 'notification', localField: null, flags: {} };
    expect(propertyOf(raw)).toMatchObject({
      kind: 'association',
      entity: 'notification',
      toMany: true,
      localField: null,
    });
  });

  it('__proto__ and constructor are no entities', () => {
    const schema = parseEntitySchema(bundledSchemaText('6.7'));
    expect([schema.has('constructor'), schema.entity('__proto__'), schema.has('toString')]).toEqual([
      false,
      undefined,
      false,
    ]);
  });
});

describe('a file that is no entity schema', () => {
  it.each([
    ['', 'The file is empty, not an entity schema.'],
    ['<!doctype html><html></html>', 'This is HTML or XML, not an entity schema.'],
    ['{"product": ', 'This is not valid JSON, so it is not an entity schema.'],
    ['[]', 'This is a list, not an entity schema.'],
    ['null', 'This is null, not an entity schema.'],
    ['{}', 'This is an empty object, not an entity schema.'],
    ['{"openapi": "3.1.0", "paths": {}}', 'This is an OpenAPI document, not an entity schema.'],
    ['{"errors": [{"status": "401"}]}', 'This is an error answer of a shop, not an entity schema.'],
    [
      '{"product": {"name": "product", "translatable": [], "properties": {}}}',
      'This is the answer of /api/_info/open-api-schema.json; the entity schema is /api/_info/entity-schema.json.',
    ],
    ['{"version": "6.7.6.0"}', 'This is not an entity schema: "version" is not an entity with "properties".'],
  ])('%s: one sentence that says what it is', (text, sentence) => {
    expect(() => parseEntitySchema(text)).toThrow(sentence);
  });
});

it('every bundled line has a text', () => {
  for (const { line } of BUNDLED) expect(bundledSchemaText(line).length).toBeGreaterThan(500_000);
});
