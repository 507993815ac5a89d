import { once } from 'node:events';
import http from 'node:http';
import net from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { errorOf } from '../../test/errorOf.ts';
import { fakeShop, type Reply } from '../../test/fakeShop.ts';
import { rawHost } from '../../test/rawHost.ts';
import { proxyFor } from './proxy.ts';
import { createShop } from './shop.ts';

const staging = new URL('https://staging.example.com');

describe('which proxy', () => {
  const proxy = (settings: Parameters<typeof proxyFor>[1], url = staging) => proxyFor(url, settings)?.href ?? null;

  it('is the one of the shop, then of the editor, then of the environment', () => {
    const environment = { HTTPS_PROXY: 'http://environment:1', HTTP_PROXY: 'http://plain:1' };
    const editor = { url: 'http://editor:1' };
    expect(proxy({ own: 'own:3128', editor, environment })).toBe('http://own:3128/');
    expect(proxy({ editor, environment })).toBe('http://editor:1/');
    expect(proxy({ environment })).toBe('http://environment:1/');
    expect(proxy({ environment }, new URL('http://staging.example.com'))).toBe('http://plain:1/');
    expect(proxy({})).toBeNull();
    expect(proxy({ own: '', environment })).toBeNull();
  });

  it('is, as for curl, the one for all where the environment names none for the protocol', () => {
    expect(proxy({ environment: { ALL_PROXY: 'http://all:1' } })).toBe('http://all:1/');
    expect(proxy({ environment: { https_proxy: '', all_proxy: 'all:1', ALL_PROXY: 'http://other:1' } })).toBe(
      'http://all:1/',
    );
    expect(proxy({ environment: { HTTPS_PROXY: 'http://one:1', all_proxy: 'http://all:1' } })).toBe('http://one:1/');
    expect(proxy({ environment: { all_proxy: 'http://all:1', no_proxy: 'example.com' } })).toBeNull();
    expect(() => proxy({ environment: { all_proxy: 'socks5://all:1' } })).toThrow(
      'The proxy socks5://all:1 cannot be used: it does not speak HTTP.',
    );
  });

  it.each([
    ['*', null],
    ['example.com', null],
    ['.example.com', null],
    ['*.example.com', null],
    ['other.org, staging.example.com:443', null],
    ['staging.example.com:8443', 'http://proxy:1/'],
    ['ample.com', 'http://proxy:1/'],
    ['', 'http://proxy:1/'],
  ])('is excepted by NO_PROXY=%s: %s', (NO_PROXY, expected) => {
    expect(proxy({ environment: { https_proxy: 'http://proxy:1', NO_PROXY } })).toBe(expected);
    expect(proxy({ editor: { url: 'http://proxy:1', noProxy: NO_PROXY } })).toBe(expected);
    expect(proxy({ own: 'http://own:1', environment: { NO_PROXY } })).toBe('http://own:1/');
  });

  it.each([
    ['10.0.0.0/8', 'http://10.1.2.3', null],
    ['10.0.0.0/8', 'http://11.1.2.3', 'http://proxy:1/'],
    ['10.0.0.0/8', 'http://shop.example.com', 'http://proxy:1/'],
    ['fd00::/8', 'http://[fd12::1]:8000', null],
    ['fd00::/8', 'http://[fe80::1]', 'http://proxy:1/'],
    ['fd12::1', 'http://[fd12::1]:8000', null],
    ['[fd12::1]:8000', 'http://[fd12::1]:8000', null],
    ['10.0.0.0/99', 'http://10.1.2.3', 'http://proxy:1/'],
  ])('is excepted by NO_PROXY=%s for %s: %s', (NO_PROXY, url, expected) => {
    expect(proxy({ environment: { http_proxy: 'http://proxy:1', NO_PROXY } }, new URL(url))).toBe(expected);
  });

  it.each(['http://localhost:8000', 'http://127.0.0.1:8000', 'http://[::1]:8000'])(
    'is none for %s on this machine',
    (url) => {
      expect(proxy({ environment: { http_proxy: 'http://proxy:1' } }, new URL(url))).toBeNull();
    },
  );

  it('says so when the address cannot be one, without repeating it', () => {
    expect(() => proxy({ own: 'ftp://me:hidden@proxy' })).toThrow(/^The address of the proxy is not valid\.$/);
  });

  it('says so when it does not speak HTTP', () => {
    expect(() => proxy({ own: 'socks5://me:hidden@proxy:1080' })).toThrow(
      /^The proxy socks5:\/\/proxy:1080 cannot be used: it does not speak HTTP\.$/,
    );
  });
});

