import type { World } from '../analysis/world.ts';
import type { EntitySchema } from '../schema/entitySchema.ts';
import { needsJoin } from '../schema/pathExceptions.ts';
import { type ResolvedPath, resolvePath } from '../schema/resolvePath.ts';
import { isNeverRefused } from './pathRule.ts';
import type { PathSite } from './rule.ts';
import { storedPath } from './storedInstead.ts';
import { onlyClear, type Way, waysMeant } from './waysMeant.ts';

/** A path, and where it stands. */
export interface PathRequest {
  readonly text: string;
  /** The entity at which it starts. */
  readonly root: string;
  readonly use: PathSite['use'];
}

/** Another path at the place of a site. */
export function requestAt({ node, use }: Pick<PathSite, 'node' | 'use'>, text: string): PathRequest {
  return { text, root: node.entity ?? '', use };
}

/** A path that was probably meant. */
export interface PathMeant {
  readonly text: string;
  /** The part of it that is another one than in the wrong path: what a message shows. */
  readonly shown: string;
  /** Whether hardly anything else can have been meant. */
  readonly isClear: boolean;
}

/** What decides over a path besides the schema. */
type Place = Pick<World, 'schema' | 'api' | 'version'>;

/**
 * What was meant by a path that the shop refuses, equally likely ones together. The shop takes each of them where the
 * wrong one stands; only where nothing like that is found, it is one with fewer mistakes, and not a clear one.
 */
export function pathsMeant(request: PathRequest, place: Place): readonly PathMeant[] {
  const known = remembered(place.schema);
  const key = [request.use, request.root, place.api, place.version.text, request.text].join('\n');
  const before = known.get(key);
  if (before) return before;
  const meant = findMeant(request, place, MISTAKES);
  if (known.size >= REMEMBERED) known.clear();
  known.set(key, meant);
  return meant;
}

/** The path itself where the shop takes it, else the one that was clearly meant; undefined where there is none. */
export function pathMeant(request: PathRequest, place: Place): string | undefined {
  if (isTaken(request, place)) return isSound(request, place) ? request.text : undefined;
  const [meant] = pathsMeant(request, place);
  return meant?.isClear ? meant.text : undefined;
}

/** So many names of one path are mended at once. */
const MISTAKES = 3;

/** While people type elsewhere, the same mistakes are asked about at every key. */
const answered = new WeakMap<EntitySchema, Map<string, readonly PathMeant[]>>();
const REMEMBERED = 2000;

function remembered(schema: EntitySchema): Map<string, readonly PathMeant[]> {
  const known = answered.get(schema) ?? new Map<string, readonly PathMeant[]>();
  answered.set(schema, known);
  return known;
}

function resolved({ text, root, use }: PathRequest, place: Place): ResolvedPath {
  return resolvePath({ text, root, use: use === 'fields' ? 'sort' : use }, place);
}

/** Whether the shop takes a path where it stands, and looks at all of it. */
export function isTaken(request: PathRequest, place: Place): boolean {
  const path = resolved(request, place);
  if (path.text === '' || (path.refused && !isNeverRefused({ path, use: request.use }))) return false;
  const { target, rest } = path;
  return rest.length === 0 || (target?.kind === 'field' && target.type === 'json_object');
}

/**
 * Whether a path that the shop takes works, whatever stands around it: through a to-many association the shop groups by
 * an id, which not all entities have (reference, section 12), and `grouping` joins nothing (section 2.5).
 */
function isSound(request: PathRequest, place: Place): boolean {
  const path = resolved(request, place);
  if (request.use === 'grouping') return !needsJoin(path, false);
  const hasId = place.schema.entity(request.root)?.hasId ?? true;
  return hasId || request.use === 'fields' || !path.firstToMany;
}

