import type { Shop } from '../client/types.ts';
import type { Api } from '../connection.ts';
import type { ReadOptions } from './criteria.ts';

/**
 * A description that a shop gives of its own API, for people who want to look at it:
 *
 * - `openapi3.json`: the OpenAPI document
 * - `open-api-schema.json`: entities and their properties in a form of its own, no OpenAPI document; Admin API only
 */
export type ShopDocument = 'openapi3.json' | 'open-api-schema.json';

/** The text of such a description, some megabytes, as received. */
export async function documentOf(
  shop: Shop,
  api: Api,
  document: ShopDocument,
  options: ReadOptions = {},
): Promise<string> {
  const root = api === 'admin' ? '/api' : '/store-api';
  const { text } = await shop.send({ ...options, api, method: 'GET', path: `${root}/_info/${document}` });
  return text;
}
