import type { Field } from '../../../server/src/schema/entitySchema.ts';
import type { Json } from './json.ts';

/** Columns of the type DATE, without a time. The schema calls them `date` like all others. */
const DATE_COLUMNS = new Set([
  'customer.birthday',
  'order.orderDate',
  'order_delivery.shippingDateEarliest',
  'order_delivery.shippingDateLatest',
]);

/** Whether the column holds a day without a time. */
export function isDateColumn(entity: string, property: string): boolean {
  return DATE_COLUMNS.has(`${entity}.${property}`);
}

/** The API's value as the column holds it: `2025-05-01T04:30:00.000+00:00` → `2025-05-01 04:30:00.000`. */
export function storedValue(entity: string, property: Field, value: Json): Json {
  if (property.type !== 'date' || typeof value !== 'string') return value;
  return isDateColumn(entity, property.name) ? value.slice(0, 10) : value.slice(0, 23).replace('T', ' ');
}

/** The way back: what the API shows of a date column. */
export function shownDate(stored: string): string {
  return stored.length === 10 ? `${stored}T00:00:00.000+00:00` : `${stored.replace(' ', 'T')}+00:00`;
}
