import { t } from '@vscode/l10n';
import type { CustomField } from '../protocol.ts';

/** Which API a criteria is sent to: it decides which properties may be used. */
export type Api = 'admin' | 'store';

/** The types that the schema generator knows; `opaque` stands for a PHP class name (reference, section 12). */
export type FieldType = (typeof FIELD_TYPES)[number] | 'opaque';

const FIELD_TYPES = [
  'uuid',
  'string',
  'text',
  'password',
  'blob',
  'int',
  'float',
  'boolean',
  'date',
  'json_object',
  'json_list',
] as const;

export type Relation = (typeof RELATIONS)[number];

const RELATIONS = ['one_to_many', 'many_to_one', 'one_to_one', 'many_to_many'] as const;

interface PropertyBase {
  readonly name: string;
  /** As sent; unknown flags are kept. Use `isReadable` and `hasFlag` for the ones with meaning. */
  readonly flags: Readonly<Record<string, unknown>>;
  /** Free text that schemas of 2026 may carry. */
  readonly description?: string;
}

/** A property with a column of its own (or a runtime value). */
export interface Field extends PropertyBase {
  readonly kind: 'field';
  readonly type: FieldType;
  /** The type as sent: differs from `type` where that is `opaque`. */
  readonly rawType: string;
  /** What a `json_object` is known to hold; empty for all others. */
  readonly properties: ReadonlyMap<string, Property>;
  /** The entity that a foreign key points to, where the schema says so (2026). */
  readonly target?: string;
  /** What the shop says about it, where it is a custom field: a part of the JSON in `customFields`. */
  readonly customField?: CustomField;
}

/** A property that leads to another entity. */
export interface Association extends PropertyBase {
  readonly kind: 'association';
  readonly relation: Relation;
  /** The target's name; it may be missing in the schema (`user.createdNotifications`). */
  readonly entity: string;
  readonly toMany: boolean;
  /** Null where the generator knows none. */
  readonly localField: string | null;
  readonly referenceField: string | null;
  /** Only many_to_many: the mapping entity and its two keys. */
  readonly mapping?: string;
  readonly local?: string;
  readonly reference?: string;
}

export type Property = Field | Association;

export interface Entity {
  readonly name: string;
  readonly properties: ReadonlyMap<string, Property>;
  /** False for translation and mapping entities, where SQL that groups by id fails (section 12). */
  readonly hasId: boolean;
  readonly readProtected: boolean;
  readonly writeProtected: boolean;
}

/** What `GET /api/_info/entity-schema.json` says, read on demand: an entity is built when it is asked for. */
export interface EntitySchema {
  /** In the order of the answer. */
  readonly entityNames: readonly string[];
  has(name: string): boolean;
  entity(name: string): Entity | undefined;
  /**
   * Whether an entity only connects two others: a many-to-many association names it, and it has no id of its own.
   * Searching it fails (section 1).
   */
  isMapping(name: string): boolean;
  /** The shop's custom fields, of all entities; absent where they are not known. */
  readonly customFields?: readonly CustomField[];
}

/** Says in one sentence what was found instead of an entity schema. */
export class NotAnEntitySchema extends Error {
  override name = 'NotAnEntitySchema';
}

/**
 * Reads the answer of `GET /api/_info/entity-schema.json`.
 * @throws {NotAnEntitySchema} when the text is something else; the message says what.
 */
export function parseEntitySchema(text: string): EntitySchema {
  return entitySchemaOf(parseJson(text));
}

/** The same from a parsed answer. Unknown entities, types and flags are tolerated. */
function entitySchemaOf(answer: unknown): EntitySchema {
  if (!isRecord(answer)) throw new NotAnEntitySchema(t('This is {0}, not an entity schema.', describe(answer)));
  const raw = new Map<string, RawEntity>();
  for (const [name, value] of Object.entries(answer)) {
    if (!isRawEntity(value)) throw new NotAnEntitySchema(explainForeign(answer, name));
    raw.set(name, value);
  }
  if (raw.size === 0) throw new NotAnEntitySchema(t('This is an empty object, not an entity schema.'));
  return new LazySchema(raw);
}

/** Whether the API may see the property: `read_protected` is an allow-list, and absent means nobody (section 12). */
export function isReadable(property: Property, api: Api): boolean {
  const sources = property.flags.read_protected;
  if (!Array.isArray(sources)) return false;
  const allowed: unknown = sources[0];
  return Array.isArray(allowed) && allowed.some((source) => String(source).endsWith(SOURCE[api]));
}

const SOURCE: Readonly<Record<Api, string>> = { admin: '\\AdminApiSource', store: '\\SalesChannelApiSource' };

