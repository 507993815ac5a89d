import type { World } from '../analysis/world.ts';
import type { Entity } from '../schema/entitySchema.ts';
import { isLoadable } from './loadable.ts';
import { type Guess, onlyClear, waysByKey, waysMeant } from './waysMeant.ts';

/** Associations that were probably meant, from the entity of the criteria on. */
export interface LoadMeant {
  readonly names: readonly string[];
  /** Whether hardly anything else can have been meant. */
  readonly isClear: boolean;
}

/**
 * What was meant by a key below `associations` that is no association, equally likely ones together: each can be loaded.
 * A field at the end of a dotted key comes along with its row.
 */
export function loadsMeant(key: string, entity: Entity, world: World): readonly LoadMeant[] {
  const parts = key.split('.').filter((part) => part !== '' && part !== 'extensions');
  return loading(parts, { entity, world, isStart: true, mistakes: MISTAKES }).filter(({ names }) => names.length > 0);
}

/** So many names of one key are mended at once. */
const MISTAKES = 3;

/** Where a part of a key stands. */
interface Place {
  readonly entity: Entity;
  readonly world: World;
  /** Whether nothing stands before it. */
  readonly isStart: boolean;
  readonly mistakes: number;
}

const NOTHING: LoadMeant = { names: [], isClear: true };

function loading(parts: readonly string[], place: Place): readonly LoadMeant[] {
  const [first, ...rest] = parts;
  if (first === undefined) return [NOTHING];
  const { entity, world, isStart, mistakes } = place;
  const property = entity.properties.get(first);
  if (property?.kind === 'association') {
    const target = isLoadable(property, entity, world) ? world.schema.entity(property.entity) : undefined;
    const behind = target ? loading(rest, { ...place, entity: target, isStart: false }) : [];
    return behind.map(({ names, isClear }) => ({ names: [first, ...names], isClear }));
  }
  if (property && !isStart) return rest.length === 0 ? [NOTHING] : [];
  if (mistakes === 0) return [];
  const ways = property ? [waysByKey(first, entity)] : waysMeant(first, entity, world.schema);
  return firstLoaded(ways, rest, { ...place, mistakes: mistakes - 1 });
}

/** The likeliest ways that can be loaded to their end. */
function firstLoaded(guesses: Iterable<Guess>, rest: readonly string[], place: Place): readonly LoadMeant[] {
  for (const guess of guesses) {
    const found = guess.ways.flatMap(({ names }) => loading([...names, ...rest], place));
    const loads = onlyClear(found, ({ names }) => names.join('.'), guess);
    if (loads.length > 0) return loads;
  }
  return [];
}
