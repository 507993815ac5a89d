import { storeRouteAt } from '../../shopware/routes.ts';
import type { Key } from './types.ts';

/** A key that a route of the Store API reads in the body, beside those of a criteria. */
export interface RouteKey extends Key {
  /** The routes, as `STORE_ROUTES` names them. */
  readonly routes: readonly string[];
}

const SEARCH = '/store-api/search';
const LISTINGS = [SEARCH, '/store-api/product-listing/{categoryId}'];
const NAVIGATION = ['/store-api/navigation/{activeId}/{rootId}'];

/** From the routes of a recorded 6.7.6 (reference, section 11); a plugin's route may read others. */
export const ROUTE_KEYS: Readonly<Record<string, RouteKey>> = {
  search: { routes: [SEARCH, '/store-api/search-suggest'], value: { is: 'text' }, doc: 'The words to search for.' },
  order: {
    routes: LISTINGS,
    value: { is: 'text' },
    doc: 'The key of one of the shop’s sortings, such as `price-asc`; it comes after those of `sort`.',
  },
  p: { routes: LISTINGS, value: { is: 'integer' }, doc: 'The page, from 1.' },
  manufacturer: { routes: LISTINGS, value: { is: 'text' }, doc: 'Ids of manufacturers with `|` between them.' },
  properties: { routes: LISTINGS, value: { is: 'text' }, doc: 'Ids of property options with `|` between them.' },
  'min-price': { routes: LISTINGS, value: { is: 'number' }, doc: 'The lowest price.' },
  'max-price': { routes: LISTINGS, value: { is: 'number' }, doc: 'The highest price.' },
  rating: { routes: LISTINGS, value: { is: 'number' }, doc: 'The fewest stars, from 1 to 5.' },
  'shipping-free': { routes: LISTINGS, value: { is: 'boolean' }, doc: 'Only what is delivered free of charge.' },
  'no-aggregations': {
    routes: LISTINGS,
    value: { is: 'boolean' },
    doc: 'Rows only, without what they can be filtered by.',
  },
  'only-aggregations': {
    routes: LISTINGS,
    value: { is: 'boolean' },
    doc: 'Only what the rows can be filtered by, without rows.',
  },
  'reduce-aggregations': {
    routes: LISTINGS,
    value: { is: 'boolean' },
    doc: 'Only what the rows that are left can still be filtered by.',
  },
  availableSortings: {
    routes: LISTINGS,
    value: { is: 'any' },
    doc: 'The sortings that `order` may name, with their priorities.',
  },
  depth: { routes: NAVIGATION, value: { is: 'integer' }, doc: 'How many levels of categories.' },
  buildTree: {
    routes: NAVIGATION,
    value: { is: 'boolean' },
    doc: 'Whether the categories are returned as a tree; otherwise as a list.',
  },
  checkPromotion: {
    routes: ['/store-api/order'],
    value: { is: 'boolean' },
    doc: 'Whether promotions that no longer apply are reported.',
  },
  onlyAvailable: {
    routes: ['/store-api/payment-method', '/store-api/shipping-method'],
    value: { is: 'boolean' },
    doc: 'Only those whose availability rule is met.',
  },
};

/** The keys that the route at a path reads, by their names. */
export function routeKeysAt(path: string): readonly (readonly [name: string, key: RouteKey])[] {
  const route = storeRouteAt(path)?.path;
  return Object.entries(ROUTE_KEYS).filter(([, { routes }]) => route !== undefined && routes.includes(route));
}
