import { EMPTY_CRITERIA } from '../engine/criteria.ts';
import type { EntityJson } from '../engine/entityJson.ts';
import { failed } from './answer.ts';
import {
  answered,
  equals,
  type Found,
  missing,
  type StoreCall,
  type StoreRoute,
  searchWith,
  visibleIn,
} from './storeRoute.ts';
import { configuratorOf } from './storeVariants.ts';

const ID = '([0-9a-f]{32})';

/** Routes about one entity. */
export const DETAIL_ROUTES: readonly StoreRoute[] = [
  { path: new RegExp(`^/store-api/product/${ID}$`), methods: ['POST'], entity: 'product', answer: productDetail },
  { path: new RegExp(`^/store-api/category/(${ID}|home)$`), entity: 'category', answer: category },
  // Never reads associations, so an invented one passes (reference, section 11).
  {
    path: new RegExp(`^/store-api/landing-page/${ID}$`),
    methods: ['POST'],
    entity: 'landing_page',
    unchecked: true,
    answer: landingPage,
  },
  { path: new RegExp(`^/store-api/cms/${ID}$`), entity: 'cms_page', answer: layout },
  { path: /^\/store-api\/media$/, methods: ['POST'], entity: 'media', answer: mediaByIds },
];

/** A product with variants is shown as its cheapest variant (ProductDetailRoute). */
function productDetail(call: StoreCall): Found {
  const { shop, table, parameter } = call;
  const id = bestVariantOf(call) ?? parameter;
  const [product] = searchWith(withId(call, id), visibleIn(shop.salesChannel)).entities;
  const [row] = table.where('id', id);
  if (!product || !row) throw missing('CONTENT__PRODUCT_NOT_FOUND', 'product', parameter);
  return answered(call, { product, configurator: configuratorOf(call, row), apiAlias: 'product_detail' });
}

function bestVariantOf(call: StoreCall): string | undefined {
  const sortings = ['price', 'available'].map((field) => ({
    field,
    descending: false,
    byCount: false,
    natural: false,
  }));
  const criteria = { ...EMPTY_CRITERIA, limit: 1, sortings };
  const filters = [...visibleIn(call.shop.salesChannel), equals('parentId', call.parameter)];
  const [variant] = searchWith({ ...call, criteria }, filters).entities;
  return typeof variant?.id === 'string' ? variant.id : undefined;
}

/** `home` is the root of the sales channel's navigation. */
function category(call: StoreCall): Found {
  const id = call.parameter === 'home' ? call.shop.salesChannel.navigationId : call.parameter;
  const [entity] = searchWith(withId(call, id), [equals('active', true)]).entities;
  if (!entity) throw missing('CONTENT__CATEGORY_NOT_FOUND', 'category', id);
  return answered(call, withLayout(call, entity));
}

function landingPage(call: StoreCall): Found {
  const criteria = { ...call.criteria, associations: new Map() };
  const [entity] = searchWith(withId({ ...call, criteria }, call.parameter), [equals('active', true)]).entities;
  if (!entity) throw missing('CONTENT__LANDING_PAGE_NOT_FOUND', 'landing_page', call.parameter);
  return answered(call, withLayout(call, entity));
}

function layout(call: StoreCall): Found {
  const [entity] = searchWith(withId(call, call.parameter), []).entities;
  if (!entity) throw missing('CONTENT__CMS_PAGE_NOT_FOUND', 'cms_page', call.parameter);
  return answered(call, entity);
}

/** A bare list, and only with `ids`. */
function mediaByIds(call: StoreCall): Found {
  if (call.criteria.ids.length > 0) return answered(call, searchWith(call, []).entities);
  const error = { code: 'CONTENT__MEDIA_EMPTY_ID', detail: 'A media id must be provided.', parameters: {} };
  return { answer: failed(400, error), found: false };
}

/** Pages come with their layout. */
function withLayout(call: StoreCall, entity: EntityJson): EntityJson {
  const table = call.shop.database.table('cms_page');
  const id = entity.cmsPageId;
  if (!table || typeof id !== 'string') return entity;
  const [cmsPage] = searchWith(withId({ ...call, table, criteria: EMPTY_CRITERIA }, id), []).entities;
  return { ...entity, cmsPage: cmsPage ?? null };
}

function withId(call: StoreCall, id: string): StoreCall {
  return { ...call, criteria: { ...call.criteria, ids: [id] } };
}
