import type { Criteria } from '../engine/criteria.ts';
import { search } from '../engine/engine.ts';
import type { Filter } from '../engine/filter.ts';
import type { Json } from '../engine/json.ts';
import { noRoute } from './adminApi.ts';
import { type Answer, failed, ok, refusedByFramework } from './answer.ts';
import { answerCriteria } from './answerCriteria.ts';
import type { SalesChannel, Shop } from './shop.ts';
import type { ShopRequest } from './shopRequest.ts';
import { noAccessKey } from './signIn.ts';

/** A route that lists an entity: what it adds to the criteria, and whether it answers with a bare list. */
interface ListRoute {
  readonly entity: string;
  readonly filters: (channel: SalesChannel) => readonly Filter[];
  readonly bare?: boolean;
}

const ROUTES: Readonly<Record<string, ListRoute>> = {
  product: { entity: 'product', filters: visibleIn },
  category: { entity: 'category', filters: inNavigation },
  country: { entity: 'country', filters: assignedTo },
  currency: { entity: 'currency', filters: assignedTo, bare: true },
  language: { entity: 'language', filters: assignedTo },
  salutation: { entity: 'salutation', filters: () => [] },
  'payment-method': {
    entity: 'payment_method',
    filters: (channel) => [equals('active', true), ...assignedTo(channel)],
  },
  'shipping-method': {
    entity: 'shipping_method',
    filters: (channel) => [equals('active', true), ...assignedTo(channel)],
  },
  'seo-url': { entity: 'seo_url', filters: () => [] },
};

/** The Store API: list routes with a sales channel's access key (reference, sections 9 and 11). */
export function answerStore(shop: Shop, request: ShopRequest): Answer {
  const route = ROUTES[request.path.replace(/^\/store-api\//, '')];
  const table = route && shop.database.table(route.entity);
  if (!route || !table) return noRoute(request, []);
  if (request.method !== 'POST' && request.method !== 'GET') return noRoute(request, ['GET', 'POST']);
  const refused = refuseKey(shop, request);
  if (refused) return refused;
  return answerCriteria(shop, request, 'store', table, (context, _, criteria) => {
    const own = route.filters(shop.salesChannel);
    const result = search(shop.database, context, table, { ...criteria, filters: [...criteria.filters, ...own] });
    const body = route.bare ? result.entities : listAnswer(route.entity, result, criteria);
    return { answer: ok(body), found: result.entities.length > 0 };
  });
}

function listAnswer(
  entity: string,
  { entities, aggregations, total }: { entities: readonly Json[]; aggregations: Json; total: number },
  criteria: Criteria,
): Json {
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

function refuseKey({ salesChannel }: Shop, request: ShopRequest): Answer | undefined {
  const key = request.header('sw-access-key');
  if (key === undefined) return refusedByFramework(401, 'Header "sw-access-key" is required.');
  if (!/^SW(IA|UA|SC)[A-Z0-9]{22}$/.test(key)) return noAccessKey();
  if (key === salesChannel.accessKey) return undefined;
  return failed(412, {
    code: 'FRAMEWORK__ROUTING_SALES_CHANNEL_NOT_FOUND',
    detail: 'No matching sales channel found.',
    parameters: {},
  });
}

function equals(field: string, value: string | boolean): Filter {
  return { kind: 'equals', field, value };
}

/** Active, and shown in this sales channel. */
function visibleIn(channel: SalesChannel): readonly Filter[] {
  const inChannel: readonly Filter[] = [
    equals('visibilities.salesChannelId', channel.id),
    { kind: 'range', field: 'visibilities.visibility', bounds: { gte: 10 } },
  ];
  return [equals('active', true), { kind: 'group', operator: 'AND', negated: false, queries: inChannel }];
}

/** Active, and below the root of the sales channel's navigation. */
function inNavigation({ navigationId }: SalesChannel): readonly Filter[] {
  return [equals('active', true), { kind: 'contains', field: 'path', value: navigationId }];
}

function assignedTo(channel: SalesChannel): readonly Filter[] {
  return [equals('salesChannels.id', channel.id)];
}
