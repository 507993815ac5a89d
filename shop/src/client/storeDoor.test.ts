import { describe, expect, it } from 'vitest';
import { errorOf } from '../../test/errorOf.ts';
import { fakeShop, refusal } from '../../test/fakeShop.ts';
import { createShop } from './shop.ts';

const rows = { json: { elements: [], total: 0 } };
const malformedKey = {
  code: 'FRAMEWORK__API_INVALID_ACCESS_KEY',
  detail: 'Access key is invalid and could not be identified.',
};

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
    expect(request.headers).toMatchObject({ 'sw-access-key': '•••', 'sw-context-token': '•••' });
    await shop.close();
  });

  it.each([
    [
      'unknown key',
      refusal(412, { code: 'FRAMEWORK__ROUTING_SALES_CHANNEL_NOT_FOUND', detail: 'No matching sales channel found.' }),
      'wrongCredentials',
    ],
    ['no key at all', refusal(403, malformedKey), 'wrongCredentials'],
    ['missing key', refusal(401, { code: '0', detail: 'Header "sw-access-key" is required.' }), 'noCredentials'],
    ['maintenance', refusal(503, { code: 'FRAMEWORK__API_SALES_CHANNEL_MAINTENANCE_MODE' }), 'unavailable'],
  ] as const)('explains a refusal: %s', async (_, reply, kind) => {
    await using server = await fakeShop(() => reply);
    const shop = createShop({ url: server.url, store });
    const error = await errorOf(shop.signIn({ api: 'store' }));
    expect(error.kind).toBe(kind);
    expect(error.hint).toBeTruthy();
    expect(server.received[0]).toMatchObject({ method: 'GET', path: '/store-api/context' });
    await shop.close();
  });
});
