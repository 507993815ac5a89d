import { noRoute } from './adminApi.ts';
import { type Answer, failed, refusedByFramework } from './answer.ts';
import { answerCriteria } from './answerCriteria.ts';
import type { Shop } from './shop.ts';
import type { ShopRequest } from './shopRequest.ts';
import { noAccessKey } from './signIn.ts';
import { DETAIL_ROUTES } from './storeDetails.ts';
import { LISTING_ROUTES } from './storeListing.ts';
import { LIST_ROUTES } from './storeLists.ts';
import type { StoreRoute } from './storeRoute.ts';

const ROUTES: readonly StoreRoute[] = [...LIST_ROUTES, ...LISTING_ROUTES, ...DETAIL_ROUTES];

/** The Store API with a sales channel's access key (reference, sections 9 and 11). */
export function answerStore(shop: Shop, request: ShopRequest): Answer {
  const [chosen] = ROUTES.flatMap((route) => {
    const match = route.path.exec(request.path);
    const table = shop.database.table(route.entity);
    return match && table ? [{ route, match, table }] : [];
  });
  if (!chosen) return noRoute(request, []);
  if (request.method !== 'POST' && request.method !== 'GET') return noRoute(request, ['GET', 'POST']);
  const refused = refuseKey(shop, request);
  if (refused) return refused;
  const { route, match, table } = chosen;
  return answerCriteria(shop, request, 'store', table, (context, _, criteria, body) =>
    route.answer({ shop, context, table, criteria, body, parameter: match[1] ?? '' }),
  );
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
