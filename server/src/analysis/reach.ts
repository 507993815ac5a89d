import type { CriteriaDocument } from '../criteria/document.ts';
import type { TypedNode } from '../criteria/typedTree.ts';
import { memberOf } from '../rules/conditions.ts';
import { routeOf, searchRoute } from '../rules/route.ts';
import type { Finding, ServerFault } from '../rules/rule.ts';
import { hasFlag } from '../schema/entitySchema.ts';
import { resolvePath } from '../schema/resolvePath.ts';
import { has } from '../shopware/changes.ts';
import { storeRouteAt } from '../shopware/routes.ts';
import type { World } from './world.ts';

/**
 * Takes the answer away from a finding that is right about its place, but that the shop never comes to look at: on the
 * route that the document goes to, in an association that `fields` do not name, in an aggregation that a later one of
 * the same name takes the place of. Such a finding is a warning.
 */
export function reachOf(document: CriteriaDocument, world: World): (finding: Finding) => Finding {
  const route = searchRoute(document);
  let overwritten: readonly string[] | undefined;
  let unnamed: ReadonlySet<string> | undefined;
  const path = routeOf(document, world.api);
  const takesNone = path !== undefined && storeRouteAt(path)?.ignoresCriteria === true;
  const isReached = (server: ServerFault, pointer: string): boolean => {
    const { stage } = server.refusal;
    if (takesNone && stage !== 'route') return /^\/(includes|excludes)\b/.test(pointer);
    if (!isOnRoute(route, server, pointer)) return false;
    if (stage === 'load' && server.criteria.length > 0) {
      // Up to 6.4 nothing groups the rows of an association.
      if (!has(world.version, 'groupedAssociations') && /\/grouping\/\d+$/.test(pointer)) return false;
      unnamed ??= unnamedCriteria(document.root, world);
      return !unnamed.has(server.criteria.join());
    }
    if (stage === 'parse' || !pointer.startsWith('/aggregations/')) return true;
    overwritten ??= overwrittenAggregations(document.root);
    return !overwritten.some((aggregation) => pointer.startsWith(`${aggregation}/`));
  };
  return (finding) => {
    const { server, ...rest } = finding;
    if (!server || isReached(server, finding.pointer ?? '')) return finding;
    return { ...rest, severity: 'warning' };
  };
}

/** `search-ids` only searches, `aggregate` only aggregates (reference, section 1). */
function isOnRoute(route: ReturnType<typeof searchRoute>, { refusal }: ServerFault, pointer: string): boolean {
  const { stage, when } = refusal;
  if (route === 'aggregate') return stage !== 'search' && stage !== 'load';
  if (route !== 'search-ids') return true;
  if (stage === 'aggregate') return !pointer.startsWith('/aggregations/');
  return stage !== 'load' && stage !== 'respond' && when !== 'no rows';
}

/** Criteria::addAggregation keeps one of each name, the last. */
function overwrittenAggregations(root: TypedNode | undefined): readonly string[] {
  const aggregations = (root && memberOf(root, 'aggregations')?.children) ?? [];
  const last = new Map(aggregations.map((aggregation) => [nameOf(aggregation), aggregation]));
  return aggregations
    .filter((aggregation) => last.get(nameOf(aggregation)) !== aggregation)
    .map(({ pointer }) => pointer);
}

function nameOf(aggregation: TypedNode): string {
  return String(memberOf(aggregation, 'name')?.json.value ?? '');
}

/** What `fields` load, as a tree; below a leaf everything. */
interface Named extends Map<string, Named> {}

/** The criteria of associations that `fields` do not name: EntityReader leaves them out (section 2.7). By `order`. */
function unnamedCriteria(root: TypedNode | undefined, world: World): ReadonlySet<string> {
  const found = new Set<string>();
  const named = root && namedIn(root, world);
  if (named && named.size > 0) collect(root, named, found);
  return found;
}

function collect(criteria: TypedNode, named: Named, found: Set<string>): void {
  for (const child of memberOf(criteria, 'associations')?.children ?? []) {
    const below = named.get(child.name ?? '');
    if (below === undefined) addAll(child, found);
    else if (below.size > 0) collect(child, below, found);
  }
}

function addAll(criteria: TypedNode, found: Set<string>): void {
  found.add(criteria.order.join());
  for (const child of memberOf(criteria, 'associations')?.children ?? []) addAll(child, found);
}

/** Undefined where `fields` are ignored, and where they hold a runtime field: what that brings along is not known. */
function namedIn(root: TypedNode, world: World): Named | undefined {
  const fields = has(world.version, 'fields') ? (memberOf(root, 'fields')?.children ?? []) : [];
  const named: Named = new Map();
  for (const { json } of fields) {
    const text = String(json.value);
    const path = resolvePath({ text, root: root.entity ?? '', use: 'sort' }, world);
    if (path.segments.some(({ property }) => property && hasFlag(property, 'runtime'))) return undefined;
    addPath(named, text.split('.'));
  }
  return named;
}

function addPath(named: Named, [first, ...rest]: readonly string[]): void {
  if (first === undefined) return;
  const below: Named = named.get(first) ?? new Map();
  named.set(first, below);
  addPath(below, rest);
}
