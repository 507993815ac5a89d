import { createShop } from '../src/client/shop.ts';
import type { Shop, ShopOptions } from '../src/client/types.ts';
import { fakeShop, type Received, type Reply, token } from './fakeShop.ts';

const admin = { clientId: 'SWIATESTTESTTESTTESTTESTTE', clientSecret: 'very-secret-secret' };
const store = { accessKey: 'SWSCTESTTESTTESTTESTTESTTE' };

/**
 * Does something with a client whose shop signs anybody in and answers as `reply` says; tells the outcome and what the
 * shop was asked besides the sign-in.
 */
export async function withShop<T>(
  reply: (request: Received, before: number) => Reply,
  work: (shop: Shop) => Promise<T>,
  options: ShopOptions = {},
): Promise<{ readonly result: T; readonly received: readonly Received[] }> {
  let before = 0;
  const isSignIn = ({ path }: Received) => path === '/api/oauth/token';
  await using server = await fakeShop((request) => (isSignIn(request) ? token('token-one') : reply(request, before++)));
  const shop = createShop({ url: server.url, admin, store }, options);
  try {
    const result = await work(shop);
    return { result, received: server.received.filter((request) => !isSignIn(request)) };
  } finally {
    await shop.close();
  }
}

/** What the shop was asked, one line a request: `POST /api/search/product`. */
export function linesOf(received: readonly Received[]): string[] {
  return received.map(({ method, path }) => `${method} ${path}`);
}
