import { withAssociations } from '../engine/associations.ts';
import { EMPTY_CRITERIA, type Sorting } from '../engine/criteria.ts';
import type { Row } from '../engine/database.ts';
import type { EntityJson } from '../engine/entityJson.ts';
import { parseFilters } from '../engine/filterParser.ts';
import type { JsonObject } from '../engine/json.ts';
import { readEntities } from '../engine/readEntities.ts';
import { answered, ONE_OF_A_GROUP, type StoreCall, type StoreRoute, searchWith, visibleIn } from './storeRoute.ts';

/** `/store-api/product/{id}/cross-selling`: a bare list of what goes with a product (ProductCrossSellingRoute). */
export const CROSS_SELLING: StoreRoute = {
  path: /^\/store-api\/product\/([0-9a-f]{32})\/cross-selling$/,
  methods: ['POST'],
  entity: 'product',
  answer(call) {
    const table = call.shop.database.table('product_cross_selling');
    const active = (table?.where('productId', call.parameter) ?? [])
      .filter((row) => row.active === true)
      .sort((one, other) => Number(one.position) - Number(other.position));
    const reading = { database: call.shop.database, context: call.context };
    const shown = table ? readEntities(reading, table, active, EMPTY_CRITERIA) : [];
    const elements = active.map((row, index) => element(row, shown[index] ?? {}, productsOf(call, row)));
    return answered(call, elements, elements.length > 0);
  },
};

function element(row: Row, crossSelling: EntityJson, products: readonly EntityJson[]): JsonObject {
  return {
    crossSelling,
    products,
    total: products.length,
    streamId: row.type === STREAM ? (row.productStreamId ?? null) : null,
    apiAlias: 'cross_selling_element',
  };
}

const STREAM = 'productStream';

function productsOf(call: StoreCall, row: Row): readonly EntityJson[] {
  return row.type === STREAM ? productsOfStream(call, row) : assignedProducts(call, row);
}

/** The products that were chosen by hand, in their order. */
function assignedProducts(call: StoreCall, row: Row): readonly EntityJson[] {
  const assigned = call.shop.database.table('product_cross_selling_assigned_products');
  const ids = (assigned?.where('crossSellingId', String(row.id)) ?? [])
    .toSorted((one, other) => Number(one.position) - Number(other.position))
    .map(({ productId }) => String(productId));
  if (ids.length === 0) return [];
  const { entities } = searchWith(
    { ...call, criteria: { ...withAssociations(call.criteria, ['options']), ids } },
    visibleIn(call.shop.salesChannel),
  );
  return entities.toSorted((one, other) => ids.indexOf(String(one.id)) - ids.indexOf(String(other.id)));
}

/** What the filter of a product stream finds. */
function productsOfStream(call: StoreCall, row: Row): readonly EntityJson[] {
  const { shop, context, criteria } = call;
  const [stream] = shop.database.table('product_stream')?.where('id', String(row.productStreamId)) ?? [];
  const filters = parseFilters(stream?.apiFilter, context.now);
  const limit = Number(row.limit);
  const sortings = [...criteria.sortings, sortingOf(row)];
  const grouping = [...criteria.grouping, 'displayGroup'];
  return searchWith({ ...call, criteria: { ...criteria, offset: 0, limit, sortings, grouping } }, [
    ...visibleIn(shop.salesChannel),
    ...filters,
    ONE_OF_A_GROUP,
  ]).entities;
}

function sortingOf({ sortBy, sortDirection }: Row): Sorting {
  const field = sortBy === 'price' ? 'cheapestPrice' : String(sortBy ?? 'name');
  return { field, descending: sortDirection === 'DESC', byCount: false, natural: false };
}
