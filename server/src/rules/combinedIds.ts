import type { TypedNode } from '../criteria/typedTree.ts';

/** Whether this is one of the objects that `ids` may hold: primary keys by property name (reference, section 2.1). */
export function isCombinedId({ expected }: TypedNode): boolean {
  return expected.is === 'object' && expected.shape === 'combinedId';
}

/**
 * Whether the shop reads the names in it. Where the first of all ids is a text, or an object of one entry, it takes of
 * each object the first value for the id, whatever the name (EntityDefinitionQueryHelper::addIdCondition).
 */
export function readsNames({ parent }: TypedNode): boolean {
  const first = parent?.children[0];
  return first !== undefined && isCombinedId(first) && entriesOfId(first).length !== 1;
}

/** The entries that become a part of the query. */
export function comparedEntries(id: TypedNode): readonly TypedNode[] {
  const entries = entriesOfId(id);
  return readsNames(id) ? entries : entries.slice(0, 1);
}

function entriesOfId({ children }: TypedNode): readonly TypedNode[] {
  return children.filter(({ shadowed }) => !shadowed);
}
