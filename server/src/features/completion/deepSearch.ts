import type { Analysis } from '../../analysis/analyze.ts';
import type { World } from '../../analysis/world.ts';
import type { TypedNode } from '../../criteria/typedTree.ts';
import { customFieldsIn, keyInPath } from '../../schema/customFields.ts';
import type { Entity, Property } from '../../schema/entitySchema.ts';
import { resolvePath } from '../../schema/resolvePath.ts';
import { readName, wordsOf } from './letters.ts';
import { acceptance, type PathCandidate, type PathPlace } from './pathCandidates.ts';
import { goingWith } from './suitable.ts';

/** With fewer letters nearly everything is found. */
const FEWEST_LETTERS = 3;
/** Whoever types the first letters of one name rather means that than a name for each letter. */
const FEWEST_IN_STEP_BESIDE_NAME = 2;
const MOST_STEPS = 3;
const STEP = 10;
const LESS_LIKELY = 3;
/** Those who wrote a row. */
const LEAST_MEANT = new Set(['user', 'integration']);
/** The best ones; who looks for another types on. */
const MOST_FOUND = 20;

/**
 * Whole paths of two or three steps from a few letters of each: `manuname` finds `manufacturer.name`. Where that finds
 * nothing the letters may begin at the second step: `email` finds `orderCustomer.email`. The best first, only what is
 * accepted at the place. The names are relative to what is written before the segment.
 */
export function deepSearch(
  place: PathPlace,
  typed: string,
  owner: TypedNode,
  analysis: Analysis,
): readonly PathCandidate[] {
  const letters = typed.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  const { world } = analysis;
  const entity = place.after === '' ? entityAt(place, world) : undefined;
  if (!entity || letters.length < FEWEST_LETTERS) return [];
  const beginsName = namesOf(entity).some(({ property }) => property.name.toLowerCase().startsWith(letters));
  const search = { letters, fewest: beginsName ? FEWEST_IN_STEP_BESIDE_NAME : 1, world };
  const start = { entity, path: '', from: 0, steps: 1, cost: 0 };
  const suited = (found: readonly Found[]) => goingWith(best(found, place, world), place, owner, analysis);
  const found = suited(collected([start], search));
  if (found.length > 0 || namesOf(entity).some(({ words }) => readName(words, letters, 0).has(letters.length))) {
    return found;
  }
  return suited(collected(stepsInto(entity, world), search));
}

interface Search {
  readonly letters: string;
  /** How many letters each step must read at least. */
  readonly fewest: number;
  readonly world: World;
}

function collected(stands: readonly Stand[], search: Search): readonly Found[] {
  const found: Found[] = [];
  for (const stand of stands) collect(stand, search, found);
  return found.sort((a, b) => a.cost - b.cost || (a.path < b.path ? -1 : 1));
}

/** Behind each association, without a letter of its name. Who is left out is rather one row than many, and no user. */
function stepsInto({ name, properties }: Entity, world: World): readonly Stand[] {
  return [...properties.values()].flatMap((property) => {
    const target = property.kind === 'association' ? world.schema.entity(property.entity) : undefined;
    if (property.kind !== 'association' || !target || target.name === name) return [];
    const cost = STEP + (property.toMany ? LESS_LIKELY : 0) + (LEAST_MEANT.has(target.name) ? 2 * LESS_LIKELY : 0);
    return [{ entity: target, path: `${property.name}.`, from: 0, steps: 2, cost }];
  });
}

/** The entity in which the segment is looked up; undefined inside of JSON, and where the path is wrong. */
function entityAt({ root, before }: PathPlace, world: World): Entity | undefined {
  const { segments, rest } = resolvePath({ text: before, root, use: 'sort' }, world);
  return rest.length > 0 ? undefined : world.schema.entity(segments.at(-1)?.entity ?? '');
}

interface Found {
  readonly path: string;
  readonly property: Property;
  readonly cost: number;
}

interface Stand {
  readonly entity: Entity;
  readonly path: string;
  /** How many of the letters are read. */
  readonly from: number;
  readonly steps: number;
  readonly cost: number;
}

/** Every step must read letters: so few of the many ways are gone at all. */
function collect({ entity, path, from, steps, cost }: Stand, search: Search, found: Found[]): void {
  const { letters, fewest, world } = search;
  for (const { name, property, words } of namesOf(entity)) {
    if (!words.some((word) => word[0] === letters[from])) continue;
    for (const [end, more] of readName(words, letters, from)) {
      if (end - from < fewest) continue;
      const reached = { path: path + name, cost: cost + more + STEP };
      const isRead = end === letters.length;
      if (property.kind === 'field') {
        if (isRead && (steps > 1 || property.customField)) found.push({ ...reached, property });
        continue;
      }
      const target = isRead || steps === MOST_STEPS ? undefined : world.schema.entity(property.entity);
      if (!target) continue;
      const next = { entity: target, path: `${reached.path}.`, from: end, steps: steps + 1, cost: reached.cost };
      collect(next, search, found);
    }
  }
}

interface Name {
  /** As it is written in a path: `customFields.colour` is the name of a custom field. */
  readonly name: string;
  readonly property: Property;
  readonly words: readonly string[];
}

const names = new WeakMap<Entity, readonly Name[]>();

function namesOf(entity: Entity): readonly Name[] {
  const known = names.get(entity);
  if (known) return known;
  const made = [...entity.properties.values()].flatMap(readable);
  names.set(entity, made);
  return made;
}

/** A property, and the custom fields that it holds: those by their own names, which is what people know them by. */
function readable(property: Property): readonly Name[] {
  const customFields = customFieldsIn(property).flatMap((part) => {
    const key = keyInPath(part.name);
    return key === undefined ? [] : [nameOf(`${property.name}.${key}`, part)];
  });
  return [nameOf(property.name, property), ...customFields];
}

function nameOf(name: string, property: Property): Name {
  return { name, property, words: wordsOf(property.name) };
}

/** A path may be found in several ways: the first is the best. */
function best(found: readonly Found[], place: PathPlace, world: World): readonly PathCandidate[] {
  const accepts = acceptance(place.root, place, world);
  const candidates = new Map<string, PathCandidate>();
  for (const { path, property } of found) {
    if (candidates.size === MOST_FOUND) break;
    const example = place.before + path;
    if (!candidates.has(path) && accepts(example)) {
      candidates.set(path, { name: path, property, goesOn: false, example });
    }
  }
  return [...candidates.values()];
}
