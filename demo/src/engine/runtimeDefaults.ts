import { createHash } from 'node:crypto';
import { DEFAULT_CURRENCY } from './context.ts';
import type { Row } from './database.ts';
import type { Json, JsonObject } from './json.ts';
import { phpJson } from './storedJson.ts';

/**
 * What the shop shows although the column is NULL: a product without a layout of its own shows the default one
 * (reference, section 5.2: the association `cmsPage` stays null there). Entity and property → the value.
 * A variant shows no children, but nobody ever counted them. The lists are filled when the entity is read.
 */
export const RUNTIME_DEFAULTS: Readonly<Record<string, Readonly<Record<string, Json>>>> = {
  category: { cmsPageIdSwitched: false, visibleChildCount: 0 },
  media: { thumbnails: [] },
  order_transaction: { validationData: [] },
  property_group_option: { combinable: false },
  product: { cmsPageId: '7a6d253a67204037966f42b0119704d5', childCount: 0, variation: [], prices: [] },
};

/** Whether a value of a recorded row is only shown, not stored. */
export function isShownByDefault(entity: string, row: JsonObject, property: string): boolean {
  if (entity === 'product' && property === 'childCount') return typeof row.parentId === 'string';
  if (entity === 'order_transaction' && property === 'validationData') return isEmptyList(row[property]);
  return property === 'cmsPageId' && RUNTIME_DEFAULTS[entity]?.[property] === row[property];
}

function isEmptyList(value: Json | undefined): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** What the shop computes when it shows an entity; the schema's flag is `runtime`. `origin` is the shop's address. */
type RuntimeValue = (row: Row, origin: string) => Json;

const RUNTIME_VALUES: Readonly<Record<string, RuntimeValue>> = {
  'media.url': (row, origin) => (row.path === undefined ? '' : `${origin}/${String(row.path)}?ts=${changedAt(row)}`),
  'currency.isSystemDefault': (row) => row.id === DEFAULT_CURRENCY,
  'media.hasFile': (row) => row.path !== undefined && row.mimeType !== undefined,
  'customer_address.hash': addressHash,
  'order_address.hash': addressHash,
  'payment_method.shortName': (row) => snakeCase(classNames(row.handlerIdentifier).at(-1) ?? ''),
  'payment_method.formattedHandlerIdentifier': (row) => formattedHandler(classNames(row.handlerIdentifier)),
};

/** In their order (AddressHashSubscriber). */
const HASHED = [
  'firstName',
  'lastName',
  'zipcode',
  'city',
  'company',
  'department',
  'title',
  'street',
  'additionalAddressLine1',
  'additionalAddressLine2',
  'countryId',
  'countryStateId',
];

/** What tells two addresses apart, hashed as the text that PHP makes of it. */
function addressHash(row: Row): string {
  const address = Object.fromEntries(HASHED.map((name) => [name, row[name] ?? null]));
  return createHash('sha256').update(phpJson(address)).digest('hex');
}

function classNames(handlerIdentifier: Json | undefined): readonly string[] {
  return String(handlerIdentifier ?? '').split('\\');
}

/** `…\\DebitPayment` → `debit_payment` */
function snakeCase(name: string): string {
  return name.replace(/(?!^)[A-Z]/g, '_$&').toLowerCase();
}

/** The first name and the last (PaymentHandlerIdentifierSubscriber). */
function formattedHandler(names: readonly string[]): string {
  const [first = ''] = names;
  return names.length < 2 ? first : `handler_${first}_${names.at(-1)}`.toLowerCase();
}

/**
 * What is shown of a whole entity where a translated property is NULL: another one (PaymentDistinguishableNameSubscriber).
 * Pairs of the two.
 */
export function shownInstead(entity: string): readonly (readonly [property: string, other: string])[] {
  return entity === 'payment_method' ? [['distinguishableName', 'name']] : [];
}

/** How a property is computed; undefined for those that are columns or that the demo shop leaves null. */
export function runtimeValue(entity: string, property: string): RuntimeValue | undefined {
  return RUNTIME_VALUES[`${entity}.${property}`];
}

/** What the shop loads along with a field of `fields`, to compute it or from it. */
export function neededBy(entity: string, property: string): readonly string[] {
  return NEEDED[`${entity}.${property}`] ?? [];
}

const NEEDED: Readonly<Record<string, readonly string[]>> = {
  'media.url': ['path', 'private', 'updatedAt'],
  'payment_method.handlerIdentifier': ['shortName', 'formattedHandlerIdentifier'],
};

function changedAt(row: Row): number {
  const time = String(row.updatedAt ?? row.createdAt ?? '');
  return Math.floor(Date.parse(`${time.replace(' ', 'T')}Z`) / 1000);
}
