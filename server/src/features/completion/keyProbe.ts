import type { Analysis } from '../../analysis/analyze.ts';
import type { World } from '../../analysis/world.ts';
import type { ShapeName } from '../../criteria/grammar/types.ts';
import type { TypedNode } from '../../criteria/typedTree.ts';
import { canCount } from './joins.ts';
import type { KeyPlace } from './place.ts';
import { markedBeside, markedIn } from './probe.ts';

const ID = '0'.repeat(32);
const EQUALS = { type: 'equals', field: 'id', value: ID };

/** A small good value for each key of a criteria. */
const SAMPLES: Readonly<Record<string, unknown>> = {
  ids: [ID],
  page: 1,
  limit: 5,
  'total-count-mode': 1,
  filter: [EQUALS],
  'post-filter': [EQUALS],
  query: [{ score: 1, query: EQUALS }],
  term: 'a',
  sort: [{ field: 'id' }],
  aggregations: [{ name: 'a', type: 'count', field: 'id' }],
  grouping: ['id'],
  associations: {},
  includes: { a: ['id'] },
  excludes: { a: ['id'] },
  fields: ['id'],
};

/** These make others useless, so they are asked about alone. */
const LONERS = ['ids', 'fields'];

/** Of the keys of an object those that do something beside the keys that are there already. Asks the rules. */
export function keysWithEffect(
  names: readonly string[],
  place: Pick<KeyPlace, 'owner' | 'present'>,
  analysis: Analysis,
): ReadonlySet<string> {
  const { owner } = place;
  const useless = new Set(owner.criteria === owner ? uselessInCriteria(names, owner, analysis.world) : []);
  if (names.includes('type') && isShape(owner, 'sorting') && !canCount(owner, analysis)) useless.add('type');
  if (isShape(owner, 'rangeParameters')) for (const name of uselessBounds(names, place, analysis)) useless.add(name);
  return new Set(names.filter((name) => !useless.has(name)));
}

function isShape({ expected }: TypedNode, name: ShapeName): boolean {
  return expected.is === 'object' && expected.shape === name;
}

/** Those that would make the shop ignore a bound. */
function uselessBounds(
  names: readonly string[],
  { owner: { entity = '' }, present }: Pick<KeyPlace, 'owner' | 'present'>,
  { world }: Analysis,
): readonly string[] {
  return names.filter((name) => {
    const parameters = Object.fromEntries([...present, name].map((bound) => [bound, 1]));
    const marked = markedIn(entity, { filter: [{ type: 'range', field: 'id', parameters }] }, world);
    return [...marked].some((pointer) => pointer.startsWith('/filter/0/parameters/'));
  });
}

/**
 * Of the keys of a criteria, the root's or an association's, those that would be marked. The rules get small values in
 * place of the document's own; all at once, and those alone that were marked then.
 */
function uselessInCriteria(names: readonly string[], owner: TypedNode, world: World): readonly string[] {
  const asked = names.filter((name) => name in SAMPLES);
  if (owner.entity === undefined || asked.length === 0) return [];
  const together = asked.filter((name) => !LONERS.includes(name));
  const suspects = [...suspectsAmong(together, owner, world), ...asked.filter((name) => LONERS.includes(name))];
  return suspects.flatMap((name) => markedAmong([name], owner, world));
}

/** A rule may tell the first of several keys only: without it the others are asked about again. */
function suspectsAmong(names: readonly string[], owner: TypedNode, world: World): readonly string[] {
  const marked = markedAmong(names, owner, world);
  if (marked.length === 0) return [];
  const others = names.filter((name) => !marked.includes(name));
  return [...marked, ...suspectsAmong(others, owner, world)];
}

/** Which of these keys are errors or warnings if they are added. */
function markedAmong(names: readonly string[], owner: TypedNode, world: World): readonly string[] {
  const added = Object.fromEntries(names.map((name) => [name, SAMPLES[name]]));
  const marked = markedBeside(owner, { ...outline(owner), ...added }, world);
  return names.filter((key) => marked.has(`/${key}`));
}

/** It matters only whether there is something in a key, and whether one row is asked for. */
function outline({ children }: TypedNode): Readonly<Record<string, unknown>> {
  const known = children.filter(({ name = '', shadowed }) => name in SAMPLES && !shadowed);
  return Object.fromEntries(
    known.map(({ name = '', json: { type, value, children: elements = [] } }) => {
      if (name === 'limit' && value === 1) return [name, 1];
      if (type === 'array' || type === 'object') return [name, elements.length > 0 ? SAMPLES[name] : []];
      return [name, value === null || value === '' ? value : SAMPLES[name]];
    }),
  );
}
