import { analyze } from '../../analysis/analyze.ts';
import type { World } from '../../analysis/world.ts';
import { readCriteria } from '../../criteria/document.ts';
import type { TypedNode } from '../../criteria/typedTree.ts';
import type { Association } from '../../schema/entitySchema.ts';
import { worldMemory } from './worldMemory.ts';

/**
 * Asks the rules themselves what may be offered, with a criteria that holds all candidates: so nothing is offered that
 * is then marked, and no rule is written down twice. Each question is asked once a world.
 */
const marked = worldMemory<ReadonlySet<string>>();

/** The pointers of what is an error or a warning in a criteria for `entity`, whatever the severities in force. */
export function markedIn(entity: string, body: object, world: World): ReadonlySet<string> {
  const text = `// @entity ${entity}\n${JSON.stringify(body)}`;
  return marked(world, text, () => analyzeMarked(text, world));
}

/** The same for a criteria in the place of one of the document: its own entity's, or that of an association. */
export function markedBeside(
  { name, entity = '', parent }: TypedNode,
  body: object,
  world: World,
): ReadonlySet<string> {
  const root = parent?.entity;
  if (name === undefined || root === undefined) return markedIn(entity, body, world);
  const base = `/associations/${name}`;
  const marked = [...markedIn(root, { associations: { [name]: body } }, world)];
  return new Set(marked.filter((pointer) => pointer.startsWith(base)).map((pointer) => pointer.slice(base.length)));
}

function analyzeMarked(text: string, world: World): ReadonlySet<string> {
  const { problems } = analyze(readCriteria('probe:', text), { ...world, rules: {} });
  const faults = problems.filter(({ severity }) => severity === 'error' || severity === 'warning');
  return new Set(faults.flatMap(({ pointer }) => (pointer === null ? [] : [pointer])));
}

/** The associations of an entity that a criteria may load; beside `fields` those that it names. */
export function loadableAssociations(entity: string, fields: unknown, world: World): readonly Association[] {
  const properties = [...(world.schema.entity(entity)?.properties.values() ?? [])];
  const associations = properties.filter((property) => property.kind === 'association');
  const marked = markedIn(
    entity,
    { associations: Object.fromEntries(associations.map(({ name }) => [name, {}])), fields },
    world,
  );
  return associations.filter(({ name }) => !marked.has(`/associations/${name}`));
}

/** What stands around an aggregation and decides about its field. */
export interface AggregationPlace {
  readonly entity: string;
  readonly type: string;
  /** Paths of the filters around. */
  readonly filtered: readonly string[];
}

/** Of these paths those that an aggregation of this type takes. */
export function aggregatable<Candidate extends { readonly example: string }>(
  candidates: readonly Candidate[],
  place: AggregationPlace,
  world: World,
): readonly Candidate[] {
  const paths = candidates.map(({ example }) => example);
  const marked = markedAggregations(paths, place, world);
  return candidates.filter((_, index) => !marked.has(`/aggregations/${index}/field`));
}

/** Whether an aggregation of this type is right for a path. */
export function isAggregatedBy(path: string, place: AggregationPlace, world: World): boolean {
  const marked = markedAggregations([path], place, world);
  return !marked.has('/aggregations/0/type') && !marked.has('/aggregations/0/field');
}

const NEEDED = { ranges: [{ from: 0 }], interval: 'day' } as const;

function markedAggregations(
  paths: readonly string[],
  { entity, type, filtered }: AggregationPlace,
  world: World,
): ReadonlySet<string> {
  const filter = paths
    .filter((path) => filtered.includes(path))
    .map((field) => ({ type: 'equals', field, value: null }));
  const aggregations = paths.map((field, index) => ({ name: `a${index}`, type, field, ...NEEDED }));
  return markedIn(entity, { filter, aggregations }, world);
}

/** Whether the shop takes a path with all that stands behind its field, and throws nothing of it away. */
export function isTakenWhole(path: string, entity: string, world: World): boolean {
  return !markedIn(entity, { sort: [{ field: path }] }, world).has('/sort/0/field');
}
