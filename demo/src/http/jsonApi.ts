import { hasFlag, isReadable, type Property } from '../../../server/src/schema/entitySchema.ts';
import type { Criteria } from '../engine/criteria.ts';
import type { SearchResult } from '../engine/engine.ts';
import { isJsonList, isJsonObject, type Json, type JsonObject } from '../engine/json.ts';
import { isShown, shapeResponse } from '../engine/shapeResponse.ts';
import { dashed } from '../engine/translated.ts';
import type { AdminCall } from './adminApi.ts';
import { type Answer, ok, phpObject } from './answer.ts';
import type { ShopRequest } from './shopRequest.ts';

const CONTENT_TYPE = { 'content-type': 'application/vnd.api+json' };

/** The answer of a list as JSON:API (reference, section 6; JsonApiType, JsonApiEncoder). */
export function jsonApiList(call: AdminCall, { entities, aggregations, total, criteria }: SearchResult): Answer {
  const document = new ResourceDocument(call, criteria);
  const data = entities.map((entity) => document.resource(entity));
  const body = {
    data,
    included: document.included(data),
    links: { ...pageLinks(call.request, criteria, total), self: addressOf(call.request) },
    meta: { totalCountMode: MODES.indexOf(criteria.totalCountMode), total },
    aggregations: shapeResponse(aggregations, criteria, 'admin'),
  };
  return { ...ok(body), headers: CONTENT_TYPE };
}

/** One entity as JSON:API. */
export function jsonApiDetail(call: AdminCall, entity: JsonObject, criteria: Criteria): Answer {
  const document = new ResourceDocument(call, criteria);
  const data = document.resource(entity);
  const body = { data, included: document.included([data]), links: { self: addressOf(call.request) } };
  return { ...ok(body), headers: CONTENT_TYPE };
}

const MODES: readonly Criteria['totalCountMode'][] = ['none', 'exact', 'next-pages'];

/** One entity of a document. Everything that was loaded below it stands beside it, once. */
interface Resource extends JsonObject {
  readonly type: string;
  readonly id: string;
}

/** What may be read of a type, without its id. */
interface Properties {
  readonly own: readonly Property[];
  /** What plugins added, as far as it is shown. */
  readonly added: readonly Property[];
}

class ResourceDocument {
  readonly #call: AdminCall;
  readonly #criteria: Criteria;
  readonly #included = new Map<string, Resource>();
  readonly #propertiesByType = new Map<string, Properties>();

  constructor(call: AdminCall, criteria: Criteria) {
    this.#call = call;
    this.#criteria = criteria;
  }

  resource(entity: JsonObject): Resource {
    const type = String(entity.apiAlias);
    const id = String(entity._uniqueIdentifier);
    const self = `${this.#call.request.origin}/api/${dashed(type)}/${id}`;
    const attributes: { [name: string]: Json } = {};
    const relationships: { [name: string]: Json } = {};
    const { own, added } = this.#propertiesOf(type);
    for (const property of own) {
      const value = entity[property.name] ?? null;
      if (property.kind === 'association') {
        const data = this.#relatedTo(value, property.toMany);
        const links = { related: `${self}/${dashed(property.name)}` };
        if (this.#shows(type, property.name)) relationships[property.name] = { data, links };
      } else if (this.#shows(type, property.name)) attributes[property.name] = withoutAlias(value);
    }
    attributes.apiAlias = `${type}_foreign_keys_extension`;
    if (added.length > 0) relationships.extensions = this.#extension(entity, id, self, added);
    return { attributes, links: { self }, relationships: phpObject(relationships), meta: [], id, type };
  }

  /** What plugins added to an entity stands in a resource of its own, loaded or not (JsonApiEncoder::addExtensions). */
  #extension(entity: JsonObject, id: string, self: string, properties: readonly Property[]): JsonObject {
    const values = isJsonObject(entity.extensions) ? entity.extensions : {};
    const attributes: { [name: string]: Json } = {};
    const relationships: { [name: string]: Json } = {};
    for (const property of properties) {
      const value = values[property.name] ?? null;
      if (property.kind === 'field') {
        attributes[property.name] = withoutAlias(value);
        continue;
      }
      const links = { related: `${self}/extensions/${property.name}` };
      relationships[property.name] = { data: this.#relatedTo(value, property.toMany), links };
    }
    const type = 'extension';
    const parts = { attributes: phpObject(attributes), links: [], relationships: phpObject(relationships), meta: [] };
    this.#keep({ ...parts, id, type });
    return { data: { type, id } };
  }

  /** What was loaded along, without what the document is about. */
  included(data: readonly Resource[]): readonly Resource[] {
    const own = new Set(data.map(keyOf));
    return [...this.#included.values()].filter((resource) => !own.has(keyOf(resource)));
  }

  /** Looked up once for all resources of a type. */
  #propertiesOf(type: string): Properties {
    const known = this.#propertiesByType.get(type);
    if (known) return known;
    const properties = this.#call.shop.database.schema.entity(type)?.properties.values() ?? [];
    const readable = [...properties].filter((property) => isReadable(property, 'admin'));
    const found = {
      own: readable.filter((property) => property.name !== 'id' && !hasFlag(property, 'extension')),
      added: readable.filter((property) => hasFlag(property, 'extension') && this.#shows(type, property.name)),
    };
    this.#propertiesByType.set(type, found);
    return found;
  }

  #shows(type: string, name: string): boolean {
    return isShown(this.#criteria, type, name);
  }

  #relatedTo(value: Json, toMany: boolean): Json {
    if (toMany) return isJsonList(value) ? value.filter(isJsonObject).map((one) => this.#include(one)) : [];
    return isJsonObject(value) ? this.#include(value) : null;
  }

  #include(entity: JsonObject): JsonObject {
    const resource = this.resource(entity);
    this.#keep(resource);
    const { type, id } = resource;
    return { type, id };
  }

  #keep(resource: Resource): void {
    if (!this.#included.has(keyOf(resource))) this.#included.set(keyOf(resource), resource);
  }
}

function keyOf({ type, id }: Resource): string {
  return `${type} ${id}`;
}

/** Values of attributes are no structs any more. */
function withoutAlias(value: Json): Json {
  if (isJsonList(value)) return value.map(withoutAlias);
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).filter(([key]) => key !== 'apiAlias');
  return Object.fromEntries(entries.map(([key, part]) => [key, withoutAlias(part)]));
}

/** Where else there is something, as far as the total tells; without a limit there are no pages. */
function pageLinks(request: ShopRequest, criteria: Criteria, total: number): JsonObject {
  const { limit, offset, ids, totalCountMode } = criteria;
  if (limit === undefined || ids.length > 0) return {};
  const page = 1 + Math.floor(offset / limit);
  const last = Math.max(1, Math.ceil(total / limit));
  const more = { none: total >= limit, exact: page < last, 'next-pages': total > limit }[totalCountMode];
  const link = (number: number): string => pageAddress(request, limit, number);
  return {
    first: link(1),
    ...(page > 1 && { prev: link(page - 1) }),
    ...(totalCountMode === 'exact' && { last: link(last) }),
    ...(more && { next: link(page + 1) }),
  };
}

function pageAddress(request: ShopRequest, limit: number, page: number): string {
  const query = new URLSearchParams(request.query);
  query.set('limit', String(limit));
  query.set('page', String(page));
  return `${request.origin}${request.path}?${query}`;
}

function addressOf({ origin, path, query }: ShopRequest): string {
  return `${origin}${path}${query === '' ? '' : `?${query}`}`;
}
