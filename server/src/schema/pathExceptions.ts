import { has } from '../shopware/changes.ts';
import type { ShopwareVersion } from '../shopware/version.ts';

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
  return STORE_ONLY[entity]?.[name];
}

/** The names that the Store API's answers hold in addition to the schema: for `includes`. */
export function storeOnlyFields(entity: string): readonly string[] {
  return Object.keys(STORE_ONLY[entity] ?? {});
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
