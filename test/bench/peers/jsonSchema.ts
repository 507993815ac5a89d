// The entity schema as a JSON Schema: one definition an entity, its field paths listed. Depth 2 is as deep as it stays
// practical: at depth 3 there are some 180,000 paths.
import type { EntitySchema, Property } from '../../../server/src/schema/entitySchema.ts';

type Json = Readonly<Record<string, unknown>>;

/** A JSON Schema for criteria that search `root`. */
export function jsonSchemaOf(schema: EntitySchema, root: string): Json {
  const definitions = Object.fromEntries(
    schema.entityNames.flatMap((name) => Object.entries(definitionsOf(schema, name))),
  );
  return { $schema: 'http://json-schema.org/draft-07/schema#', ...ref('criteria', root), definitions };
}

function ref(what: string, entity: string): Json {
  return { $ref: `#/definitions/${what}-${entity}` };
}

function propertiesOf(schema: EntitySchema, entity: string): readonly Property[] {
  return [...(schema.entity(entity)?.properties.values() ?? [])];
}

function pathsOf(schema: EntitySchema, entity: string): readonly string[] {
  return propertiesOf(schema, entity).flatMap((property) => {
    const further =
      property.kind === 'association' ? propertiesOf(schema, property.entity) : property.properties.values();
    return [property.name, ...[...further].map(({ name }) => `${property.name}.${name}`)];
  });
}

function definitionsOf(schema: EntitySchema, entity: string): Json {
  const field = ref('path', entity);
  const filters = { type: 'array', items: ref('filter', entity) };
  const associations = propertiesOf(schema, entity).flatMap((property) =>
    property.kind === 'association' && schema.has(property.entity)
      ? [[property.name, ref('criteria', property.entity)]]
      : [],
  );
  return {
    [`path-${entity}`]: { type: 'string', description: `A field of ${entity}.`, enum: pathsOf(schema, entity) },
    [`filter-${entity}`]: {
      anyOf: [
        filterOf(COMPARING, { field, value: {} }),
        filterOf(['range'], { field, parameters: { type: 'object' } }),
        filterOf(['since', 'until'], { field, value: { type: 'string' }, parameters: { type: 'object' } }),
        filterOf(['and', 'or', 'not', 'nand', 'nor'], { queries: filters }),
        filterOf(['multi'], { operator: { enum: ['AND', 'OR'] }, queries: filters }),
      ],
    },
    [`criteria-${entity}`]: {
      type: 'object',
      properties: {
        ...PLAIN_KEYS,
        filter: filters,
        'post-filter': filters,
        sort: {
          type: 'array',
          items: { type: 'object', properties: { field, order: { enum: ['ASC', 'DESC'] } }, required: ['field'] },
        },
        aggregations: {
          type: 'array',
          items: { type: 'object', properties: { name: { type: 'string' }, type: {}, field } },
        },
        grouping: { type: 'array', items: field },
        associations: { type: 'object', properties: Object.fromEntries(associations), additionalProperties: false },
      },
      additionalProperties: false,
    },
  };
}

const COMPARING = ['equals', 'equalsAny', 'equalsAll', 'contains', 'prefix', 'suffix'];

function filterOf(types: readonly string[], keys: Json): Json {
  return {
    type: 'object',
    properties: { type: { enum: types }, ...keys },
    required: ['type', ...Object.keys(keys)],
    additionalProperties: false,
  };
}

const PLAIN_KEYS = {
  limit: { type: 'integer' },
  page: { type: 'integer' },
  term: { type: 'string' },
  ids: { type: 'array', items: { type: 'string' } },
  includes: { type: 'object' },
  fields: { type: 'array' },
  'total-count-mode': { enum: [0, 1, 2] },
};
