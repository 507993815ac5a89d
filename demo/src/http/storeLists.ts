import type { Criteria } from '../engine/criteria.ts';
import type { SearchResult } from '../engine/engine.ts';
import type { Filter } from '../engine/filter.ts';
import type { JsonObject } from '../engine/json.ts';
import type { SalesChannel } from './shop.ts';
import { answered, equals, type Found, type StoreCall, type StoreRoute, searchWith, visibleIn } from './storeRoute.ts';

type Filters = (channel: SalesChannel) => readonly Filter[];

/** Routes that list an entity, with what each adds to the criteria; `currency` answers with a bare list. */
export const LIST_ROUTES: readonly StoreRoute[] = [
  list('product', 'product', visibleIn),
  list('category', 'category', inNavigation),
  list('country', 'country', assignedTo),
  list('currency', 'currency', assignedTo, true),
  list('language', 'language', assignedTo),
  list('salutation', 'salutation', () => []),
  list('payment-method', 'payment_method', (channel) => [equals('active', true), ...assignedTo(channel)]),
  list('shipping-method', 'shipping_method', (channel) => [equals('active', true), ...assignedTo(channel)]),
  list('seo-url', 'seo_url', () => []),
  {
    path: /^\/store-api\/country-state\/([0-9a-f]{32})$/,
    entity: 'country_state',
    answer: (call) => listed(call, [equals('active', true), equals('countryId', call.parameter)]),
  },
  {
    path: /^\/store-api\/product\/([0-9a-f]{32})\/reviews$/,
    methods: ['POST'],
    entity: 'product_review',
    answer: (call) => listed(call, [equals('status', true), equals('productId', call.parameter)]),
  },
];

function list(name: string, entity: string, filters: Filters, isBare = false): StoreRoute {
  return {
    path: new RegExp(`^/store-api/${name}$`),
    entity,
    answer: (call) => listed(call, filters(call.shop.salesChannel), isBare),
  };
}

function listed(call: StoreCall, filters: readonly Filter[], isBare = false): Found {
  const result = searchWith(call, filters);
  const body = isBare ? result.entities : listAnswer(call.table.entity.name, result, call.criteria);
  return answered(call, body, result.entities.length > 0);
}

/** What every list of the Store API looks like. */
export function listAnswer(
  entity: string,
  { entities, aggregations, total }: SearchResult,
  criteria: Criteria,
): JsonObject {
  return {
    elements: entities,
    aggregations,
    page: 1 + (criteria.limit ? Math.floor(criteria.offset / criteria.limit) : 0),
    limit: criteria.ids.length > 0 ? null : (criteria.limit ?? null),
    entity,
    total,
    states: [],
    apiAlias: 'dal_entity_search_result',
  };
}

/** Active, and below the root of the sales channel's navigation. */
function inNavigation({ navigationId }: SalesChannel): readonly Filter[] {
  return [equals('active', true), { kind: 'contains', field: 'path', value: navigationId }];
}

function assignedTo({ id }: SalesChannel): readonly Filter[] {
  return [equals('salesChannels.id', id)];
}
