import { analyze } from '../../analysis/analyze.ts';
import type { World } from '../../analysis/world.ts';
import { readCriteria } from '../../criteria/document.ts';
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

const NEEDED = { ranges: [{ from: 0 }], interval: 'day' } as const;

/** Of these paths those that an aggregation of this type takes. */
export function aggregatable<Candidate extends { readonly example: string }>(
  candidates: readonly Candidate[],
  entity: string,
  type: string,
  world: World,
): readonly Candidate[] {
  const aggregations = candidates.map(({ example }, index) => ({ name: `a${index}`, type, field: example, ...NEEDED }));
  const marked = markedIn(entity, { aggregations }, world);
  return candidates.filter((_, index) => !marked.has(`/aggregations/${index}/field`));
}

/** Whether the shop takes a path with all that stands behind its field, and throws nothing of it away. */
export function isTakenWhole(path: string, entity: string, world: World): boolean {
  return !markedIn(entity, { sort: [{ field: path }] }, world).has('/sort/0/field');
}

/** Whether a stretch of the document with another text in it is free of errors and warnings. */
export function isFineThere(
  document: { readonly uri: string; readonly text: string },
  edit: { readonly start: number; readonly end: number; readonly text: string },
  world: World,
): boolean {
  const { start, end } = edit;
  const text = document.text.slice(0, start) + edit.text + document.text.slice(end);
  const { problems } = analyze(readCriteria(document.uri, text), { ...world, rules: {} });
  const last = start + edit.text.length;
  return !problems.some(
    (problem) =>
      (problem.severity === 'error' || problem.severity === 'warning') && problem.start < last && problem.end > start,
  );
}