/** Whether a flag is set; a flag that is present with the value false is not. */
export function hasFlag(property: Property, flag: string): boolean {
  const value = property.flags[flag];
  return value !== undefined && value !== false;
}

interface RawEntity {
  properties: unknown;
  [key: string]: unknown;
}

class LazySchema implements EntitySchema {
  readonly entityNames: readonly string[];
  readonly #raw: ReadonlyMap<string, RawEntity>;
  readonly #built = new Map<string, Entity>();
  #mapping: ReadonlySet<string> | undefined;

  constructor(raw: ReadonlyMap<string, RawEntity>) {
    this.#raw = raw;
    this.entityNames = [...raw.keys()];
  }

  has(name: string): boolean {
    return this.#raw.has(name);
  }

  entity(name: string): Entity | undefined {
    const known = this.#built.get(name);
    if (known) return known;
    const raw = this.#raw.get(name);
    if (!raw) return undefined;
    const entity = buildEntity(name, raw);
    this.#built.set(name, entity);
    return entity;
  }

  isMapping(name: string): boolean {
    // Most have an id, which is found out at once; what the associations name takes a look at all of them.
    if ('id' in recordOf(this.#raw.get(name)?.properties)) return false;
    this.#mapping ??= mappingsIn(this.#raw.values());
    return this.#mapping.has(name);
  }
}

function mappingsIn(entities: Iterable<RawEntity>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { properties } of entities) {
    for (const property of Object.values(recordOf(properties))) {
      if (isRecord(property) && typeof property.mapping === 'string') names.add(property.mapping);
    }
  }
  return names;
}

function buildEntity(name: string, raw: RawEntity): Entity {
  const properties = buildProperties(raw.properties);
  return {
    name,
    properties,
    hasId: properties.has('id'),
    readProtected: raw['read-protected'] === true,
    writeProtected: raw['write-protected'] === true,
  };
}

function buildProperties(raw: unknown): ReadonlyMap<string, Property> {
  const properties = new Map<string, Property>();
  for (const [name, value] of Object.entries(recordOf(raw))) {
    if (isRecord(value)) properties.set(name, buildProperty(name, value));
  }
  return properties;
}

function buildProperty(name: string, raw: Readonly<Record<string, unknown>>): Property {
  const base = { name, flags: recordOf(raw.flags), ...optionalText('description', raw.description) };
  const relation = RELATIONS.find((known) => known === raw.relation);
  if (raw.type === 'association' && relation !== undefined && typeof raw.entity === 'string') {
    return {
      ...base,
      kind: 'association',
      relation,
      entity: raw.entity,
      toMany: relation === 'one_to_many' || relation === 'many_to_many',
      localField: textOrNull(raw.localField),
      referenceField: textOrNull(raw.referenceField),
      ...optionalText('mapping', raw.mapping),
      ...optionalText('local', raw.local),
      ...optionalText('reference', raw.reference),
    };
  }
  return {
    ...base,
    kind: 'field',
    type: FIELD_TYPES.find((known) => known === raw.type) ?? 'opaque',
    rawType: typeof raw.type === 'string' ? raw.type : 'unknown',
    properties: buildProperties(raw.properties),
    ...optionalText('target', raw.entity),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const start = text.trimStart();
    if (start === '') throw new NotAnEntitySchema(t('The file is empty, not an entity schema.'));
    if (start.startsWith('<')) throw new NotAnEntitySchema(t('This is HTML or XML, not an entity schema.'));
    throw new NotAnEntitySchema(t('This is not valid JSON, so it is not an entity schema.'));
  }
}

function explainForeign(answer: Readonly<Record<string, unknown>>, name: string): string {
  if ('openapi' in answer || 'swagger' in answer) return t('This is an OpenAPI document, not an entity schema.');
  if ('errors' in answer) return t('This is an error answer of a shop, not an entity schema.');
  if (name in answer && isRecord(answer[name]) && 'translatable' in answer[name]) {
    return t(
      'This is the answer of /api/_info/open-api-schema.json; the entity schema is /api/_info/entity-schema.json.',
    );
  }
  return t('This is not an entity schema: "{0}" is not an entity with "properties".', name);
}

function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return t('a list');
  if (typeof value === 'string') return t('a string');
  return typeof value === 'number' ? t('a number') : t('a boolean');
}

// PHP writes an empty object as an empty list.
function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRawEntity(value: unknown): value is RawEntity {
  return isRecord(value) && typeof value.entity === 'string' && typeof value.properties === 'object';
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function optionalText<Key extends string>(key: Key, value: unknown): { [K in Key]?: string } {
  const optional: { [K in Key]?: string } = {};
  if (typeof value === 'string') optional[key] = value;
  return optional;
}
