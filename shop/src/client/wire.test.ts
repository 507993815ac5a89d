import { once } from 'node:events';
import net from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { errorOf } from '../../test/errorOf.ts';
import { type FakeShop, fakeShop, type Received, type Reply, selfSigned } from '../../test/fakeShop.ts';
import type { Connection } from '../connection.ts';
import { createShop } from './shop.ts';
import type { Shop, ShopOptions } from './types.ts';

const store = { accessKey: 'SWSCTESTTESTTESTTESTTESTTE' };
const rows = { json: { elements: [], total: 0 } };
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

/** Accepts connections and says nothing, so that TLS is never agreed on. */
async function silentHost(onConnection: () => void): Promise<string> {
  const server = net.createServer(onConnection);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  opened.push({
    async [Symbol.asyncDispose]() {
      server.close();
    },
  });
  const address = server.address();
  return `https://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

function search(shop: Shop, more: { signal?: AbortSignal; onProgress?: (bytes: number) => void } = {}) {
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
    expect(answer.request.headers).toMatchObject({ 'sw-access-key': '•••', 'sw-language-id': 'ccc' });
  });

  it('tells its size and how long it took, by the clock that is handed in', async () => {
    const server = await serverWith(() => ({ json: { name: 'Küche' } }));
    let now = 0;
    const shop = shopAt(server.url, {}, { now: () => (now += 7) });
    const progress: number[] = [];
    expect(await search(shop, { onProgress: (bytes) => progress.push(bytes) })).toMatchObject({
      bytes: 17,
      milliseconds: 7,
    });
    expect(progress.at(-1)).toBe(17);
  });

  it('uses its connections again', async () => {
    const server = await serverWith(() => rows);
    const shop = shopAt(server.url);
    for (let count = 0; count < 10; count++) await search(shop);
    expect(server.received).toHaveLength(10);
    // undici frees a connection a tick after the answer, so that a second one may be opened.
    expect(server.connections()).toBeLessThanOrEqual(2);
  });

  it('reads compressed answers', async () => {
    const headers = { 'content-encoding': 'gzip', 'content-type': 'application/json' };
    const server = await serverWith(() => ({ text: gzipSync('{"elements":[]}'), headers }));
    expect(await search(shopAt(server.url))).toMatchObject({ json: { elements: [] }, bytes: 15 });
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
    ['in the middle of the answer', { text: '{"elements":', unfinished: true }],
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
    const url = await silentHost(() => controller.abort());
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
    await errorOf(shop.send({ api: 'store', path: '/store-api/checkout/order', body: '{}' }));
    expect(server.received).toHaveLength(3);
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

  it.each([
    ['has not begun to answer within 0.05 seconds', 'silence', { headers: 50 }],
    ['stopped in the middle of its answer for 0.05 seconds', { text: '{', unfinished: true }, { silence: 50 }],
  ] as const)('is given up when it %s', async (sentence, reply, limits) => {
    const server = await serverWith(() => reply);
    const error = await errorOf(search(shopAt(server.url, {}, { limits })));
    expect(error.kind).toBe('timeout');
    expect(error.message).toContain(sentence);
  });

  it('is given up when it does not come to stand', async () => {
    const url = await silentHost(() => {});
    const error = await errorOf(search(shopAt(url, {}, { limits: { connect: 50 } })));
    expect(error).toMatchObject({ kind: 'timeout', message: `No connection to ${url} within 0.05 seconds.` });
  });

  it('is given up when the answer grows too large', async () => {
    const server = await serverWith(() => ({ text: 'x'.repeat(3 * 1024 * 1024) }));
    const error = await errorOf(search(shopAt(server.url, {}, { limits: { bytes: 1024 * 1024 } })));
    expect(error).toMatchObject({ kind: 'tooLarge', message: expect.stringContaining('larger than 1 MB') });
  });
});

describe('TLS', () => {
  it('refuses a certificate that nobody knows, and says what to do', async () => {
    const server = await serverWith(() => rows, { secure: true });
    const error = await errorOf(search(shopAt(server.url)));
    expect(error).toMatchObject({ kind: 'tls', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    expect(error.message).toMatch(/is not trusted: its certificate is signed by itself/);
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

  it('is missed where the shop speaks http', async () => {
    const server = await serverWith(() => rows);
    const error = await errorOf(search(shopAt(server.url.replace('http:', 'https:'))));
    expect(error.kind).toBe('tls');
    expect(error.hint).toContain('http rather than https');
  });

  it('says so when the authority is no certificate', async () => {
    const error = await errorOf(
      search(shopAt('https://127.0.0.1:9', { tls: { ca: '-----BEGIN CERTIFICATE-----\nx' } })),
    );
    expect(error).toMatchObject({ kind: 'tls', message: expect.stringContaining('cannot be read') });
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
    expect(error.hint).toContain(`take ${elsewhere.url} as its address`);
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

describe('an answer that is not of Shopware', () => {
  it.each([
    ['a web page', { text: '<html><body>Hello</body></html>' }, 'notAShop', /web page \(200\)/],
    ['a page of errors', { status: 404, text: '<!DOCTYPE html>' }, 'notAShop', /web page \(404\)/],
    [
      'a message of PHP',
      { text: 'Warning: Undefined array key in /var/www\n{}' },
      'notAShop',
      /not JSON: Warning: Undefined/,
    ],
    ['other JSON', { status: 404, json: { message: 'no' } }, 'notAShop', /answers 404, but not as Shopware/],
    [
      'a password prompt',
      { status: 401, text: '', headers: { 'www-authenticate': 'Basic realm="x"' } },
      'notAShop',
      /asks for a password/,
    ],
    [
      'a web server that is asked too much',
      { status: 429, text: '<html>', headers: { 'retry-after': '7' } },
      'throttled',
      /takes no more requests from here at the moment \(429\)/,
    ],
    ['an overloaded server', { status: 504, text: '<html>' }, 'unavailable', /not available at the moment \(504\)/],
  ] as const)('%s', async (_, reply, kind, message) => {
    const server = await serverWith(() => reply);
    const error = await errorOf(search(shopAt(server.url)));
    expect(error.kind).toBe(kind);
    expect(error.message).toMatch(message);
    expect(error.hint).toBeTruthy();
  });
});
