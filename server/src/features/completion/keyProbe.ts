import type { World } from '../../analysis/world.ts';
import type { TypedNode } from '../../criteria/typedTree.ts';
import { markedIn } from './probe.ts';

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

/**
 * Whether a key of a criteria does something beside the keys that are there already, and for the association that the
 * criteria belongs to. Asks the rules, with small values in place of the document's large ones.
 */
export function hasEffect(key: string, owner: TypedNode, world: World): boolean {
  if (owner.criteria !== owner || owner.entity === undefined || !(key in SAMPLES)) return true;
  const criteria = { ...outline(owner), [key]: SAMPLES[key] };
  const root = owner.parent?.entity;
  if (owner.name === undefined || root === undefined) return !markedIn(owner.entity, criteria, world).has(`/${key}`);
  const body = { associations: { [owner.name]: criteria } };
  return !markedIn(root, body, world).has(`/associations/${owner.name}/${key}`);
}

/** Single values as they are; for lists and objects it matters only whether there is something in them. */
function outline({ children }: TypedNode): Readonly<Record<string, unknown>> {
  const known = children.filter(({ name = '', shadowed }) => name in SAMPLES && !shadowed);
  return Object.fromEntries(
    known.map(({ name = '', json }) => {
      const isSingle = json.type !== 'array' && json.type !== 'object';
      return [name, isSingle ? json.value : (json.children?.length ?? 0) > 0 ? SAMPLES[name] : []];
    }),
  );
}
