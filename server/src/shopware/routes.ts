import type { Api } from '../schema/entitySchema.ts';

/** A Store API route that takes a criteria and answers a list. */
export interface StoreRoute {
  /** With `{placeholders}`. */
  readonly path: string;
  /** The entity that its answer lists. */
  readonly entity: string;
  /** The one that is taken where a file names no path. */
  readonly isDefault?: boolean;
  /** It reads one row by the id in the path and of the body only `includes` (CategoryRoute, LandingPageRoute). */
  readonly ignoresCriteria?: boolean;
  /** Without `limit` it decides itself how many rows it returns: one, a whole tree, or a page of the shop's own size. */
  readonly hasOwnLimit?: boolean;
}

/** From the routes of a recorded 6.7.6 (reference, section 11); the order is that of completion. */
export const STORE_ROUTES: readonly StoreRoute[] = [
  { path: '/store-api/product', entity: 'product', isDefault: true },
  { path: '/store-api/product-listing/{categoryId}', entity: 'product', hasOwnLimit: true },
  { path: '/store-api/search', entity: 'product', hasOwnLimit: true },
  { path: '/store-api/search-suggest', entity: 'product', hasOwnLimit: true },
  { path: '/store-api/product/{productId}', entity: 'product', hasOwnLimit: true },
  { path: '/store-api/product/{productId}/cross-selling', entity: 'product', hasOwnLimit: true },
  { path: '/store-api/product/{productId}/reviews', entity: 'product_review', isDefault: true },
  { path: '/store-api/category', entity: 'category', isDefault: true },
  { path: '/store-api/category/{navigationId}', entity: 'category', ignoresCriteria: true, hasOwnLimit: true },
  { path: '/store-api/navigation/{activeId}/{rootId}', entity: 'category', hasOwnLimit: true },
  { path: '/store-api/country', entity: 'country', isDefault: true },
  { path: '/store-api/country-state/{countryId}', entity: 'country_state', isDefault: true },
  { path: '/store-api/currency', entity: 'currency', isDefault: true },
  { path: '/store-api/language', entity: 'language', isDefault: true },
  { path: '/store-api/salutation', entity: 'salutation', isDefault: true },
  { path: '/store-api/payment-method', entity: 'payment_method', isDefault: true },
  { path: '/store-api/shipping-method', entity: 'shipping_method', isDefault: true },
  { path: '/store-api/seo-url', entity: 'seo_url', isDefault: true },
  { path: '/store-api/order', entity: 'order', isDefault: true },
  { path: '/store-api/account/customer', entity: 'customer', isDefault: true, hasOwnLimit: true },
  { path: '/store-api/account/list-address', entity: 'customer_address', isDefault: true },
  { path: '/store-api/customer/wishlist', entity: 'product' },
  { path: '/store-api/media', entity: 'media', isDefault: true },
  {
    path: '/store-api/landing-page/{landingPageId}',
    entity: 'landing_page',
    isDefault: true,
    ignoresCriteria: true,
    hasOwnLimit: true,
  },
];

/**
 * Where a criteria is sent that names no path: `/api/search/<entity-with-dashes>`, or the entity's own route of the
 * Store API; undefined where there is none (contract, section 1).
 */
export function defaultRoute(api: Api, entity: string): string | undefined {
  if (api === 'admin') return `/api/search/${entity.replaceAll('_', '-')}`;
  return STORE_ROUTES.find((route) => route.isDefault && route.entity === entity)?.path;
}

/** The route of the Store API that a path goes to, with its placeholders filled in or not. */
export function storeRouteAt(path: string): StoreRoute | undefined {
  if (!path.startsWith('/store-api/')) return undefined;
  const given = path.split('/');
  return STORE_ROUTES.find((route) => isFilledIn(route.path, given));
}

function isFilledIn(route: string, given: readonly string[]): boolean {
  const parts = route.split('/');
  return parts.length === given.length && parts.every((part, index) => part.startsWith('{') || part === given[index]);
}

/** The names of `{placeholders}` in a route. */
export function placeholdersOf(path: string): readonly string[] {
  return [...path.matchAll(/\{([\w-]+)\}/g)].flatMap(([, name]) => (name === undefined ? [] : [name]));
}
