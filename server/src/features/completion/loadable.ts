import { analyze } from '../../analysis/analyze.ts';
import type { World } from '../../analysis/world.ts';
import { readCriteria } from '../../criteria/document.ts';
import type { Association } from '../../schema/entitySchema.ts';

const memory = new WeakMap<World, Map<string, readonly Association[]>>();

/**
 * The associations of an entity that a criteria may load. The rules themselves are asked, with a criteria that loads
 * all of them, so that nothing is offered that is then marked. Found once a world.
 */
export function loadableAssociations(entity: string, world: World): readonly Association[] {
  const known = memory.get(world) ?? new Map<string, readonly Association[]>();
  memory.set(world, known);
  const loadable = known.get(entity) ?? findLoadable(entity, world);
  known.set(entity, loadable);
  return loadable;
}

function findLoadable(entity: string, world: World): readonly Association[] {
  const properties = [...(world.schema.entity(entity)?.properties.values() ?? [])];
  const associations = properties.filter((property) => property.kind === 'association');
  const all = Object.fromEntries(associations.map(({ name }) => [name, {}]));
  const text = `// @entity ${entity}\n${JSON.stringify({ associations: all })}`;
  const { problems } = analyze(readCriteria('probe:', text), { ...world, rules: {} });
  const marked = new Set(problems.filter(isFault).map(({ pointer }) => pointer));
  return associations.filter(({ name }) => !marked.has(`/associations/${name}`));
}

function isFault({ severity }: { readonly severity: string }): boolean {
  return severity === 'error' || severity === 'warning';
}
