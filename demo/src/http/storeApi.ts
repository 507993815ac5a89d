import { randomBytes } from 'node:crypto';
import type { Context } from '../engine/context.ts';
import { noRoute } from './adminApi.ts';
import { type Answer, failed, readOnly, refusedByFramework } from './answer.ts';
import { answerCriteria } from './answerCriteria.ts';
import { contextOf } from './requestContext.ts';
import { type SalesChannel, type Shop, salesChannelOf } from './shop.ts';
import type { ShopRequest } from './shopRequest.ts';
import { noAccessKey } from './signIn.ts';
import { ACCOUNT_ROUTES } from './storeAccount.ts';
import { answerContext } from './storeContext.ts';
import { CROSS_SELLING } from './storeCrossSelling.ts';
import { DETAIL_ROUTES } from './storeDetails.ts';
import { LISTING_ROUTES } from './storeListing.ts';
import { LIST_ROUTES } from './storeLists.ts';
import { NAVIGATION_ROUTE } from './storeNavigation.ts';
import type { StoreRoute } from './storeRoute.ts';
import { FIND_VARIANT } from './storeVariants.ts';

/** A request with a good access key. */
export interface StoreVisit {
  readonly shop: Shop;
  readonly request: ShopRequest;
  readonly context: Context;
  /** `sw-context-token`: the request's, else a new one. */
  readonly token: string;
}

/** A route without a criteria. */
export interface VisitRoute {
  readonly path: RegExp;
  /** Without it GET and POST. */
  readonly methods?: readonly string[];
  answer(visit: StoreVisit): Answer;
}

/** Routes without a criteria. */
const VISIT_ROUTES: readonly VisitRoute[] = [
  { path: /^\/store-api\/context$/, methods: ['GET', 'PATCH'], answer: contextRoute },
  { path: /^\/store-api\/_info\/open-api-schema\.json$/, methods: ['GET'], answer: noSchema },
  { path: /^\/store-api\/_info\/openapi3\.json$/, methods: ['GET'], answer: ({ request }) => noRoute(request, []) },
  ...ACCOUNT_ROUTES,
];

const CRITERIA_ROUTES: readonly StoreRoute[] = [
  ...LIST_ROUTES,
  ...LISTING_ROUTES,
  ...DETAIL_ROUTES,
  FIND_VARIANT,
  CROSS_SELLING,
  NAVIGATION_ROUTE,
];

/** The Store API with a sales channel's access key (reference, sections 9 and 11). */
export function answerStore(everyChannel: Shop, request: ShopRequest): Answer {
  const salesChannel = channelFor(everyChannel, request);
  const shop = { ...everyChannel, ...(salesChannel && { salesChannel }) };
  const route = chosen(shop, request);
  const methods = route ? (route.methods ?? ['GET', 'POST']) : [];
  if (!route || !methods.includes(request.method)) return noRoute(request, methods);
  if (!salesChannel) return refuseKey(request);
  const headers = contextOf(shop, request, 'store');
  if ('answer' in headers) return headers.answer;
  const { context } = headers;
  const token = request.header('sw-context-token') ?? randomBytes(16).toString('hex');
  const answered = route.answer({ shop, request, context, token });
  const [language = ''] = context.languages;
  const sent = { 'sw-context-token': token, 'sw-language-id': language, 'sw-currency-id': context.currency.id };
  return { ...answered, headers: { ...answered.headers, ...sent } };
}

/** The context of a visit is what its headers say. */
function contextRoute(visit: StoreVisit): Answer {
  return visit.request.method === 'GET' ? answerContext(visit) : readOnly();
}

function chosen(shop: Shop, request: ShopRequest): VisitRoute | undefined {
  const visited = VISIT_ROUTES.find(({ path }) => path.test(request.path));
  if (visited) return visited;
  for (const route of CRITERIA_ROUTES) {
    const match = route.path.exec(request.path);
    const table = shop.database.table(route.entity);
    if (!match || !table) continue;
    const call = { shop, request, api: 'store', table, unchecked: route.unchecked ?? false } as const;
    const answer = () =>
      answerCriteria(call, (context, _, criteria, body) =>
        route.answer({ shop, context, table, criteria, body, parameter: match[1] ?? '', parameters: match.slice(1) }),
      );
    return { ...route, answer };
  }
  return undefined;
}

/** The active sales channel with the access key of a request. */
function channelFor({ database, salesChannel }: Shop, request: ShopRequest): SalesChannel | undefined {
  const key = request.header('sw-access-key');
  if (key === undefined || key === salesChannel.accessKey) return key === undefined ? undefined : salesChannel;
  const [row] = database.table('sales_channel')?.where('accessKey', key) ?? [];
  return row?.active === true ? salesChannelOf(row) : undefined;
}

function refuseKey(request: ShopRequest): Answer {
  const key = request.header('sw-access-key');
  if (key === undefined) return refusedByFramework(401, 'Header "sw-access-key" is required.');
  if (!/^SW(IA|UA|SC)/.test(key)) return noAccessKey();
  return failed(412, {
    code: 'FRAMEWORK__ROUTING_SALES_CHANNEL_NOT_FOUND',
    detail: 'No matching sales channel found.',
    parameters: {},
  });
}

function noSchema(): Answer {
  return failed(400, {
    code: 'FRAMEWORK__UNSUPPORTED_STORE_API_SCHEMA_ENDPOINT',
    detail:
      'The Store-API does not support the entity schema endpoint. Use `/store-api/_info/openapi3.json` for the OpenAPI specification.',
    parameters: {},
  });
}
