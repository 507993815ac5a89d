import type { Analysis } from '../../analysis/analyze.ts';
import type { World } from '../../analysis/world.ts';
import type { TypedNode } from '../../criteria/typedTree.ts';
import { memberOf, pathsBelow } from '../../rules/conditions.ts';
import { hasFlag } from '../../schema/entitySchema.ts';
import { isPriceField } from '../../schema/priceFields.ts';
import { resolvePath } from '../../schema/resolvePath.ts';
import { joinCheck, joinRisk } from './joins.ts';
import { acceptance, type PathCandidate, type PathPlace, pathCandidates } from './pathCandidates.ts';
import { type AggregationPlace, aggregatable, isTakenWhole } from './probe.ts';
import { worldMemory } from './worldMemory.ts';

/** The names for a place in a document: of those that the shop takes there the ones that go with the rest of it. */
export function suitable(place: PathPlace, owner: TypedNode, analysis: Analysis): readonly PathCandidate[] {
  return goingWith(pathCandidates(place, analysis.world), place, owner, analysis);
}

/** Whether a whole path may stand at a place in a document. */
export function isSuitable(path: string, place: PathPlace, owner: TypedNode, analysis: Analysis): boolean {
  if (!acceptance(place.root, place, analysis.world)(path)) return false;
  const candidate: PathCandidate = { name: path, property: undefined, goesOn: false, example: path };
  return goingWith([candidate], place, owner, analysis).length > 0;
}

/** Of names that the shop takes at a place those that go with the rest of the document. */
export function goingWith(
  candidates: readonly PathCandidate[],
  place: PathPlace,
  owner: TypedNode,
  analysis: Analysis,
): readonly PathCandidate[] {
  switch (place.use) {
    case 'grouping':
      return groupable(candidates, place, owner, analysis);
    case 'aggregation':
      return place.type === undefined
        ? candidates
        : aggregatable(candidates, aggregationPlace(place.root, place.type, owner, analysis), analysis.world);
    case 'filter':
    case 'sort':
      return joinable(candidates, place, owner, analysis);
    default:
      return candidates;
  }
}

/** A date that is filtered may be counted by a histogram, although it may be empty. */
export function aggregationPlace(entity: string, type: string, owner: TypedNode, analysis: Analysis): AggregationPlace {
  return { entity, type, filtered: type === 'histogram' ? filteredAround(owner, analysis) : [] };
}

/** The paths of the filters of the criteria, and of the aggregations around a node. */
function filteredAround(node: TypedNode, analysis: Analysis): readonly string[] {
  const own = memberOf(node, 'filter');
  const paths = own ? pathsBelow(own, analysis).map(({ path }) => path.text) : [];
  return node.parent ? [...paths, ...filteredAround(node.parent, analysis)] : paths;
}

function joinable(
  candidates: readonly PathCandidate[],
  place: PathPlace,
  owner: TypedNode,
  analysis: Analysis,
): readonly PathCandidate[] {
  const { world } = analysis;
  const mayFail = joinRisk(place, owner, world);
  const isJoined = joinCheck(place, owner, analysis);
  return candidates.filter(({ example, goesOn }) => {
    if (place.use === 'filter' && !goesOn && isLostId(example, place.root, world)) return false;
    return isWhole(example, place.root, world) && (!mayFail(example) || isJoined(example));
  });
}

/** Behind `extensions.` the shop compares ids as texts, and never finds one (reference, section 3). */
function isLostId(path: string, root: string, world: World): boolean {
  if (!path.includes('extensions.')) return false;
  const { segments, target } = resolvePath({ text: path, root, use: 'filter' }, world);
  return target?.kind === 'field' && target.type === 'uuid' && segments.some(({ role }) => role === 'extensions');
}

/** `grouping` joins nothing: what needs a join must stand in a filter or sorting, too (reference, section 2.5). */
function groupable(
  candidates: readonly PathCandidate[],
  { before, root }: PathPlace,
  owner: TypedNode,
  analysis: Analysis,
): readonly PathCandidate[] {
  const joined = joinedPaths(owner.criteria, analysis);
  return candidates.filter(({ name, property, goesOn }) => {
    const path = before + name;
    if (goesOn) return joined.some((other) => other.startsWith(`${path}.`));
    const isOwn = (before === '' || before === `${root}.`) && !name.includes('.');
    const isColumn = isOwn && property !== undefined && !hasFlag(property, 'translatable') && name !== 'customFields';
    return isColumn || joined.includes(path);
  });
}

function joinedPaths(criteria: TypedNode, analysis: Analysis): readonly string[] {
  const joining = criteria.children.filter(({ name }) =>
    ['filter', 'post-filter', 'sort', 'query'].includes(name ?? ''),
  );
  return joining.flatMap((node) => pathsBelow(node, analysis).map(({ path }) => path.text));
}

const whole = worldMemory<boolean>();

/** Of what follows a price the shop throws away all but currencies and a few words. */
function isWhole(path: string, root: string, world: World): boolean {
  return whole(world, `${root} ${path}`, () => {
    const { rest, target, targetEntity } = resolvePath({ text: path, root, use: 'sort' }, world);
    if (rest.length === 0 || !target || !isPriceField(targetEntity ?? '', target.name)) return true;
    return isTakenWhole(path, root, world);
  });
}
