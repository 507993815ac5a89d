import { describe, expect, it } from 'vitest';
import { errorOf } from '../../test/errorOf.ts';
import { fakeShop, type Reply, refusal } from '../../test/fakeShop.ts';
import type { ShopErrorKind } from '../errors/shopError.ts';
import { createShop } from './shop.ts';

const rows = { json: { elements: [], total: 0 } };
describe('the Store API', () => {
  const store = { accessKey: 'SWSCTESTTESTTESTTESTTESTTE' };

  it('sends the access key and keeps the context token', async () => {
    await using server = await fakeShop((_, before) => ({
      ...rows,
      headers: { 'sw-context-token': `context-${before}` },
    }));
    const shop = createShop({ url: server.url, store });
    const ask = (headers?: Record<string, string>) =>
      shop.search({ api: 'store', path: '/store-api/product', body: '{}', ...(headers && { headers }) });
    await ask();
    await ask({ 'SW-Context-Token': 'a-customer' });
    const { request } = await ask();
    expect(server.received.map((entry) => entry.headers['sw-context-token'])).toEqual([
      undefined,
      'a-customer',
      'context-0',
    ]);
    expect(server.received[0]?.headers['sw-access-key']).toBe(store.accessKey);
    expect(request.headers).toMatchObject({ 'sw-access-key': 'SWSC•••', 'sw-context-token': '•••' });
    await shop.close();
  });

  it.each<[what: string, reply: Reply, kind: ShopErrorKind, message: string, hint: string]>([
    [
      'maintenance',
      refusal(503, { code: 'FRAMEWORK__API_SALES_CHANNEL_MAINTENANCE_MODE' }),
      'unavailable',
      'The sales channel of SHOP is in maintenance mode.',
      'End the maintenance mode, or add your address to the allowed ones, in the settings of the sales channel.',
    ],
    [
      'a key that is none, before 6.5.6',
      refusal(500, { code: '0', detail: 'Access key is invalid and could not be identified.' }),
      'wrongCredentials',
      'SHOP cannot answer the request (500): Access key is invalid and could not be identified.',
      'Copy the whole key: one of a sales channel begins with SWSC, one of an integration with SWIA.',
    ],
    [
      'too many requests',
      refusal(429, { code: 'FRAMEWORK__RATE_LIMIT_EXCEEDED', detail: 'Too many requests, try again in 5 seconds.' }),
      'throttled',
      'SHOP has had too many requests of this kind. Try again in 5 seconds.',
      'Wait before you try again.',
    ],
  ])('says, word for word, what to do about %s', async (_, reply, ...told) => {
    await using server = await fakeShop(() => reply);
    const shop = createShop({ url: server.url, store });
    const { kind, message, hint } = await errorOf(shop.signIn({ api: 'store' }));
    expect([kind, message.replaceAll(server.url, 'SHOP'), hint]).toEqual(told);
    expect(server.received[0]).toMatchObject({ method: 'GET', path: '/store-api/context' });
    await shop.close();
  });
});
