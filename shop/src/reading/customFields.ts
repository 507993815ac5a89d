import type { Row } from '../answer/rows.ts';
import type { Shop } from '../client/types.ts';
import { isRecord } from '../json.ts';
import type { ReadOptions } from './criteria.ts';
import { everyRow } from './everyRow.ts';
import { byName, recordIn, recordsIn, textIn } from './values.ts';

/** A custom field: in a criteria it is `customFields.<name>`. */
export interface CustomField {
  readonly name: string;
  /** As the shop writes it: `text`, `int`, `float`, `bool`, `datetime`, `select`, `json`, `price`, … */
  readonly type: string;
  /** By locale: `{"en-GB": "Colour"}`. */
  readonly labels: Readonly<Record<string, string>>;
  /** The entities that have the field; empty where its set is given to none. */
  readonly entities: readonly string[];
  readonly active: boolean;
  /** Whether the Store API gives its values away; a criteria may use it in both. */
  readonly storeApi: boolean;
}

const criteria = {
  associations: { customFieldSet: { associations: { relations: {} } } },
  includes: {
    custom_field: ['name', 'type', 'config', 'active', 'storeApiAware', 'customFieldSet'],
    custom_field_set: ['relations'],
    custom_field_set_relation: ['entityName'],
  },
};

/**
 * The custom fields of a shop by name. Reading them requires the privileges `custom_field:read`, `custom_field_set:read`
 * and `custom_field_set_relation:read`.
 */
export async function customFieldsOf(shop: Shop, options: ReadOptions = {}): Promise<CustomField[]> {
  const rows = await everyRow(shop, 'custom_field', criteria, options);
  return rows.flatMap(customFieldOf).sort(byName);
}

/** Whether a value is a custom field as `customFieldsOf` gives it. */
export function isCustomField(value: unknown): value is CustomField {
  if (!isRecord(value)) return false;
  const { name, type, labels, entities, active, storeApi } = value;
  const hasTexts = typeof name === 'string' && typeof type === 'string';
  const isAssigned = Array.isArray(entities) && entities.every((entity) => typeof entity === 'string');
  const isLabelled = isRecord(labels) && Object.values(labels).every((label) => typeof label === 'string');
  return hasTexts && isAssigned && isLabelled && typeof active === 'boolean' && typeof storeApi === 'boolean';
}

function customFieldOf(row: Row): CustomField[] {
  const name = textIn(row, 'name');
  const type = textIn(row, 'type');
  if (name === null || type === null) return [];
  const relations = recordsIn(recordIn(row, 'customFieldSet'), 'relations');
  const labels = Object.entries(recordIn(recordIn(row, 'config'), 'label'));
  return [
    {
      name,
      type,
      labels: Object.fromEntries(
        labels.flatMap(([locale, label]) => (typeof label === 'string' ? [[locale, label]] : [])),
      ),
      entities: relations.flatMap((relation) => textIn(relation, 'entityName') ?? []).sort(),
      active: row.active === true,
      // Since 6.7; before, the Store API gives all of them away.
      storeApi: row.storeApiAware !== false,
    },
  ];
}
