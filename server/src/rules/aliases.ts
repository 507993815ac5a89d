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
  const list = root.children.find((child) => child.name === 'aggregations' && !child.shadowed);
  const names = (list?.children ?? []).flatMap(resultNames);
  return names.length === 0 ? [] : [...names.map((name) => `${name}_aggregation`), 'aggregation_bucket'];
}

/** A filter aggregation's result stands under the nested one's name (section 4). */
function resultNames(aggregation: TypedNode): string[] {
  const { name } = memberValues(aggregation);
  const own = typeof name === 'string' ? [name] : [];
  const nested = aggregation.children.find((child) => child.name === 'aggregation');
  return aggregation.type === 'filter' && nested ? [...own, ...resultNames(nested)] : own;
}

/** Properties of objects with this alias; undefined where nobody can know them. */
export function propertiesOfAlias(alias: string, world: World): readonly string[] | undefined {
  const entity = world.schema.entity(alias);
  const added = world.api === 'store' ? storeOnlyFields(alias) : [];
  if (entity) return [...entity.properties.keys(), ...added, 'extensions', 'apiAlias', 'translated'];
  return Object.hasOwn(structAliases(), alias) ? structAliases()[alias] : undefined;
}

/** Aliases of what this criteria brings along: the entity and every association that it loads, nested ones too. */
export function responseAliases(criteria: TypedNode): readonly string[] {
  const own = criteria.entity === undefined ? [] : [criteria.entity];
  const associations = criteria.children.find((child) => child.name === 'associations' && !child.shadowed);
  return [...new Set([...own, ...(associations?.children ?? []).flatMap(responseAliases)])];
}
