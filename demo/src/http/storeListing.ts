import { withAssociations } from '../engine/associations.ts';
import type { Criteria, Sorting } from '../engine/criteria.ts';
import { EMPTY_CRITERIA } from '../engine/criteria.ts';
import type { Row } from '../engine/database.ts';
import type { EntityJson } from '../engine/entityJson.ts';
import type { Filter } from '../engine/filter.ts';
import { isJsonObject, type Json, type JsonObject, objects } from '../engine/json.ts';
import { readEntities } from '../engine/readEntities.ts';
import { Refused } from '../engine/refused.ts';
import { integerIn, isOn, keyIn } from './storeBody.ts';
import { chosenFilters, currentFilters, facetAggregations, shownFacets } from './storeFacets.ts';
import { listAnswer } from './storeLists.ts';
import {
  answered,
  equals,
  type Found,
  missing,
  ONE_OF_A_GROUP,
  type StoreCall,
  type StoreRoute,
  searchWith,
  visibleIn,
} from './storeRoute.ts';
import { searchQueries } from './storeSearch.ts';

/** Product listings: the shop's sorting is added, `p` is the page, every total is exact (reference, section 11). */
export const LISTING_ROUTES: readonly StoreRoute[] = [
  {
    path: /^\/store-api\/product-listing\/([0-9a-f]{32})$/,
    methods: ['POST'],
    entity: 'product',
    answer: category,
  },
  { path: /^\/store-api\/search(-suggest)?$/, methods: ['POST'], entity: 'product', answer: search },
];

/** The key of the sorting by score. */
const BY_SCORE = 'score';

/** How many products a page of a listing has where nobody says otherwise. */
const PAGE_SIZE = 24;

function category(call: StoreCall): Found {
  const { shop, parameter: navigationId } = call;
  const [found] = shop.database.table('category')?.where('id', navigationId) ?? [];
  if (!found) throw missing('PRODUCT__CATEGORY_NOT_FOUND', 'category', navigationId);
  return listing(call, { navigationId }, [equals('categoriesRo.id', navigationId)]);
}

/** The words of the body's `search`. */
function search(call: StoreCall): Found {
  const text = (keyIn(call.body, 'search') ?? '').trim();
  const queries = searchQueries(call, text);
  const added = queries ? { queries: [...call.criteria.queries, ...queries] } : { term: text };
  return listing({ ...call, criteria: { ...call.criteria, ...added } }, { search: text || null }, []);
}

/** `about` is what is listed, as the listing repeats it; `filters` are those of the route. */
function listing(call: StoreCall, about: JsonObject, filters: readonly Filter[]): Found {
  const sortings = activeSortings(call);
  const sorting = sortingOf(call, sortings, typeof about.search === 'string');
  const criteria = listingCriteria(call, sorting ? sortingsOf(sorting) : []);
  const result = searchWith({ ...call, criteria }, [...visibleIn(call.shop.salesChannel), ...filters, ONE_OF_A_GROUP]);
  const body: JsonObject = {
    ...listAnswer('product', result, criteria),
    elements: result.entities.map(withSearchedId),
    aggregations: shownFacets(call, result.aggregations),
    sorting: sorting?.key ?? null,
    availableSortings: availableSortings(call, sortings, 'search' in about),
    currentFilters: { ...about, ...currentFilters(call) },
    streamId: null,
    apiAlias: 'product_listing',
  };
  return answered({ ...call, criteria }, body, result.entities.length > 0);
}

/** What the request wants, else what the shop sorts by: a search by score, anything else by name. */
function sortingOf({ body }: StoreCall, sortings: readonly Row[], isSearch: boolean): Row | undefined {
  const byKey = (wanted: string | undefined) => sortings.find(({ key }) => key === wanted);
  if (isJsonObject(body) && typeof body.order === 'object' && body.order !== null) throw missingSorting();
  return byKey(keyIn(body, 'order')) ?? byKey(isSearch ? BY_SCORE : 'name-asc');
}

/** Any text will do, a list will not (SortingListingProcessor). */
function missingSorting(): Refused {
  const detail = 'Product sorting with key  not found.';
  return new Refused(404, 'CONTENT__PRODUCT_SORTING_NOT_FOUND', detail, { key: '' });
}

/** What the products of a listing come with (AssociationLoadingListingProcessor). */
const LOADED = ['manufacturer', 'options'];

function listingCriteria(call: StoreCall, added: readonly Sorting[]): Criteria {
  const criteria = withAssociations(paged(call, added), LOADED);
  const grouped = { ...criteria, grouping: [...criteria.grouping, 'displayGroup'] };
  const wantsNone = isOn(call.body, 'no-aggregations', false);
  const aggregations = wantsNone ? [] : [...criteria.aggregations, ...facetAggregations(call)];
  const isOnly = isOn(call.body, 'only-aggregations', false);
  return { ...grouped, aggregations, ...(isOnly && { limit: 0, totalCountMode: 'none', sortings: [] }) };
}

/** Listings put the id into what the search knows of a product (ProductListingLoader). */
function withSearchedId(product: EntityJson): EntityJson {
  const { id = null, extensions } = product;
  if (!isJsonObject(extensions) || !isJsonObject(extensions.search)) return product;
  return { ...product, extensions: { ...extensions, search: { ...extensions.search, id } } };
}

function paged(call: StoreCall, added: readonly Sorting[]): Criteria {
  const { criteria, body } = call;
  const limit = isJsonObject(body) && body.limit !== undefined ? (criteria.limit ?? PAGE_SIZE) : PAGE_SIZE;
  const page = integerIn(body, 'p') ?? 1;
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

/** All that a customer may choose: the score only where something is searched. */
function availableSortings({ shop, context }: StoreCall, sortings: readonly Row[], isSearch: boolean): Json {
  const table = shop.database.table('product_sorting');
  const choosable = sortings.filter(({ key }) => isSearch || key !== BY_SCORE);
  return table ? readEntities({ database: shop.database, context }, table, choosable, EMPTY_CRITERIA) : [];
}
