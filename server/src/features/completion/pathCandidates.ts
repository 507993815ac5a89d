import type { World } from '../../analysis/world.ts';
import { BYTE_TYPES } from '../../criteria/grammar/filters.ts';
import { keyInPath } from '../../schema/customFields.ts';
import { type Entity, type FieldType, hasFlag, isReadable, type Property } from '../../schema/entitySchema.ts';
import { storeOnlyFields } from '../../schema/pathExceptions.ts';
import { isPriceField, priceParts } from '../../schema/priceFields.ts';
import { type PathUse, resolvePath } from '../../schema/resolvePath.ts';
import { worldMemory } from './worldMemory.ts';

/** Where a path is being written. */
export interface PathPlace {
  readonly root: string;
  readonly use: PathUse | 'fields';
  /** The path before the segment, with its last dot; empty for the first segment. */
  readonly before: string;
  /** The path behind the segment, with its first dot; empty for the last segment. */
  readonly after: string;
  /** The type of the filter, sorting or aggregation, where it decides which fields it takes. */
  readonly type?: string | undefined;
}

/** A name that may stand as a segment, or several at once. */
export interface PathCandidate {
  readonly name: string;
  /** Undefined for parts of a JSON value, and for fields that only the Store API adds. */
  readonly property: Property | undefined;
  /** The path goes on: the name leads to other fields and is nothing by itself. */
  readonly goesOn: boolean;
  /** A whole path with this name that is accepted. */
  readonly example: string;
}

/**
 * The names that may stand at a place: fields that the shop accepts there, and associations that lead to at least one
 * accepted field. Where more of the path follows, only names with which the whole path is accepted.
 */
export function pathCandidates(place: PathPlace, world: World): readonly PathCandidate[] {
  const { root, use, type = '', before, after } = place;
  return candidates(world, [use, type, root, before, after].join(' '), () => findCandidates(place, world));
}

/** The same place is asked about with every letter of a name. */
const candidates = worldMemory<readonly PathCandidate[]>();

function findCandidates(place: PathPlace, world: World): readonly PathCandidate[] {
  const { before, after } = place;
  const { entity, json, isForeign, price } = standAt(place, world);
  if (price) return price.map((name) => ({ name, property: undefined, goesOn: false, example: before + name + after }));
  if (json) return [...json].flatMap(([key, property]) => partCandidate(key, property, place));
  if (isForeign) return [{ name: 'id', property: undefined, goesOn: false, example: `${before}id` }];
  if (!entity) return [];
  const accepts = acceptance(place.root, place, world);
  const candidates: PathCandidate[] = [];
  for (const property of entity.properties.values()) {
    const example = examplesOf(property, place, world).find(accepts);
    const goesOn = property.kind === 'association';
    if (example !== undefined) candidates.push({ name: property.name, property, goesOn, example });
  }
  return world.api === 'store' ? [...candidates, ...storeOnly(entity, place, accepts)] : candidates;
}

function partCandidate(key: string, property: Property, { before, after, type }: PathPlace): readonly PathCandidate[] {
  const name = keyInPath(key);
  return name === undefined || !suitsCustomField(property, type)
    ? []
    : [{ name, property, goesOn: false, example: before + name + after }];
}

/** Whole paths with this property, of which one must be accepted. */
function examplesOf(property: Property, place: PathPlace, world: World): readonly string[] {
  const path = place.before + property.name;
  if (place.after !== '' && place.after !== '.') return [path + place.after];
  if (property.kind === 'field') return [path];
  const isCount = place.use === 'sort' && place.type === 'count';
  const counted = isCount ? acceptedBelow(property.entity, { ...place, crossesToMany: true }, world) : [];
  return [...counted, ...acceptedBelow(property.entity, place, world)].map((below) => `${path}.${below}`);
}

function storeOnly(
  { name, properties }: Entity,
  { before, after }: PathPlace,
  accepts: (path: string) => boolean,
): readonly PathCandidate[] {
  return storeOnlyFields(name)
    .filter((field) => !properties.has(field) && accepts(before + field + after))
    .map((field) => ({ name: field, property: undefined, goesOn: false, example: before + field + after }));
}

interface Standing {
  readonly entity?: Entity | undefined;
  readonly json?: ReadonlyMap<string, Property>;
  /** What a price may go on with. */
  readonly price?: readonly string[];
  /** The schema does not hold the entity: the shop knows it, and all that is certain is its id. */
  readonly isForeign?: boolean;
}

