import type { World } from '../../analysis/world.ts';
import type { TypedNode } from '../../criteria/typedTree.ts';
import { markedBeside } from './probe.ts';

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

/**
 * Of the keys of a criteria those that do something beside the keys that are there already, and for the association
 * that the criteria belongs to. Asks the rules, with small values in place of the document's own; all at once, and those
 * alone that were marked then.
 */
export function keysWithEffect(names: readonly string[], owner: TypedNode, world: World): ReadonlySet<string> {
  const asked = names.filter((name) => name in SAMPLES);
  if (owner.criteria !== owner || owner.entity === undefined || asked.length === 0) return new Set(names);
  const together = asked.filter((name) => !LONERS.includes(name));
  const suspects = [...suspectsAmong(together, owner, world), ...asked.filter((name) => LONERS.includes(name))];
  const useless = new Set(suspects.flatMap((name) => markedAmong([name], owner, world)));
  return new Set(names.filter((name) => !useless.has(name)));
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