describe('through a proxy', () => {
  const opened: AsyncDisposable[] = [];
  afterEach(async () => {
    for (const thing of opened.splice(0).reverse()) await thing[Symbol.asyncDispose]();
  });

  /** A proxy that tunnels and forwards to the shop it is given, and notes what it was asked for. */
  async function proxyTo(url: string, authorization?: string) {
    const asked: string[] = [];
    const { port } = new URL(url);
    const allowed = (request: http.IncomingMessage) =>
      authorization === undefined || request.headers['proxy-authorization'] === authorization;
    const proxy = http.createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      if (!allowed(request)) {
        response.writeHead(407).end('who are you?');
        return;
      }
      const { method, headers } = request;
      const onward = http.request({
        host: '127.0.0.1',
        port,
        path: new URL(request.url ?? '').pathname,
        method,
        headers,
      });
      onward.on('response', (answer) => {
        response.writeHead(answer.statusCode ?? 0, answer.headers);
        answer.pipe(response);
      });
      request.pipe(onward);
    });
    proxy.on('connect', (request, socket) => {
      asked.push(`CONNECT ${request.url}`);
      if (!allowed(request)) {
        socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
        return;
      }
      const onward = net.connect(Number(port), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
        onward.pipe(socket).pipe(onward);
      });
      socket.on('error', () => onward.destroy());
      onward.on('error', () => socket.destroy());
    });
    proxy.listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    opened.push({
      async [Symbol.asyncDispose]() {
        proxy.close();
        proxy.closeAllConnections();
      },
    });
    const address = proxy.address();
    return { asked, port: typeof address === 'object' && address !== null ? address.port : 0 };
  }

  async function searched(secure: boolean, credentials = '', authorization?: string, ofEditor?: string) {
    const server = await fakeShop(() => ({ json: { elements: [] } }), { secure });
    opened.push(server);
    const { asked, port } = await proxyTo(server.url, authorization);
    // A name that only the proxy can resolve.
    const url = secure ? 'https://shop.invalid' : 'http://shop.invalid';
    const address = `http://${credentials}127.0.0.1:${port}`;
    const shop = createShop(
      {
        url,
        store: { accessKey: 'SWSCTESTTESTTESTTESTTESTTE' },
        ...(ofEditor === undefined && { proxy: address }),
        tls: { rejectUnauthorized: false },
      },
      ofEditor === undefined ? {} : { proxy: { url: address, authorization: ofEditor } },
    );
    opened.push({ [Symbol.asyncDispose]: () => shop.close() });
    const search = shop.search({ api: 'store', path: '/store-api/product', body: '{}' });
    return { search, asked, port };
  }

  it('goes an http request as a whole', async () => {
    const { search, asked } = await searched(false);
    expect((await search).status).toBe(200);
    expect(asked).toEqual(['POST http://shop.invalid/store-api/product']);
  });

  it('goes an https request in a tunnel', async () => {
    const { search, asked } = await searched(true);
    expect((await search).status).toBe(200);
    expect(asked).toEqual(['CONNECT shop.invalid:443']);
  });

  it.each([true, false])('sends its user name and password (https: %s)', async (secure) => {
    const expected = `Basic ${Buffer.from('me:p@ss').toString('base64')}`;
    const { search } = await searched(secure, 'me:p%40ss@', expected);
    expect((await search).status).toBe(200);
  });

  it('sends a password with a percent sign that encodes nothing', async () => {
    const expected = `Basic ${Buffer.from('me:50%').toString('base64')}`;
    const { search } = await searched(false, 'me:50%@', expected);
    expect((await search).status).toBe(200);
  });

  it.each([true, false])('sends a user name without a password (https: %s)', async (secure) => {
    const { search } = await searched(secure, 'me@', `Basic ${Buffer.from('me:').toString('base64')}`);
    expect((await search).status).toBe(200);
  });

  it.each([true, false])('sends what the editor authorizes itself with (https: %s)', async (secure) => {
    const { search } = await searched(secure, '', 'Bearer editor', 'Bearer editor');
    expect((await search).status).toBe(200);
    const own = await searched(secure, 'me@', `Basic ${Buffer.from('me:').toString('base64')}`, 'Bearer editor');
    expect((await own.search).status).toBe(200);
  });

  it.each([
    ...[true, false].flatMap((secure) => [
      [
        secure,
        'none',
        '',
        undefined,
        'It requires a user name and password: add them to the address of the proxy.',
      ] as const,
      [
        secure,
        'its address',
        'me:not-the-password@',
        undefined,
        'It does not accept the user name and password in its address: check them.',
      ] as const,
      [
        secure,
        'the editor',
        '',
        'Bearer not-the-password',
        "It does not accept the editor's own sign-in: check the setting http.proxyAuthorization.",
      ] as const,
    ]),
  ])(
    'says so when it wants a password (https: %s) and has one from %s',
    async (secure, _, credentials, editor, hint) => {
      const { search, port } = await searched(secure, credentials, 'Basic something-else', editor);
      const error = await errorOf(search);
      expect(error.kind).toBe('proxy');
      const url = secure ? 'https://shop.invalid' : 'http://shop.invalid';
      expect(error.message).toBe(
        `The proxy http://127.0.0.1:${port} does not let the request to ${url} through (407).`,
      );
      expect(error.hint).toBe(hint);
      expect(JSON.stringify(error)).not.toContain('not-the-password');
    },
  );

  it('names the proxy when it cannot be reached', async () => {
    const shop = createShop({ url: 'https://shop.invalid', store: { accessKey: 'SWSC' }, proxy: 'http://127.0.0.1:1' });
    opened.push({ [Symbol.asyncDispose]: () => shop.close() });
    const error = await errorOf(shop.search({ api: 'store', path: '/store-api/product', body: '{}' }));
    expect(error.message).toBe(
      'https://shop.invalid cannot be reached through the proxy http://127.0.0.1:1: nothing listens there.',
    );
  });

  it('says so when it takes no tunnel', async () => {
    const proxy = await rawHost(() => {});
    opened.push(proxy);
    const shop = createShop(
      { url: 'https://shop.invalid', store: { accessKey: 'SWSC' }, proxy: `http://me:hidden@${proxy.address}` },
      { limits: { connect: 50 } },
    );
    opened.push({ [Symbol.asyncDispose]: () => shop.close() });
    const error = await errorOf(shop.search({ api: 'store', path: '/store-api/product', body: '{}' }));
    expect(error).toMatchObject({
      kind: 'proxy',
      message: `The proxy http://${proxy.address} has not begun to answer within 0.05 seconds.`,
      hint: 'Check the address of the proxy, or exclude the shop from the proxy.',
    });
  });

  it.each<[what: string, reply: Reply, message: string]>([
    [
      'nothing answers in time',
      'silence',
      'http://shop.invalid through the proxy PROXY has not begun to answer within 0.05 seconds.',
    ],
    [
      'an answer stops coming',
      { text: '{"elements":', unfinished: 'silence' },
      'http://shop.invalid stopped in the middle of its answer for 0.05 seconds.',
    ],
  ])('says so when %s to an http request', async (_, reply, message) => {
    const proxy = await fakeShop(() => reply);
    opened.push(proxy);
    const connection = { store: { accessKey: 'SWSC' }, proxy: proxy.url };
    const shop = createShop({ url: 'http://shop.invalid', ...connection }, { limits: { headers: 50, silence: 50 } });
    opened.push({ [Symbol.asyncDispose]: () => shop.close() });
    const error = await errorOf(shop.search({ api: 'store', path: '/store-api/product', body: '{}' }));
    expect([error.kind, error.message.replaceAll(proxy.url, 'PROXY'), error.hint]).toEqual([
      'timeout',
      message,
      'Ask for less: a smaller limit, fewer associations, only the fields you need.',
    ]);
  });

  it.each([502, 503, 504])('is named when it may have answered %s itself', async (status) => {
    const proxy = await fakeShop(() => ({ status }));
    opened.push(proxy);
    const { host } = new URL(proxy.url);
    const connection = { store: { accessKey: 'SWSC' }, proxy: `http://me:hidden@${host}` };
    const shop = createShop({ url: 'http://shop.invalid', ...connection });
    opened.push({ [Symbol.asyncDispose]: () => shop.close() });
    const error = await errorOf(shop.search({ api: 'store', path: '/store-api/product', body: '{}' }));
    expect(error.message).toBe(`http://shop.invalid is not available at the moment (${status}).`);
    expect(error.hint).toMatch(
      /Try again later\. The proxy http:\/\/[\d.:]+ is in between: it may have answered itself\.$/,
    );
  });
});
