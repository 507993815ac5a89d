import { shapeResponse } from '../engine/shapeResponse.ts';
import { type Answer, failed } from './answer.ts';
import { equals, found, type StoreCall, type StoreRoute, searchWith, visibleIn } from './storeRoute.ts';

const ID = '([0-9a-f]{32})';

/** Routes about one entity. */
export const DETAIL_ROUTES: readonly StoreRoute[] = [
  { path: new RegExp(`^/store-api/product/${ID}$`), entity: 'product', answer: productDetail },
  { path: new RegExp(`^/store-api/category/(${ID}|home)$`), entity: 'category', answer: category },
  { path: new RegExp(`^/store-api/landing-page/${ID}$`), entity: 'landing_page', answer: landingPage },
  { path: /^\/store-api\/media$/, entity: 'media', answer: mediaByIds },
];

function productDetail(call: StoreCall): ReturnType<StoreRoute['answer']> {
  const [product] = searchWith(withId(call, call.parameter), visibleIn(call.shop.salesChannel)).entities;
  if (product === undefined) return missing('CONTENT__PRODUCT_NOT_FOUND', 'product', call.parameter);
  const detail = { product, configurator: [], apiAlias: 'product_detail' };
  return found(shapeResponse(detail, call.criteria, 'store'));
}

/** `home` is the root of the sales channel's navigation. */
function category(call: StoreCall): ReturnType<StoreRoute['answer']> {
  const id = call.parameter === 'home' ? call.shop.salesChannel.navigationId : call.parameter;
  const [entity] = searchWith(withId(call, id), [equals('active', true)]).entities;
  return entity === undefined ? missing('CONTENT__CATEGORY_NOT_FOUND', 'category', id) : found(entity);
}

/** Never reads associations, so an invented one passes (reference, section 11). */
function landingPage(call: StoreCall): ReturnType<StoreRoute['answer']> {
  const criteria = { ...call.criteria, associations: new Map() };
  const [entity] = searchWith(withId({ ...call, criteria }, call.parameter), [equals('active', true)]).entities;
  return entity === undefined
    ? missing('CONTENT__LANDING_PAGE_NOT_FOUND', 'landing_page', call.parameter)
    : found(entity);
}

/** A bare list, and only with `ids`. */
function mediaByIds(call: StoreCall): ReturnType<StoreRoute['answer']> {
  if (call.criteria.ids.length > 0) return found(searchWith(call, []).entities);
  return refused(
    failed(400, { code: 'CONTENT__MEDIA_EMPTY_ID', detail: 'A media id must be provided.', parameters: {} }),
  );
}

function withId(call: StoreCall, id: string): StoreCall {
  return { ...call, criteria: { ...call.criteria, ids: [id] } };
}

function missing(code: string, entity: string, value: string): ReturnType<StoreRoute['answer']> {
  const detail = `Could not find ${entity} with id "${value}"`;
  return refused(failed(404, { code, detail, parameters: { entity, field: 'id', value } }));
}

function refused(answer: Answer): ReturnType<StoreRoute['answer']> {
  return { answer, found: false };
}
