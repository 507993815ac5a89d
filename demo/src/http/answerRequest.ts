import { answerAdmin, noRoute } from './adminApi.ts';
import { type Answer, refusedByFramework } from './answer.ts';
import type { Shop } from './shop.ts';
import type { ShopRequest } from './shopRequest.ts';
import { answerStore } from './storeApi.ts';

/** What the shop answers to a request, whatever it is: a fault of our own looks like a PHP error and ends nothing. */
export function answerRequest(shop: Shop, request: ShopRequest): Answer {
  try {
    return answerRoute(shop, request);
  } catch (error) {
    const reason = error instanceof Error ? `: ${error.message}` : '.';
    return refusedByFramework(500, `The demo shop failed${reason}`);
  }
}

function answerRoute(shop: Shop, asked: ShopRequest): Answer {
  // Symfony takes a HEAD for a GET; its body is not sent.
  const request = asked.method === 'HEAD' ? { ...asked, method: 'GET' } : asked;
  if (request.path.startsWith('/store-api/')) return answerStore(shop, request);
  if (request.path.startsWith('/api/')) return answerAdmin(shop, request);
  return noRoute(request, []);
}
