import { type Row, type Rows, rowsOf } from '../answer/rows.ts';
import type { Answer } from '../client/answer.ts';
import type { CallOptions, Shop, ShopRequest } from '../client/types.ts';
import type { Api } from '../connection.ts';
import { isShopError } from '../errors/shopError.ts';
import { isRecord, type JsonRecord } from '../json.ts';
import {
  aggregatePath,
  detailPath,
  listPath,
  queryOf,
  type Step,
  searchIdsPath,
  searchPath,
} from '../request/routes.ts';

/** A criteria as an object; the shop judges what stands in it. */
export type Criteria = JsonRecord;

/** An entity of the Admin API, or what is associated with one of its rows. */
export interface EntityPlace {
  readonly entity: string;
  /** Further steps lead from row to row: `[[id, 'children'], [childId, 'products']]`. */
  readonly below?: readonly Step[];
}

/** Any route of either API that takes a criteria. */
export interface RoutePlace {
  readonly api: Api;
  readonly path: string;
}

/** What every reading may have: a signal, headers (`sw-language-id`), progress. */
export type ReadOptions = CallOptions & Pick<ShopRequest, 'headers' | 'onProgress'>;

/** The answer to `search-ids`. */
export interface Ids {
  /** Ids; for entities with a combined key their parts by name: `{"productId": …, "categoryId": …}`. */
  readonly ids: readonly (string | JsonRecord)[];
  readonly total: number | null;
}

/** Posts a criteria and reads the rows. Mapping entities have no rows: ask for their ids or aggregations. */
export async function searchRows(
  shop: Shop,
  place: EntityPlace | RoutePlace,
  criteria: Criteria = {},
  options: ReadOptions = {},
): Promise<Rows> {
  const route: RoutePlace = 'entity' in place ? { api: 'admin', path: searchPath(place.entity, place.below) } : place;
  return rowsOf((await posted(shop, route, criteria, options)).json);
}

/** The ids of an entity, also of most mapping entities, which cannot be searched otherwise. */
export async function searchIds(
  shop: Shop,
  entity: string,
  criteria: Criteria = {},
  options: ReadOptions = {},
): Promise<Ids> {
  const { json } = await posted(shop, { api: 'admin', path: searchIdsPath(entity) }, criteria, options);
  const { data, total } = isRecord(json) ? json : {};
  const ids = Array.isArray(data) ? data.filter((id) => typeof id === 'string' || isRecord(id)) : [];
  return { ids, total: typeof total === 'number' ? total : null };
}

/** The aggregations of a criteria by name, of any entity. Shops before 6.6.10 answer 404. */
export async function aggregate(
  shop: Shop,
  entity: string,
  criteria: Criteria,
  options: ReadOptions = {},
): Promise<JsonRecord> {
  const { json } = await posted(shop, { api: 'admin', path: aggregatePath(entity) }, criteria, options);
  return rowsOf(json).aggregations;
}

/** The rows of a list by `GET`, with the criteria in the query string, which cannot say null. */
export async function listRows(
  shop: Shop,
  place: EntityPlace | RoutePlace,
  criteria: Criteria = {},
  options: ReadOptions = {},
): Promise<Rows> {
  const route: RoutePlace = 'entity' in place ? { api: 'admin', path: listPath(place.entity, place.below) } : place;
  return rowsOf((await got(shop, route, criteria, options)).json);
}

/** One row by its id; null where there is none. */
export async function detailOf(
  shop: Shop,
  entity: string,
  id: string,
  criteria: Criteria = {},
  options: ReadOptions = {},
): Promise<Row | null> {
  try {
    const { json } = await got(shop, { api: 'admin', path: detailPath(entity, id) }, criteria, options);
    return rowsOf(json).rows[0] ?? null;
  } catch (error) {
    const absent = isShopError(error) && error.errors.some(({ code }) => code === 'FRAMEWORK__RESOURCE_NOT_FOUND');
    if (absent) return null;
    throw error;
  }
}

function posted(shop: Shop, route: RoutePlace, criteria: Criteria, options: ReadOptions): Promise<Answer> {
  return shop.search({ ...options, ...route, body: JSON.stringify(criteria) });
}

function got(shop: Shop, { api, path }: RoutePlace, criteria: Criteria, options: ReadOptions): Promise<Answer> {
  const query = queryOf(criteria);
  return shop.send({ ...options, api, method: 'GET', path: query === '' ? path : `${path}?${query}` });
}