/** The entity, or the parts of a JSON value, in which the segment is looked up. */
function standAt({ root, before }: PathPlace, world: World): Standing {
  const { segments, target, targetEntity = '', rest } = resolvePath({ text: before, root, use: 'sort' }, world);
  if (rest.length > 0 && isPriceField(targetEntity, target?.name ?? '')) {
    return { price: priceParts(rest.slice(0, -1).map(({ text }) => text)) };
  }
  if (rest.length > 0) {
    let parts = partsOf(target);
    for (const { text } of rest.slice(0, -1)) parts = partsOf(parts.get(text));
    return { json: parts };
  }
  const name = segments.at(-1)?.entity;
  const entity = name === undefined ? undefined : world.schema.entity(name);
  return { entity, isForeign: name !== undefined && name !== root && entity === undefined };
}

function partsOf(property: Property | undefined): ReadonlyMap<string, Property> {
  return property?.kind === 'field' ? property.properties : new Map();
}

/** What is asked of a path, wherever it begins. */
interface Demand extends Pick<PathPlace, 'use' | 'type'> {
  /** Only a path through a to-many association will do. */
  readonly crossesToMany?: boolean;
}

/** Whether the shop takes a path. In `fields` it takes all, but ignores those that it does not know or give away. */
export function acceptance(root: string, demand: Demand, world: World): (path: string) => boolean {
  const { use, crossesToMany } = demand;
  if (use !== 'fields') {
    return (text) => {
      const { refused, target, rest, firstToMany } = resolvePath({ text, root, use }, world);
      if (refused !== undefined || (crossesToMany && !firstToMany)) return false;
      return suits(target, demand) && (rest.length === 0 || isJson(target));
    };
  }
  return (text) => {
    const { refused, target } = resolvePath({ text, root, use: 'sort' }, world);
    const isThere = target !== undefined && target.kind === 'field' && isReadable(target, world.api);
    return refused === undefined || (refused.fault === 'runtime' && isThere);
  };
}

/** Of all other fields the shop throws the rest of a path away. */
function isJson(target: Property | undefined): boolean {
  return target?.kind === 'field' && target.type === 'json_object';
}

/** Which fields a filter or an aggregation can do something with (reference, sections 3 and 4). */
function suits(target: Property | undefined, { use, type = '' }: Demand): boolean {
  if (target?.kind !== 'field') return true;
  if (use === 'filter') return target.type !== 'uuid' || !BYTE_TYPES.includes(type);
  return use !== 'aggregation' || isAggregated(target.type, type);
}

function isAggregated(fieldType: FieldType, type: string): boolean {
  switch (type) {
    case 'range':
      return ['int', 'float', 'json_object'].includes(fieldType);
    case 'histogram':
      return fieldType === 'date';
    case 'max':
    case 'min':
    case 'stats':
      return fieldType !== 'uuid';
    default:
      return true;
  }
}

/** A histogram cannot read the values of another type as dates (recorded, type-matrix). */
function suitsCustomField(property: Property, type: string | undefined): boolean {
  return type !== 'histogram' || property.kind !== 'field' || !property.customField || property.type === 'date';
}

const below = worldMemory<readonly string[]>();

/** The shortest accepted paths below an entity, a few of them: a single one may be refused for how one came there. */
function acceptedBelow(entity: string, demand: Demand, world: World): readonly string[] {
  return below(world, `${demand.use} ${demand.type ?? ''} ${demand.crossesToMany ?? false} ${entity}`, () =>
    findBelow(entity, demand, world),
  );
}

const ENOUGH = 3;

/** Breadth first, and each entity once, so that circles end; where it matters, once on each side of a to-many association. */
function findBelow(root: string, demand: Demand, world: World): readonly string[] {
  const accepts = acceptance(root, demand, world);
  const found: string[] = [];
  const queue = [{ name: root, path: '', isMany: false }];
  const seen = new Set([`${root} false`]);
  for (const { name, path, isMany } of queue) {
    const entity = world.schema.entity(name);
    // A target that the schema does not hold: the shop knows it, and every entity has an id.
    const properties = entity ? [...entity.properties.values()] : [];
    if (!entity) found.push(`${path}id`);
    for (const property of properties) {
      if (property.kind === 'field') {
        if (accepts(path + property.name)) found.push(path + property.name);
        continue;
      }
      const next = { name: property.entity, path: `${path}${property.name}.`, isMany: isMany || property.toMany };
      const state = `${next.name} ${demand.crossesToMany === true && next.isMany}`;
      if (!seen.has(state)) queue.push(next);
      seen.add(state);
    }
    if (found.length >= ENOUGH) break;
  }
  return found.slice(0, ENOUGH);
}

/** Whether a property is deprecated, for lists that strike it through. */
export function isDeprecated(property: Property | undefined): boolean {
  return property !== undefined && hasFlag(property, 'deprecated');
}
