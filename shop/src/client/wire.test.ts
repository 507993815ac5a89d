import { networkInterfaces } from 'node:os';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { errorOf } from '../../test/errorOf.ts';
import { type FakeShop, fakeShop, type Received, type Reply, selfSigned } from '../../test/fakeShop.ts';
import { rawHost } from '../../test/rawHost.ts';
import type { Connection } from '../connection.ts';
import { createShop } from './shop.ts';
import type { Shop, ShopOptions, ShopRequest } from './types.ts';

const store = { accessKey: 'SWSCTESTTESTTESTTESTTESTTE' };
const rows = { json: { elements: [], total: 0 } };
const hasIPv6 = Object.values(networkInterfaces()).some((addresses) =>
  addresses?.some(({ address }) => address === '::1'),
);
if (!hasIPv6) console.warn('Skipped: this machine has no IPv6.');
const opened: AsyncDisposable[] = [];

afterEach(async () => {
  for (const thing of opened.splice(0).reverse()) await thing[Symbol.asyncDispose]();
});

async function serverWith(reply: (request: Received, before: number) => Reply, options = {}): Promise<FakeShop> {
  const server = await fakeShop(reply, options);
  opened.push(server);
  return server;
}

function shopAt(url: string, connection: Partial<Connection> = {}, options: ShopOptions = {}): Shop {
  const shop = createShop({ url, store, ...connection }, options);
  opened.push({ [Symbol.asyncDispose]: () => shop.close() });
  return shop;
}

/** A host with TLS that is never agreed on. */
async function hostThat(onConnection: () => void): Promise<string> {
  const host = await rawHost(onConnection);
  opened.push(host);
  return `https://${host.address}`;
}

function search(shop: Shop, more: Pick<ShopRequest, 'signal' | 'onProgress' | 'maxBytes'> = {}) {
  return shop.search({ api: 'store', path: '/store-api/product', body: '{"limit": 1}', ...more });
}

