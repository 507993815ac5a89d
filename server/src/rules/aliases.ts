import type { World } from '../analysis/world.ts';
import { memberValues } from '../criteria/memberValues.ts';
import type { TypedNode } from '../criteria/typedTree.ts';
import { structAliases } from '../schema/bundled/index.ts';
import { storeOnlyFields } from '../schema/pathExceptions.ts';

/** Aliases that are given at run time and stand in no list (reference, section 7). */
const RUNTIME_ALIASES = [
  'product_detail',
  'wishlist_products',
  'cookie_groups_hash',
  'order-route-response-struct',
  'array_struct',
];

/** Whether objects with this apiAlias may stand in an answer, as far as anybody can know. */
export function isKnownAlias(alias: string, root: TypedNode, world: World): boolean {
  return (
    world.schema.has(alias) ||
    Object.hasOwn(structAliases(), alias) ||
    RUNTIME_ALIASES.includes(alias) ||
    aggregationAliases(root).includes(alias) ||
    world.schema.has(alias.replace(/_collection$/, ''))
  );
}

/** All aliases that can be known: entities first, then structs. */
export function knownAliases(world: World): readonly string[] {
  return [...world.schema.entityNames, ...Object.keys(structAliases()), ...RUNTIME_ALIASES];
}

/** `<name>_aggregation` for each aggregation of the criteria, and the alias of buckets where there are any. */
export function aggregationAliases(root: TypedNode): readonly string[] {
  const names = resultsOf(root).map(({ name }) => `${name}_aggregation`);
  return names.length === 0 ? [] : [...names, 'aggregation_bucket'];
}

/** What the result of each type holds (reference, section 4). */
const RESULTS: Readonly<Record<string, readonly string[]>> = {
  avg: ['avg'],
  sum: ['sum'],
  max: ['max'],
  min: ['min'],
  stats: ['min', 'max', 'avg', 'sum'],
  count: ['count'],
  terms: ['buckets'],
  histogram: ['buckets'],
  entity: ['entities'],
  range: ['ranges'],
};

/** What the result with this alias holds; undefined where no aggregation of the criteria has it. */
export function propertiesOfResult(alias: string, root: TypedNode): readonly string[] | undefined {
  const found = resultsOf(root).findLast(({ name }) => `${name}_aggregation` === alias);
  const values = RESULTS[found?.type ?? ''];
  return values && [...values, 'name', 'apiAlias', 'extensions'];
}

interface Result {
  readonly name: string;
  readonly type: string | undefined;
}

function resultsOf(root: TypedNode): readonly Result[] {
  const list = root.children.find((child) => child.name === 'aggregations' && !child.shadowed);
  return (list?.children ?? []).flatMap(resultsIn);
}

/** A filter aggregation's result stands under the nested one's name (section 4). */
function resultsIn(aggregation: TypedNode): readonly Result[] {
  const { name } = memberValues(aggregation);
  const { type } = aggregation;
  const own = typeof name === 'string' ? [{ name, type }] : [];
  const nested = aggregation.children.find((child) => child.name === 'aggregation');
  return type === 'filter' && nested ? [...own, ...resultsIn(nested)] : own;
}

/** The extension in which the Store API returns the score of a row. */
export const SCORE = 'search';

/** Properties of objects with this alias; undefined where nobody can know them. */
export function propertiesOfAlias(alias: string, world: World): readonly string[] | undefined {
  const entity = world.schema.entity(alias);
  const added = world.api === 'store' ? storeOnlyFields(alias) : [];
  // The Store API looks for each extension by its own name, `search` is that of the score (section 2.7).
  const extensions = world.api === 'store' ? SCORE : 'extensions';
  if (entity) return [...entity.properties.keys(), ...added, extensions, 'apiAlias', 'translated'];
  return Object.hasOwn(structAliases(), alias) ? structAliases()[alias] : undefined;
}

/** Aliases of what this criteria brings along: the entity and every association that it loads, nested ones too. */
export function responseAliases(criteria: TypedNode): readonly string[] {
  const own = criteria.entity === undefined ? [] : [criteria.entity];
  const associations = criteria.children.find((child) => child.name === 'associations' && !child.shadowed);
  return [...new Set([...own, ...(associations?.children ?? []).flatMap(responseAliases)])];
}
