import type { CustomField } from '../protocol.ts';
import type { Entity, EntitySchema, Field, FieldType, Property } from './entitySchema.ts';
import type { ResolvedPath } from './resolvePath.ts';

/** The property that holds the values of custom fields, as JSON. */
const PROPERTY = 'customFields';

/**
 * The schema with the custom fields of its shop: `customFields` of an entity, and of its translations, then has them as
 * parts. The entities are built on demand, as those of the schema itself.
 */
export function withCustomFields(schema: EntitySchema, customFields: readonly CustomField[]): EntitySchema {
  const built = new Map<string, Entity>();
  const build = (entity: Entity): Entity => {
    const owner = entity.name.replace(/_translation$/, '');
    return withParts(
      entity,
      customFields.filter(({ entities }) => entities.includes(owner)),
    );
  };
  return {
    entityNames: schema.entityNames,
    has: (name) => schema.has(name),
    entity: (name) => {
      const known = built.get(name);
      if (known) return known;
      const plain = schema.entity(name);
      const entity = plain && build(plain);
      if (entity) built.set(name, entity);
      return entity;
    },
    isMapping: (name) => schema.isMapping(name),
    customFields,
  };
}

function withParts(entity: Entity, customFields: readonly CustomField[]): Entity {
  const holder = entity.properties.get(PROPERTY);
  if (holder?.kind !== 'field' || customFields.length === 0) return entity;
  const parts = customFields.map((customField) => [customField.name, partOf(customField, holder)] as const);
  const property: Field = { ...holder, properties: new Map([...holder.properties, ...parts]) };
  return { ...entity, properties: new Map(entity.properties).set(PROPERTY, property) };
}

/** The types that are compared as something else than text (reference, section 5.4). */
const TYPES: Readonly<Record<string, FieldType>> = {
  int: 'int',
  float: 'float',
  bool: 'boolean',
  datetime: 'date',
  json: 'json_object',
  price: 'json_object',
};

function partOf(customField: CustomField, { flags }: Field): Field {
  const { name, type, active, storeApi } = customField;
  // How the shop compares one that is switched off is not certain: a text claims nothing about its values.
  const compared = active ? TYPES[type] : undefined;
  return {
    kind: 'field',
    name,
    type: compared ?? 'string',
    rawType: type,
    flags: { read_protected: storeApi ? flags.read_protected : ADMIN_ONLY, api_criteria_aware: true },
    properties: new Map(),
    customField,
  };
}

const ADMIN_ONLY = [['Shopware\\Core\\Framework\\Api\\Context\\AdminApiSource']];

/** The custom fields that the shop is known to keep in a property: none in any but `customFields`. */
export function customFieldsIn(property: Property | undefined): readonly Field[] {
  const parts = property?.kind === 'field' ? [...property.properties.values()] : [];
  return parts.flatMap((part) => (part.kind === 'field' && part.customField ? [part] : []));
}

/** A key of JSON in a path, without its quotes; offsets into the path's text, with them. */
export interface JsonKey {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The custom field that a path names, whether the shop has it or not; undefined where it names none. */
export function customFieldKey({ text, target, rest }: ResolvedPath): JsonKey | undefined {
  const [first] = rest;
  if (!first || target?.kind !== 'field' || target.name !== PROPERTY) return undefined;
  const [written, quoted] = /^"([^"]*)"/.exec(text.slice(first.start)) ?? [first.text];
  return { name: quoted ?? written, start: first.start, end: first.start + written.length };
}

/** The custom field that a path names where the shop is known to have it; also by a path further into its value. */
export function customFieldAt(path: ResolvedPath): Field | undefined {
  const key = customFieldKey(path);
  const part = key && path.target?.kind === 'field' ? path.target.properties.get(key.name) : undefined;
  return part?.kind === 'field' ? part : undefined;
}

/** The field whose type decides how a path is compared; undefined where it goes on inside of JSON that nobody knows. */
export function comparedField(path: ResolvedPath): Field | undefined {
  const { target, rest, text } = path;
  if (rest.length > 0) return customFieldKey(path)?.end === text.length ? customFieldAt(path) : undefined;
  return target?.kind === 'field' ? target : undefined;
}

/**
 * How a key of JSON is written in a path; undefined where no path can name it. The shop quotes keys with a dash itself,
 * others need quotes unless they are plain names (reference, section 5.4).
 */
export function keyInPath(name: string): string | undefined {
  if (name.includes('"')) return undefined;
  if (name.includes('-')) return name.includes('.') ? undefined : name;
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name) ? name : `"${name}"`;
}