describe('a request', () => {
  it('is sent as written and shown as sent', async () => {
    const server = await serverWith(() => rows);
    const body = '{ "limit" : 1.00, "limit" : 12345678901234567890 }\n';
    const shop = shopAt(`${server.url}/shop/`, { headers: { 'SW-Language-Id': 'aaa', 'sw-currency-id': 'bbb' } });
    const answer = await shop.search({
      api: 'store',
      path: '/store-api/product?x=1',
      body,
      headers: { 'sw-language-id': 'ccc' },
    });
    expect(server.received[0]).toMatchObject({
      method: 'POST',
      path: '/shop/store-api/product?x=1',
      body,
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        'sw-language-id': 'ccc',
        'sw-currency-id': 'bbb',
        'sw-access-key': store.accessKey,
      },
    });
    expect(answer).toMatchObject({ status: 200, text: JSON.stringify(rows.json), json: rows.json });
    expect(answer.request).toMatchObject({ method: 'POST', url: `${server.url}/shop/store-api/product?x=1`, body });
    expect(answer.request.headers).toMatchObject({ 'sw-access-key': 'SWSC•••', 'sw-language-id': 'ccc' });
  });

  it('carries every header that a Shopware knows', async () => {
    const names = [
      ...['sw-language-id', 'sw-currency-id', 'sw-version-id', 'sw-inheritance', 'sw-include-seo-urls'],
      ...['sw-include-search-info', 'sw-skip-trigger-flow', 'sw-expect-packages', 'sw-app-integration-id'],
      ...['sw-app-user-id', 'indexing-behavior', 'indexing-skip', 'indexing-only', 'sw-force-cache-invalidate'],
      ...['sw-measurement-weight-unit', 'sw-measurement-length-unit', 'sw-context-token'],
    ];
    const headers = Object.fromEntries(names.map((name) => [name, `value of ${name}`]));
    const server = await serverWith(() => rows);
    await shopAt(server.url).search({ api: 'store', path: '/store-api/product', body: '{}', headers });
    expect(server.received[0]?.headers).toMatchObject({ ...headers, accept: 'application/json' });
  });

  it('tells its size and how long it took, by the clock that is handed in', async () => {
    const server = await serverWith(() => ({ json: { elements: ['Küche'] }, headers: { 'content-length': '23' } }));
    let now = 0;
    const shop = shopAt(server.url, {}, { now: () => (now += 7) });
    const progress: (number | null)[][] = [];
    expect(await search(shop, { onProgress: (...of) => progress.push(of) })).toMatchObject({
      bytes: 23,
      milliseconds: 7,
    });
    expect(progress).toEqual([[23, 23]]);
  });

  it('tells no size beforehand where the answer does not', async () => {
    const headers = { 'content-encoding': 'gzip' };
    const server = await serverWith(() => ({ text: gzipSync('{"elements":[]}'), headers }));
    const progress: (number | null)[][] = [];
    await search(shopAt(server.url), { onProgress: (...of) => progress.push(of) });
    expect(progress).toEqual([[15, null]]);
  });

  it('uses its connections again', async () => {
    const server = await serverWith(() => rows);
    const shop = shopAt(server.url);
    for (let count = 0; count < 10; count++) await search(shop);
    expect(server.received).toHaveLength(10);
    // undici frees a connection a tick after the answer, so that a second one may be opened.
    expect(server.connections()).toBeLessThanOrEqual(2);
  });

  it.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['gzip, br', (text: string) => brotliCompressSync(gzipSync(text))],
    ['X-GZIP , Deflate', (text: string) => deflateRawSync(gzipSync(text))],
    ['identity,gzip,', gzipSync],
    ['gzip ', gzipSync],
    ['identity', (text: string) => text],
    ['none', (text: string) => text],
    ['UTF-8', (text: string) => text],
  ])('reads answers that are compressed by %s', async (encoding, compressed) => {
    const headers = { 'content-encoding': encoding, 'content-type': 'application/json' };
    const server = await serverWith(() => ({ text: compressed('{"elements":[]}'), headers }));
    expect(await search(shopAt(server.url))).toMatchObject({ json: { elements: [] }, bytes: 15 });
  });

  it('reads answers in the form of JSON:API as plain JSON', async () => {
    const data = [{ type: 'product', id: 'a', attributes: { name: 'A' }, relationships: [] }];
    const headers = { 'content-type': 'application/vnd.api+json' };
    const server = await serverWith(() => ({ text: JSON.stringify({ data, meta: { total: 1 } }), headers }));
    const request = { api: 'store', path: '/store-api/acme/things' } as const;
    expect((await shopAt(server.url).send(request)).json).toEqual({
      total: 1,
      data: [{ id: 'a', apiAlias: 'product', name: 'A' }],
    });
  });

  it.skipIf(!hasIPv6)('goes to an address of IPv6', async () => {
    const server = await serverWith(() => rows, { host: '::1' });
    expect(server.url).toMatch(/^http:\/\/\[::1\]:\d+$/);
    expect((await search(shopAt(server.url))).status).toBe(200);
  });

  it.each([
    ['authorization', 'Bearer mine', /set by the client itself/],
    ['content-length', '5', /set by the client itself/],
    ['sw language', 'x', /does not allow/],
    ['sw-language-id', 'a\r\nb', /does not allow/],
  ])('is not sent with the header %s: %j', async (name, value, message) => {
    const server = await serverWith(() => rows);
    const send = shopAt(server.url).search({
      api: 'store',
      path: '/store-api/product',
      body: '{}',
      headers: { [name]: value },
    });
    const error = await errorOf(send);
    expect(error.kind).toBe('badRequest');
    expect(error.message).toMatch(message);
    expect(server.received).toHaveLength(0);
  });

  it('cannot be led to another host by its path', async () => {
    const shop = shopAt('http://127.0.0.1:9');
    const error = await errorOf(shop.search({ api: 'store', path: '@evil.example/x', body: '{}' }));
    expect(error.kind).toBe('badRequest');
  });
});

describe('cancelling', () => {
  it.each([
    ['before anything answers', 'silence'],
    ['in the middle of the answer', { text: '{"elements":', unfinished: 'silence' }],
  ] as const)('works %s', async (_, reply) => {
    const controller = new AbortController();
    const server = await serverWith(() => {
      if (reply === 'silence') setImmediate(() => controller.abort());
      return reply;
    });
    const cancelled = search(shopAt(server.url), { signal: controller.signal, onProgress: () => controller.abort() });
    expect(await errorOf(cancelled)).toMatchObject({ kind: 'cancelled', message: 'The request was cancelled.' });
  });

  it('works before anything is sent', async () => {
    const server = await serverWith(() => rows);
    expect(await errorOf(search(shopAt(server.url), { signal: AbortSignal.abort() }))).toMatchObject({
      kind: 'cancelled',
    });
    expect(server.received).toHaveLength(0);
  });

  it('works while connecting', async () => {
    const controller = new AbortController();
    const url = await hostThat(() => controller.abort());
    expect(await errorOf(search(shopAt(url), { signal: controller.signal }))).toMatchObject({ kind: 'cancelled' });
  });

  it('is what closing the client does to requests under way', async () => {
    const shops: Shop[] = [];
    const server = await serverWith(() => {
      setImmediate(() => shops[0]?.close());
      return 'silence';
    });
    const shop = shopAt(server.url);
    shops.push(shop);
    expect(await errorOf(search(shop))).toMatchObject({ kind: 'cancelled' });
    expect(await errorOf(search(shop))).toMatchObject({ kind: 'cancelled' });
  });
});

