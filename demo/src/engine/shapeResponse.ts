import type { Api } from '../../../server/src/schema/entitySchema.ts';
import type { Criteria, PropertyLists } from './criteria.ts';
import { isJsonList, isJsonObject, type Json, type JsonObject } from './json.ts';

/** Applies `includes` and `excludes` to a finished answer, by the `apiAlias` of each object (reference, section 2.7). */
export function shapeResponse(answer: Json, criteria: Lists, api: Api): Json {
  if (criteria.includes.size === 0 && criteria.excludes.size === 0) return answer;
  return new Shaper(criteria.includes, criteria.excludes, api).shape(answer);
}

/** Whether a property of an object with this `apiAlias` is part of the answer. */
export function isShown({ includes, excludes }: Lists, alias: string, property: string): boolean {
  if (excludes.get(alias)?.includes(property)) return false;
  return includes.get(alias)?.includes(property) ?? true;
}

type Lists = Pick<Criteria, 'includes' | 'excludes'>;

class Shaper {
  readonly #includes: PropertyLists;
  readonly #excludes: PropertyLists;
  readonly #api: Api;

  constructor(includes: PropertyLists, excludes: PropertyLists, api: Api) {
    this.#includes = includes;
    this.#excludes = excludes;
    this.#api = api;
  }

  shape(value: Json): Json {
    if (isJsonList(value)) return value.map((element) => this.shape(element));
    return isJsonObject(value) ? this.#shapeObject(value) : value;
  }

  #shapeObject(object: JsonObject): JsonObject {
    const alias = typeof object.apiAlias === 'string' ? object.apiAlias : '';
    const shaped: [property: string, value: Json][] = [];
    for (const [property, value] of Object.entries(object)) {
      if (property === 'apiAlias') continue;
      if (property === 'extensions' && this.#api === 'store' && isJsonObject(value))
        shaped.push(...this.#shapedExtensions(alias, value));
      else if (this.#isShown(alias, property)) shaped.push([property, this.#shapeProperty(alias, property, value)]);
    }
    if (alias !== '') shaped.push(['apiAlias', alias]);
    return Object.fromEntries(shaped);
  }

  /** In the Admin API nothing below `extensions` is shaped; in the Store API dotted names reach into plain values. */
  #shapeProperty(alias: string, property: string, value: Json): Json {
    if (property === 'extensions') return value;
    if (this.#api === 'admin' || !isJsonObject(value) || typeof value.apiAlias === 'string') return this.shape(value);
    if (Object.keys(value).length === 0) return value;
    const inner = Object.entries(value).filter(([name]) => this.#isShownInside(alias, property, name));
    // `translated` is shaped as the entity itself is.
    const shapeInner = (name: string, part: Json): Json =>
      property === 'translated' ? this.#shapeProperty(alias, name, part) : this.shape(part);
    return inner.length === 0 ? [] : Object.fromEntries(inner.map(([name, part]) => [name, shapeInner(name, part)]));
  }

  /** In the Store API not `extensions` but the extension's own name has to be listed. */
  #shapedExtensions(alias: string, value: JsonObject): readonly [property: string, value: Json][] {
    const kept = Object.entries(value).filter(([name]) => this.#isShown(alias, name));
    if (kept.length === 0) return [];
    return [['extensions', Object.fromEntries(kept.map(([name, part]) => [name, this.shape(part)]))]];
  }

  #isShown(alias: string, property: string): boolean {
    const lists = { includes: this.#includes, excludes: this.#excludes };
    if (isShown(lists, alias, property)) return true;
    const included = this.#includes.get(alias) ?? [];
    const isExcluded = this.#excludes.get(alias)?.includes(property) ?? false;
    return this.#api === 'store' && !isExcluded && included.some((name) => name.startsWith(`${property}.`));
  }

  #isShownInside(alias: string, property: string, name: string): boolean {
    if (this.#excludes.get(alias)?.includes(`${property}.${name}`)) return false;
    const included = this.#includes.get(alias);
    if (!included) return true;
    if (property === 'translated') return this.#isShown(alias, name) || included.includes(`translated.${name}`);
    const dotted = included.filter((one) => one.startsWith(`${property}.`));
    return dotted.length === 0 || dotted.includes(`${property}.${name}`);
  }
}
