import type { Api } from '../connection.ts';

/** Routes of the Admin API that read although they are posted to (reference, section 1). */
const adminReads = /^\/api\/(search|search-ids|aggregate)\/[\w/-]+$/;

/** Routes of the Store API that change nothing, whether by `GET` or by `POST` (reference, section 11). */
const storeReads = new RegExp(
  `^/store-api/(${[
    '_info/[^/]+',
    'context|order|search|search-suggest|seo-url',
    'country|currency|language|media|payment-method|salutation|shipping-method',
    'category(/[^/]+)?|(cms|country-state|landing-page|product-listing)/[^/]+|navigation/[^/]+/[^/]+',
    'product(/[^/]+(/(cross-selling|find-variant|reviews))?)?',
  ].join('|')})$`,
);

/**
 * Whether a request reads and nothing else, so that sending it again does no harm. What is not known counts as more
 * than reading.
 */
export function onlyReads(api: Api, method: string, path: string): boolean {
  const [route = ''] = path.split('?', 1);
  if (api === 'store') return isStoreRead(method, route);
  return method === 'GET' || (method === 'POST' && adminReads.test(route));
}

/** Whether a request to a route of the Store API, without its query string, is known to read and nothing else. */
export function isStoreRead(method: string, route: string): boolean {
  return (method === 'GET' || method === 'POST') && storeReads.test(route);
}

/**
 * Whether a criteria file may name this route without anybody being asked: a file from elsewhere may name any, and those
 * of the Admin API that do not search can change the shop.
 */
export function isSearchRoute(api: Api, path: string): boolean {
  if (/(^|\/)\.{1,2}(\/|$)/.test(path)) return false;
  return api === 'store' ? path.startsWith('/store-api/') : adminReads.test(path);
}
