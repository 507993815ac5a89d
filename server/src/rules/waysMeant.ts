import type { Association, Entity, EntitySchema, Property } from '../schema/entitySchema.ts';
import { lettersOf, nearNames, OTHER_NUMBER, SAME_LETTERS, singularOf } from './nearest.ts';

/** Names that take the place of a wrong one in a path. An empty list means that the wrong one is left out. */
export interface Way {
  readonly names: readonly string[];
  /** A guess that leads to many rows: what is compared there may be something else. */
  readonly toMany?: boolean;
}

/** Ways that are equally likely. */
export interface Guess {
  readonly ways: readonly Way[];
  /** One edit away: nothing else is looked for, even if what follows does not fit. */
  readonly isTypo?: boolean;
  /** Found far away: it says something only where there is no other of them. */
  readonly isFar?: boolean;
}

/**
 * What was found along the ways of one guess, equal ones once: with several none is clear, and from far away several
 * say nothing at all.
 */
export function onlyClear<Meant extends { readonly isClear: boolean }>(
  found: readonly Meant[],
  keyOf: (meant: Meant) => string,
  { isFar = false }: Guess,
): readonly Meant[] {
  const different = [...new Map(found.map((meant) => [keyOf(meant), meant])).values()];
  if (different.length === 1 && !isFar) return different;
  return isFar && different.length > 1 ? [] : different.map((meant) => ({ ...meant, isClear: false }));
}

/**
 * What a name may stand for that an entity does not have, the likeliest first. Whether it can stand where it is put is
 * for the caller to find out. The later ones look at ever more entities, so do not ask for them without need.
 */
export function* waysMeant(written: string, entity: Entity, schema: EntitySchema): Generator<Guess> {
  const wrong = written.replace(PLACE_IN_LIST, '');
  const near = nearNames(wrong, entity.properties.keys());
  const nearBy = (from: number, to: number): Guess => ({
    ways: near.flatMap(({ name, distance }) => (from <= distance && distance <= to ? [{ names: [name] }] : [])),
  });
  yield nearBy(SAME_LETTERS, SAME_LETTERS);
  if (isNothing(wrong) || isNameOf(wrong, entity)) yield { ways: [{ names: [] }] };
  yield nearBy(OTHER_NUMBER, OTHER_NUMBER);
  yield waysByKey(wrong, entity);
  yield* waysByTarget(wrong, entity);
  yield withOwnName(wrong, entity, 'field');
  const joined = joinedWays(wrong, entity, schema);
  yield { ways: joined.filter(({ names }) => names.at(-1) !== 'id') };
  yield { ...nearBy(1, 1), isTypo: true };
  // `optionId` may be `options.id`, and as well `configuratorSettings.optionId`.
  yield { ways: [...joined.filter(({ names }) => names.at(-1) === 'id'), ...waysFurther(wrong, entity, schema)] };
  yield withOwnName(wrong, entity, 'association');
  const [next] = near.filter(({ distance }) => distance > 1);
  if (next) yield nearBy(next.distance, next.distance);
  yield { ways: waysTwoFurther(wrong, entity, schema), isFar: true };
}

/** The association of a foreign key, or of a list of ids: also without its `Id` (`state` for `stateMachineState`). */
export function waysByKey(wrong: string, entity: Entity): Guess {
  const withoutId = wrong.replace(/Ids?$/, '');
  const keys = [wrong, `${wrong}Id`];
  const letters = singularOf(lettersOf(withoutId));
  const isMeant = ({ name, localField, toMany }: Association): boolean =>
    (!toMany && localField !== 'id' && keys.some((key) => key === localField)) ||
    (withoutId !== wrong && singularOf(lettersOf(name)) === letters);
  return { ways: associationsOf(entity).filter(isMeant).map(oneStep) };
}

/** The associations that lead to an entity of this name; first those that have the name's end for their own. */
function* waysByTarget(wrong: string, entity: Entity): Generator<Guess> {
  const target = snakeOf(wrong);
  const leading = associationsOf(entity).filter((way) => way.entity === target && target !== entity.name);
  const letters = singularOf(lettersOf(wrong));
  const isNamed = ({ name }: Association): boolean => letters.endsWith(singularOf(lettersOf(name)));
  yield { ways: leading.filter(isNamed).map(oneStep) };
  yield { ways: leading.map(oneStep) };
}