describe('a connection that fails', () => {
  it('is tried once more when it was cut, for a search', async () => {
    const server = await serverWith((_, before) => (before === 0 ? 'cut' : rows));
    expect((await search(shopAt(server.url))).status).toBe(200);
  });

  it('is not tried a third time, and not for what might change something', async () => {
    const server = await serverWith(() => 'cut');
    const shop = shopAt(server.url);
    expect(await errorOf(search(shop))).toMatchObject({
      kind: 'unreachable',
      message: expect.stringContaining('the connection was cut'),
    });
    expect(server.received).toHaveLength(2);
    for (const path of ['/store-api/checkout/order', '/store-api/product/abc/review']) {
      expect((await errorOf(shop.search({ api: 'store', path, body: '{}' }))).hint).toBe(
        'It is not known whether the shop received the request, so it was not sent again automatically.',
      );
    }
    expect(server.received).toHaveLength(4);
  });

  it('is not tried again when the answer had begun', async () => {
    const server = await serverWith(() => ({ text: '{"elements":', unfinished: 'cut' }));
    expect(await errorOf(search(shopAt(server.url)))).toMatchObject({
      kind: 'unreachable',
      message: expect.stringContaining('broke off in the middle of its answer'),
    });
    expect(server.received).toHaveLength(1);
  });

  it('is unreachable where nothing listens or no such host is', async () => {
    const server = await fakeShop(() => rows);
    await server[Symbol.asyncDispose]();
    expect(await errorOf(search(shopAt(server.url)))).toMatchObject({
      kind: 'unreachable',
      message: `${server.url} cannot be reached: nothing listens there.`,
    });
    const nowhere = await errorOf(search(shopAt('https://shop.invalid', { name: 'staging' })));
    expect(nowhere.kind).toBe('unreachable');
    expect(nowhere.message).toMatch(/^"staging" \(https:\/\/shop\.invalid\) cannot be reached: .*host/);
  });

  it('is read whatever its size when the limit is lifted', async () => {
    const text = JSON.stringify({ elements: ['x'.repeat(3 * 1024 * 1024)] });
    const server = await serverWith(() => ({ text }));
    const shop = shopAt(server.url, {}, { limits: { bytes: 1024 * 1024 } });
    expect((await search(shop, { maxBytes: Infinity })).bytes).toBe(text.length);
  });
});

describe('TLS', () => {
  it('refuses a certificate that nobody knows, and says what to do', async () => {
    const server = await serverWith(() => rows, { secure: true });
    const error = await errorOf(search(shopAt(server.url)));
    expect(error).toMatchObject({ kind: 'tls', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    expect(error.message).toMatch(/is not trusted: its certificate is self-signed/);
    expect(error.hint).toContain('rejectUnauthorized');
  });

  it('trusts the authority of the shop', async () => {
    const server = await serverWith(() => rows, { secure: true });
    expect((await search(shopAt(server.url, { tls: { ca: selfSigned } }))).status).toBe(200);
  });

  it('trusts any certificate of one shop, and of that one only', async () => {
    const server = await serverWith(() => rows, { secure: true });
    expect((await search(shopAt(server.url, { tls: { rejectUnauthorized: false } }))).status).toBe(200);
    expect(await errorOf(search(shopAt(server.url)))).toMatchObject({ kind: 'tls' });
  });
});

describe('a redirect', () => {
  it('is followed within the shop, as the same request', async () => {
    const server = await serverWith(({ path }) =>
      path === '/store-api/product' ? { status: 301, headers: { location: '/de/store-api/product' } } : rows,
    );
    await search(shopAt(server.url));
    expect(server.received[1]).toMatchObject({ method: 'POST', path: '/de/store-api/product', body: '{"limit": 1}' });
  });

  it('to another origin is told, and nothing is sent there', async () => {
    const elsewhere = await serverWith(() => rows);
    const server = await serverWith(() => ({
      status: 302,
      headers: { location: `${elsewhere.url}/store-api/product` },
    }));
    const error = await errorOf(search(shopAt(server.url)));
    expect(error).toMatchObject({ kind: 'redirected', status: 302 });
    expect(error.hint).toContain(`use ${elsewhere.url} as its address`);
    expect(elsewhere.received).toHaveLength(0);
  });

  it('in circles ends', async () => {
    const server = await serverWith(() => ({ status: 308, headers: { location: '/store-api/product' } }));
    expect(await errorOf(search(shopAt(server.url)))).toMatchObject({
      kind: 'redirected',
      hint: expect.stringContaining('circles'),
    });
    expect(server.received.length).toBeLessThan(10);
  });
});
