import type { EntitySchema } from '../../schema/entitySchema.ts';

/** More are no help in a list; editors ask again when people type on. */
const MOST = 200;

/** The entities whose name has the letters of a query in their order, whatever stands between; by name. */
export function findEntities(schema: EntitySchema, query: string): readonly string[] {
  const wanted = [...query.toLowerCase().replaceAll(/[\s-]/g, '')];
  return schema.entityNames
    .filter((name) => hasInOrder(name, wanted))
    .toSorted()
    .slice(0, MOST);
}

function hasInOrder(name: string, letters: readonly string[]): boolean {
  let at = 0;
  for (const letter of letters) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
