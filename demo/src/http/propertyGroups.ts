import { EMPTY_CRITERIA } from '../engine/criteria.ts';
import type { EntityJson, Reading } from '../engine/entityJson.ts';
import type { Json, JsonObject } from '../engine/json.ts';
import { isJsonObject } from '../engine/json.ts';
import { readEntities } from '../engine/readEntities.ts';

/** An order of options within a group that goes before the group's own. */
type Before = (one: EntityJson, other: EntityJson) => number;

const NOTHING_BEFORE: Before = () => 0;

/**
 * The groups of these options, each with its options, both in the order that the shop gives them
 * (PropertyGroupCollection: position, then name; options by what the group says).
 */
export function groupsWith(
  reading: Reading,
  options: readonly EntityJson[],
  before: Before = NOTHING_BEFORE,
): readonly JsonObject[] {
  const table = reading.database.table('property_group');
  const byGroup = grouped(options, ({ groupId }) => String(groupId));
  const rows = [...byGroup.keys()].flatMap((id) => table?.where('id', id) ?? []);
  const groups = table ? readEntities(reading, table, rows, EMPTY_CRITERIA) : [];
  return groups
    .map((group) => {
      const own = ORDERS[String(group.sortingType)] ?? byPosition;
      const order: Before = (one, other) => before(one, other) || own(one, other);
      return { ...group, options: (byGroup.get(String(group.id)) ?? []).toSorted(order) };
    })
    .toSorted((one, other) => byPosition(one, other) || byName(one, other));
}

/** Elements by their keys, each list in the order of the elements. */
export function grouped<T>(elements: readonly T[], keyOf: (element: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const element of elements) {
    const key = keyOf(element);
    const members = groups.get(key);
    if (members) members.push(element);
    else groups.set(key, [element]);
  }
  return groups;
}

/** How a group sorts its options. */
const ORDERS: Readonly<Record<string, Before>> = { alphanumeric: byName, numeric: byNumber };

const natural = new Intl.Collator('en', { numeric: true });

function byName(one: JsonObject, other: JsonObject): number {
  return natural.compare(nameOf(one), nameOf(other));
}

function byNumber(one: JsonObject, other: JsonObject): number {
  return Number(nameOf(one)) - Number(nameOf(other)) || byName(one, other);
}

function byPosition(one: JsonObject, other: JsonObject): number {
  return Number(translated(one, 'position')) - Number(translated(other, 'position'));
}

function nameOf(entity: JsonObject): string {
  return String(translated(entity, 'name') ?? '');
}

function translated(entity: JsonObject, property: string): Json | undefined {
  return isJsonObject(entity.translated) ? entity.translated[property] : entity[property];
}
