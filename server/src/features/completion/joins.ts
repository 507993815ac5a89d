import type { Analysis } from '../../analysis/analyze.ts';
import type { World } from '../../analysis/world.ts';
import { memberValues } from '../../criteria/memberValues.ts';
import type { TypedNode } from '../../criteria/typedTree.ts';
import { failsInSubJoin } from '../../schema/pathExceptions.ts';
import { type ResolvedPath, resolvePath } from '../../schema/resolvePath.ts';
import type { PathPlace } from './pathCandidates.ts';
import { type MarksOn, surroundingsOf, withPlainValue } from './surroundings.ts';
import { worldMemory } from './worldMemory.ts';

/**
 * Tells of a path whether it may be refused at a place for what stands elsewhere in the criteria (reference, sections
 * 2.3, 2.4, 2.6, 3): nearly all such paths go through a to-many association. The others need not be asked about.
 */
export function joinRisk(
  { root, use, type }: Pick<PathPlace, 'root' | 'use' | 'type'>,
  owner: TypedNode,
  world: World,
): (path: string) => boolean {
  if (isCount(use, type)) return () => true;
  // Filters of a query or an aggregation make no sub-join.
  const isCondition = owner.inFilterList;
  if (use === 'filter' && !isCondition) return () => false;
  const relation = owner.criteria.association?.relation;
  const associationIsDelicate = isCondition ? relation === 'many_to_many' : relation !== undefined;
  const rootIsDelicate = associationIsDelicate || world.schema.entity(root)?.hasId === false;
  return (path) =>
    riskMemory(world, `${rootIsDelicate} ${isCondition} ${root} ${path}`, () => {
      const resolved = resolvePath({ text: path, root, use: 'filter' }, world);
      if (resolved.firstToMany === undefined) return false;
      return rootIsDelicate || (isCondition && failsInSubJoin(world, root, resolved));
    });
}

const riskMemory = worldMemory<boolean>();

function isCount(use: PathPlace['use'], type: string | undefined): boolean {
  return use === 'sort' && type === 'count';
}

/**
 * Tells of a path whether it may stand where another one does, or none yet. Of paths that are joined alike one is asked
 * about.
 */
export function joinCheck(place: PathPlace, owner: TypedNode, analysis: Analysis): (path: string) => boolean {
  const answers = new Map<string, boolean>();
  let marksOn: MarksOn | undefined;
  return (path) => {
    const way = wayOf(resolvePath({ text: path, root: place.root, use: 'filter' }, analysis.world));
    const known = answers.get(way);
    if (known !== undefined) return known;
    marksOn ??= surroundingsOf(owner, analysis);
    const { entry, at } = entryWith(path, place, owner);
    const marks = marksOn(entry);
    const answer = !at.some((pointer) => marks.has(pointer));
    answers.set(way, answer);
    return answer;
  };
}

/** A null id needs no join; else it does not matter what follows the associations. */
function wayOf({ associations, target }: ResolvedPath): string {
  return `${associations.map(({ name }) => name).join('.')} ${target?.flags.primary_key === true}`;
}

interface Entry {
  readonly entry: object;
  /** Where it is marked if the path cannot stand there. */
  readonly at: readonly string[];
}

function entryWith(path: string, { use, type }: PathPlace, owner: TypedNode): Entry {
  if (use === 'sort') {
    const sorting = isCount(use, type) ? { field: path, type } : { field: path };
    return owner === owner.criteria
      ? { entry: [sorting], at: ['/0', '/0/field'] }
      : { entry: sorting, at: ['', '/field', '/type'] };
  }
  // A short map is one group; alone, an entry of it is a filter alone.
  if (owner.expected.is === 'map') return { entry: [{ type: 'equals', field: path, value: 1 }], at: ['/0/field'] };
  const written = memberValues(owner);
  const filter = { value: 1, ...written, type: type ?? written.type ?? 'equals', field: path };
  return { entry: withPlainValue(filter), at: ['/field'] };
}

/** Whether `"type": "count"` may stand in a sorting; without a field that is open. */
export function canCount(sorting: TypedNode, analysis: Analysis): boolean {
  const { field } = memberValues(sorting);
  if (typeof field !== 'string') return true;
  const marks = surroundingsOf(sorting, analysis)({ field, type: 'count' });
  return !marks.has('') && !marks.has('/type');
}