function findMeant(request: PathRequest, place: Place, mistakes: number): readonly PathMeant[] {
  const path = resolved(request, place);
  const { refused } = path;
  if (!refused || mistakes === 0) return [];
  if (refused.fault === 'runtime') {
    const stored = storedPath(path, refused, place.schema);
    return stored === undefined ? [] : taken({ ...request, text: stored }, place, mistakes);
  }
  return refused.fault === 'unknown' ? insteadOf({ path, index: refused.segment, request, place, mistakes }) : [];
}

/** The path if the shop takes it, or what was meant by it. */
function taken(request: PathRequest, place: Place, mistakes: number): readonly PathMeant[] {
  const { text } = request;
  if (isTaken(request, place)) return [{ text, shown: text, isClear: isSound(request, place) }];
  return findMeant(request, place, mistakes - 1);
}

/** A path with a name that there is not. */
interface Wrong {
  readonly path: ResolvedPath;
  /** The segment with the name. */
  readonly index: number;
  readonly request: PathRequest;
  readonly place: Place;
  /** How many names may be wrong, this one included. */
  readonly mistakes: number;
}

function insteadOf(wrong: Wrong): readonly PathMeant[] {
  const { path, index, place } = wrong;
  const { text, entity: name = '' } = path.segments[index] ?? { text: '' };
  const entity = place.schema.entity(name);
  if (!entity) return [];
  const fewer: PathMeant[] = [];
  for (const guess of waysMeant(text, entity, place.schema)) {
    const found = guess.ways.flatMap((way) => meantAlong(way, wrong));
    const meant = onlyClear(found, (one) => one.text, guess);
    if (meant.length > 0) return meant;
    const leaf = guess.isTypo ? guess.ways.find((way) => isLeaf(along(way, wrong), place)) : undefined;
    if (leaf) return [{ text: along(leaf, wrong).text, shown: leaf.names.join('.'), isClear: false }];
    fewer.push(...(guess.isFar ? [] : guess.ways.flatMap((way) => endedAlong(way, wrong))));
  }
  return fewer.slice(0, 1);
}

/** The path with the names of a way. */
function along({ names }: Way, { path, index, request }: Wrong): PathRequest {
  return { ...request, text: withNames(path, index, names) };
}

/** What a way leads to that the shop takes. */
function meantAlong(way: Way, wrong: Wrong): readonly PathMeant[] {
  const { path, index, place, mistakes } = wrong;
  const wanted = along(way, wrong);
  const start = path.segments[index]?.start ?? 0;
  return taken(wanted, place, mistakes).map((meant) => {
    const changed = meant.text === wanted.text ? way.names.join('.') : meant.text.slice(start);
    const shown = way.names.length === 0 ? meant.shown : changed;
    return { text: meant.text, shown, isClear: meant.isClear && !way.toMany };
  });
}

/** A way that the path cannot go to its end: at an association it needs a field, else another name is wrong, too. */
function endedAlong(way: Way, wrong: Wrong): readonly PathMeant[] {
  const { names } = way;
  const { place } = wrong;
  if (names.length > 1) return [];
  const wanted = along(way, wrong);
  const { refused } = resolved(wanted, place);
  const [shown = wanted.text] = names;
  if (refused?.fault === 'unknown') return names.length === 0 ? [] : [{ text: wanted.text, shown, isClear: false }];
  const text = `${wanted.text}.id`;
  const isField = isLeaf(wanted, place) && isTaken({ ...wanted, text }, place);
  return isField ? [{ text, shown: `${shown}.id`, isClear: false }] : [];
}

/** An association at the end of a path: the author goes on from there. */
function isLeaf(request: PathRequest, place: Place): boolean {
  return resolved(request, place).refused?.fault === 'association-leaf';
}

/** The path with other names for one segment; left out behind the entity's name, that one goes too. */
function withNames({ segments }: ResolvedPath, index: number, names: readonly string[]): string {
  const isDoubled = names.length === 0 && segments[index - 1]?.role === 'prefix';
  const texts = segments.map(({ text }) => text);
  return (isDoubled ? texts.slice(index + 1) : texts.toSpliced(index, 1, ...names)).join('.');
}
