import { has } from '../shopware/changes.ts';
import type { ShopwareVersion } from '../shopware/version.ts';
import { type Association, type EntitySchema, hasFlag } from './entitySchema.ts';
import type { ResolvedPath } from './resolvePath.ts';

/**
 * Fields that only the Store API's definitions add (reference, section 11). `filterable`: usable in a path;
 * `runtime`: no column; `association`: cannot be compared. Not in any entity schema.
 */
const STORE_ONLY: Readonly<Record<string, Readonly<Record<string, 'filterable' | 'runtime' | 'association'>>>> = {
  category: { seoUrl: 'runtime' },
  product: {
    calculatedPrice: 'runtime',
    calculatedPrices: 'runtime',
    calculatedMaxPurchase: 'runtime',
    calculatedCheapestPrice: 'runtime',
    isNew: 'runtime',
    seoCategory: 'association',
    cheapestPrice: 'filterable',
    cheapestPriceContainer: 'runtime',
    sortedProperties: 'runtime',
    measurements: 'runtime',
  },
};

/** What the Store API makes of a field that only it knows; undefined for all others. */
export function storeOnlyField(entity: string, name: string): 'filterable' | 'runtime' | 'association' | undefined {
  const fields = Object.hasOwn(STORE_ONLY, entity) ? STORE_ONLY[entity] : undefined;
  return fields && Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** The names that the Store API's answers hold in addition to the schema: for `includes`. */
export function storeOnlyFields(entity: string): readonly string[] {
  return Object.hasOwn(STORE_ONLY, entity) ? Object.keys(STORE_ONLY[entity] ?? {}) : [];
}

/** Fails in any path and version (section 3). */
const BROKEN_ALWAYS = new Set(['order_transaction_capture_refund_position.orderTransactionCaptureRefund']);

/** Up to 6.4: from a mapping or translation entity to its versioned parent (section 5.2). */
const BROKEN_BEFORE_6_5 = new Set([
  'category_tag.category',
  'category_translation.category',
  'cms_page_translation.cmsPage',
  'cms_slot_translation.cmsSlot',
  'landing_page_sales_channel.landingPage',
  'landing_page_tag.landingPage',
  'landing_page_translation.landingPage',
  'order_tag.order',
  'product_category.product',
  'product_category.category',
  'product_category_tree.product',
  'product_category_tree.category',
  'product_manufacturer_translation.productManufacturer',
  'product_tag.product',
  'product_translation.product',
]);

/** The database's complaint where joining this association fails, whatever the use; undefined where it works. */
export function brokenJoin(version: ShopwareVersion, entity: string, association: string): string | undefined {
  const name = `${entity}.${association}`;
  if (BROKEN_ALWAYS.has(name)) return `Unknown column '${snake(name)}.id' in 'ON'`;
  if (!has(version, 'sqlErrorCodes') && BROKEN_BEFORE_6_5.has(name)) {
    return `Unknown column '${snake(name)}.version_id' in 'ON'`;
  }
  return undefined;
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Whether a path is no column of the table that is searched; inside an association translations are joined anyway. */
export function needsJoin({ associations, target }: ResolvedPath, isInside: boolean): boolean {
  if (associations.length > 0) return true;
  const isTranslated = target !== undefined && hasFlag(target, 'translatable');
  return (isTranslated && !isInside) || target?.name === 'customFields';
}

/** First associations of a path whose sub-join fails, from 6.5.0 on (section 3, a sweep over all associations). */
const SUB_JOIN_FAILS = {
  '6.5': [
    'product.children',
    'category.children',
    'order_line_item.children',
    'order_transaction_capture.refunds',
    'order_transaction_capture_refund.positions',
  ],
  '6.6': [
    'product.children',
    'category.children',
    'order_line_item.children',
    'order_address.orderDeliveries',
    'order_transaction_capture.refunds',
    'order_transaction_capture_refund.positions',
  ],
} as const;

/** Whether a sub-join for this path, starting at `entity`, is wrong SQL. */
export function failsInSubJoin(
  context: { readonly schema: EntitySchema; readonly version: ShopwareVersion },
  entity: string,
  path: ResolvedPath,
): boolean {
  const [first] = path.associations;
  if (!first) return false;
  const { version, schema } = context;
  const name = `${entity}.${first.name}`;
  if (has(version, 'subJoinByFirstToMany')) return listed(SUB_JOIN_FAILS['6.6'], name);
  if (has(version, 'sqlErrorCodes')) return listed(SUB_JOIN_FAILS['6.5'], name);
  return lacksVersionColumn(schema, entity, first);
}

/**
 * Up to 6.4 a sub-join also selects the version column that is named after the entity where the path starts: wrong SQL
 * where the table that it selects from has no such column (CriteriaPartResolver; the sweep of section 3 found these).
 */
function lacksVersionColumn(
  schema: EntitySchema,
  entity: string,
  { toMany, mapping, entity: target }: Association,
): boolean {
  const versioned = toMany ? entity : target;
  const selected = schema.entity(mapping ?? target);
  return isVersioned(schema, versioned) && selected?.properties.has(`${camel(entity)}VersionId`) === false;
}

function camel(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function listed(names: readonly string[], name: string): boolean {
  return names.includes(name);
}

function isVersioned(schema: EntitySchema, entity: string): boolean {
  return schema.entity(entity)?.properties.get('versionId')?.flags.primary_key === true;
}
