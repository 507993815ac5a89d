import type { Criteria, Sorting } from '../engine/criteria.ts';
import { EMPTY_CRITERIA } from '../engine/criteria.ts';
import type { Row } from '../engine/database.ts';
import type { Filter } from '../engine/filter.ts';
import { isJsonObject, type Json, type JsonObject, objects } from '../engine/json.ts';
import { readEntities } from '../engine/readEntities.ts';
import { keyIn, listIn } from './storeBody.ts';
import { chosenFilters } from './storeFilters.ts';
import { listAnswer } from './storeLists.ts';
import { answered, equals, type Found, type StoreCall, type StoreRoute, searchWith, visibleIn } from './storeRoute.ts';

/** Product listings: the shop's sorting is added, `p` is the page, every total is exact (reference, section 11). */
export const LISTING_ROUTES: readonly StoreRoute[] = [
  {
    path: /^\/store-api\/product-listing\/([0-9a-f]{32})$/,
    entity: 'product',
    answer: (call) => listing(call, 'name-asc', [equals('categoriesRo.id', call.parameter)]),
  },
  { path: /^\/store-api\/search$/, entity: 'product', answer: (call) => listing(searching(call), 'score', []) },
  { path: /^\/store-api\/search-suggest$/, entity: 'product', answer: (call) => listing(searching(call), 'score', []) },
];

/** How many products a page of a listing has where nobody says otherwise. */
const PAGE_SIZE = 24;

function listing(call: StoreCall, defaultOrder: string, filters: readonly Filter[]): Found {
  const sortings = activeSortings(call);
  const wanted = keyIn(call.body, 'order');
  const sorting = sortings.find(({ key }) => key === wanted) ?? sortings.find(({ key }) => key === defaultOrder);
  const criteria = paged(call, sorting ? sortingsOf(sorting) : []);
  const result = searchWith({ ...call, criteria }, [...visibleIn(call.shop.salesChannel), ...filters]);
  const { entity: _, states: __, ...answer } = listAnswer('product', result, criteria);
  const body: JsonObject = {
    ...answer,
    sorting: sorting?.key ?? defaultOrder,
    availableSortings: availableSortings(call, sortings),
    currentFilters: currentFilters(call),
    streamId: null,
    apiAlias: 'product_listing',
  };
  return answered({ ...call, criteria }, body, result.entities.length > 0);
}

/** The word of the body's `search` as the criteria's term. */
function searching(call: StoreCall): StoreCall {
  return { ...call, criteria: { ...call.criteria, term: keyIn(call.body, 'search') ?? '' } };
}

function paged(call: StoreCall, added: readonly Sorting[]): Criteria {
  const { criteria, body } = call;
  const limit = isJsonObject(body) && body.limit !== undefined ? (criteria.limit ?? PAGE_SIZE) : PAGE_SIZE;
  const page = Number(keyIn(body, 'p') ?? 1);
  const offset = page > 1 ? limit * (page - 1) : criteria.offset;
  const postFilters = [...criteria.postFilters, ...chosenFilters(call)];
  const sortings = [...criteria.sortings, ...added];
  return { ...criteria, limit, offset, totalCountMode: 'exact', postFilters, sortings };
}

function activeSortings({ shop }: StoreCall): readonly Row[] {
  const rows = shop.database.table('product_sorting')?.rows ?? [];
  return rows
    .filter(({ active }) => active === true)
    .sort((one, other) => Number(other.priority) - Number(one.priority));
}

/** A product sorting's fields as sortings, the most important first. */
function sortingsOf(sorting: Row): readonly Sorting[] {
  return objects(sorting.fields)
    .toSorted((one, other) => Number(other.priority) - Number(one.priority))
    .map(({ field, order, naturalSorting }) => ({
      field: String(field).replace(/^product\./, ''),
      descending: order === 'desc',
      byCount: false,
      natural: Boolean(naturalSorting),
    }));
}

/** All that a customer may choose: not the one that is locked for searching. */
function availableSortings({ shop, context }: StoreCall, sortings: readonly Row[]): Json {
  const table = shop.database.table('product_sorting');
  const choosable = sortings.filter(({ locked }) => locked !== true);
  return table ? readEntities({ database: shop.database, context }, table, choosable, EMPTY_CRITERIA) : [];
}

function currentFilters({ body, parameter }: StoreCall): JsonObject {
  return {
    ...(parameter === '' ? { search: keyIn(body, 'search') ?? null } : { navigationId: parameter }),
    manufacturer: listIn(body, 'manufacturer'),
    price: { min: Number(keyIn(body, 'min-price') ?? 0), max: Number(keyIn(body, 'max-price') ?? 0) },
    rating: Number(keyIn(body, 'rating') ?? 0) || null,
    'shipping-free': keyIn(body, 'shipping-free') === 'true',
    properties: listIn(body, 'properties'),
  };
}