/** `number` for `orderNumber` of an order, `rate` for `taxRate` of a tax. */
function withOwnName(wrong: string, entity: Entity, kind: Property['kind']): Guess {
  const letters = lettersOf(entity.name + wrong);
  const named = [...entity.properties.values()].filter(
    (property) => property.kind === kind && lettersOf(property.name) === letters,
  );
  return { ways: named.map(oneStep) };
}

/** `manufacturerName` for `manufacturer.name`; the entity itself in front is left out (`productName`). */
function joinedWays(wrong: string, entity: Entity, schema: EntitySchema): readonly Way[] {
  return [...wrong.matchAll(/(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+/g)].flatMap(({ index, 0: between }) => {
    const head = wrong.slice(0, index);
    const tail = lettersOf(wrong.slice(index + between.length));
    const inside = (target: Entity | undefined): readonly string[] =>
      tail === '' ? [] : [...(target?.properties.keys() ?? [])].filter((name) => lettersOf(name) === tail);
    const own = isNameOf(head, entity) ? inside(entity).map((name) => ({ names: [name] })) : [];
    const further = associationsNamed(head, entity).flatMap((association) =>
      inside(schema.entity(association.entity)).map((name) => ({ names: [association.name, name] })),
    );
    return [...own, ...further];
  });
}

function associationsNamed(word: string, entity: Entity): readonly Association[] {
  const letters = singularOf(lettersOf(word));
  return associationsOf(entity).filter(
    ({ name, entity: target }) =>
      singularOf(lettersOf(name)) === letters || (target === snakeOf(word) && target !== entity.name),
  );
}

/** The same name one association further (`tax.taxRate` for `taxRate`), to one row before to many. */
function waysFurther(wrong: string, entity: Entity, schema: EntitySchema): readonly Way[] {
  if (COMMON.has(wrong)) return [];
  const holding = onward(entity).filter((way) => propertyBehind(way, wrong, schema));
  holding.sort((a, b) => Number(a.toMany) - Number(b.toMany));
  return holding.map(({ name, toMany }) => ({ names: [name, wrong], toMany }));
}

/** The same name two associations further. */
function waysTwoFurther(wrong: string, entity: Entity, schema: EntitySchema): readonly Way[] {
  if (wrong === '' || COMMON.has(wrong)) return [];
  return onward(entity).flatMap((first) => {
    const target = schema.entity(first.entity);
    const seconds = target ? onward(target).filter((second) => second.entity !== entity.name) : [];
    const holding = seconds.filter((second) => propertyBehind(second, wrong, schema));
    return holding.map((second) => ({ names: [first.name, second.name, wrong] }));
  });
}

/** Names that nearly every entity has say nothing about which one is meant. */
const COMMON = new Set([
  'id',
  'name',
  'createdAt',
  'updatedAt',
  'customFields',
  'versionId',
  'translated',
  'translations',
  'parent',
  'children',
  'position',
  'active',
]);

/** Associations that lead to something else. */
function onward(entity: Entity): Association[] {
  return associationsOf(entity).filter(({ name, entity: target }) => target !== entity.name && name !== 'translations');
}

function propertyBehind({ entity }: Association, name: string, schema: EntitySchema): Property | undefined {
  return schema.entity(entity)?.properties.get(name);
}

function associationsOf({ properties }: Entity): Association[] {
  const found: Association[] = [];
  for (const property of properties.values()) if (property.kind === 'association') found.push(property);
  return found;
}

function oneStep({ name }: Property): Way {
  return { names: [name] };
}

/** What other languages have behind a list in a path. */
const PLACE_IN_LIST = /\[(\d*|\*)\]$/;

/** A part that other languages have in a path: the place in a list, or nothing between two dots. */
function isNothing(wrong: string): boolean {
  return /^(\d*|\*)$/.test(wrong);
}

/** Whether a word is the entity's name, or the end of it: `manufacturer` of `product_manufacturer`. */
function isNameOf(word: string, { name }: Entity): boolean {
  const written = singularOf(snakeOf(word));
  return written !== '' && `_${singularOf(name)}`.endsWith(`_${written}`);
}

/** As entities are written: `productManufacturer` → `product_manufacturer`. */
function snakeOf(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toLowerCase();
}
