import { deflateRawSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { errorOf } from '../../test/errorOf.ts';
import { fakeShop, type Reply, selfSigned } from '../../test/fakeShop.ts';
import { rawHost } from '../../test/rawHost.ts';
import type { Connection } from '../connection.ts';
import type { ShopErrorKind } from '../errors/shopError.ts';
import { createShop } from './shop.ts';
import type { ShopOptions } from './types.ts';

// What people are told, word for word, about everything that can stand where a shop should be. SHOP is its address.

type Told = readonly [kind: ShopErrorKind, message: string, hint: string];

const store = { accessKey: 'SWSCTESTTESTTESTTESTTESTTE' };
const opened: AsyncDisposable[] = [];
afterEach(async () => {
  for (const thing of opened.splice(0).reverse()) await thing[Symbol.asyncDispose]();
});

/** What is told about a search. */
async function toldOf(url: string, connection: Partial<Connection> = {}, options: ShopOptions = {}): Promise<Told> {
  const shop = createShop({ url, store, ...connection }, options);
  opened.push({ [Symbol.asyncDispose]: () => shop.close() });
  const { kind, message, hint } = await errorOf(shop.search({ api: 'store', path: '/store-api/product', body: '{}' }));
  return [kind, message.replaceAll(url, 'SHOP'), (hint ?? '').replaceAll(url, 'SHOP')];
}

const checkAddress = 'Check the address: it must be the address of the shop itself, with its folder if it has one.';
const orLoginPage = `${checkAddress} A firewall or a login page in front of it also answers like this.`;
const gaveUp = 'PHP or the web server gave up before Shopware could answer: their logs say why.';
const noShopBehind =
  'A web server answers, but not the shop behind it: it may be updating, overloaded or stopped. Try again later.';
const damages = 'Something in front of the shop, a web server, cache or proxy, damages its answers: look there.';
const checkNetwork = 'Check the address of the shop, whether it is running, and your network.';
const askForLess = 'Ask for less: a smaller limit, fewer associations, only the fields you need.';

const phpWarning = `<br />
<b>Warning</b>:  Undefined array key "x" in <b>/var/www/index.php</b> on line <b>3</b><br />
{"elements":[],"total":0}`;

function page(status: number, text = '<!DOCTYPE html><title>Hello</title>'): Reply {
  return { status, text, headers: { 'content-type': 'text/html' } };
}

function sendsTo(location: string, status = 302): Reply {
  return { status, headers: { location } };
}

function packed(text: string | Buffer, encoding: string): Reply {
  return { text, headers: { 'content-encoding': encoding } };
}

describe('what people are told when there answers', () => {
  it.each<[what: string, reply: Reply, ...Told]>([
    [
      'a web page',
      page(200),
      'notAShop',
      "SHOP answers with a web page (200), not as Shopware's API does.",
      orLoginPage,
    ],
    [
      'no such page',
      page(404),
      'notAShop',
      "SHOP answers with a web page (404), not as Shopware's API does.",
      orLoginPage,
    ],
    [
      'other JSON',
      { status: 404, json: { message: 'no' } },
      'notAShop',
      'SHOP answers 404, but not as Shopware does.',
      checkAddress,
    ],
    ...['null', '[]', '{"hello":1}', '{"data":"x"}'].map((text): [string, Reply, ...Told] => [
      `200 with ${text}`,
      { text, headers: { 'content-type': 'application/json' } },
      'notAShop',
      'SHOP answers 200, but not as Shopware does.',
      checkAddress,
    ]),
    ['no content', { status: 204 }, 'notAShop', 'SHOP answers 204 without a message.', checkAddress],
    ['an empty body', { status: 200, text: '' }, 'notAShop', 'SHOP answers 200 without a message.', checkAddress],
    ['nothing', { status: 200, text: ' ' }, 'notAShop', 'SHOP answers 200 without a message.', checkAddress],
    [
      'a message of PHP',
      { text: 'Warning: Undefined array key "x" in index.php on line 3\n{}' },
      'notAShop',
      'SHOP answers 200 with something that is not JSON: Warning: Undefined array key "x" in index.php on line 3.',
      'Check the logs of the shop: a PHP message may have got into the answer.',
    ],
    [
      'a message of PHP for web pages',
      page(200, phpWarning),
      'notAShop',
      'SHOP answers 200 with something that is not JSON: Warning: Undefined array key "x" in /var/www/index.php on line 3.',
      'Check the logs of the shop: a PHP message may have got into the answer.',
    ],
    [
      'a message of PHP for web pages that calls itself JSON',
      { text: phpWarning, headers: { 'content-type': 'application/json' } },
      'notAShop',
      'SHOP answers 200 with something that is not JSON: Warning: Undefined array key "x" in /var/www/index.php on line 3.',
      'Check the logs of the shop: a PHP message may have got into the answer.',
    ],
    [
      'a password prompt',
      { status: 401, headers: { 'www-authenticate': 'Basic realm="staging"' } },
      'notAShop',
      'A web server asks for a password before it lets anybody through to SHOP (401).',
      'The APIs cannot be used behind such a prompt: exclude the paths /api and /store-api from it.',
    ],
    ...['zstd', 'gzip', 'deflate', 'gzip, br'].map((encoding): [string, Reply, ...Told] => [
      `a password that is asked for, unreadable as ${encoding}`,
      {
        status: 401,
        text: 'x',
        headers: { 'www-authenticate': 'Basic realm="staging"', 'content-encoding': encoding },
      },
      'notAShop',
      'A web server asks for a password before it lets anybody through to SHOP (401).',
      'The APIs cannot be used behind such a prompt: exclude the paths /api and /store-api from it.',
    ]),
    [
      'a web server that takes no such body',
      page(413, '<html><head><title>413 Request Entity Too Large</title></head></html>'),
      'badRequest',
      'A web server in front of SHOP refuses a body of this size (413).',
      'Send a smaller body, with fewer ids for example, or raise the limit there (nginx: client_max_body_size).',
    ],
    [
      'a web server that takes no such address',
      page(414, '<html><head><title>414 Request-URI Too Large</title></head></html>'),
      'badRequest',
      'A web server in front of SHOP refuses an address of this length (414).',
      'Send the criteria as the body of a POST and not in the address, or raise the limit there (nginx: large_client_header_buffers).',
    ],
    ['an error page', page(500), 'unavailable', "SHOP answers with an error that is not Shopware's own (500).", gaveUp],
    [
      'an error without a word',
      { status: 500 },
      'unavailable',
      "SHOP answers with an error that is not Shopware's own (500).",
      gaveUp,
    ],
    [
      'a gateway without its shop',
      page(502),
      'unavailable',
      'SHOP is not available at the moment (502).',
      noShopBehind,
    ],
    ['maintenance', page(503), 'unavailable', 'SHOP is not available at the moment (503).', noShopBehind],
    [
      'a gateway that waited too long',
      page(504),
      'unavailable',
      'SHOP is not available at the moment (504).',
      noShopBehind,
    ],
    [
      'a web server that is asked too much',
      { status: 429, text: '<html>', headers: { 'retry-after': '7' } },
      'throttled',
      'A web server in front of SHOP accepts no more requests from here at the moment (429).',
      'Wait 7 seconds before you try again.',
    ],
    [
      'a web server that is asked too much, until a date',
      {
        status: 429,
        headers: { date: 'Sat, 21 Nov 2026 16:00:00 GMT', 'retry-after': 'Sat, 21 Nov 2026 16:01:30 GMT' },
      },
      'throttled',
      'A web server in front of SHOP accepts no more requests from here at the moment (429).',
      'Wait 90 seconds before you try again.',
    ],
    [
      'a web server that is asked too much, for some time',
      { status: 429, headers: { 'retry-after': 'later' } },
      'throttled',
      'A web server in front of SHOP accepts no more requests from here at the moment (429).',
      'Wait before you try again.',
    ],
    [
      'a port for https, asked by http (nginx)',
      page(400, '<center>The plain HTTP request was sent to HTTPS port</center>'),
      'tls',
      'SHOP requires a secure connection (400).',
      'Write its address with https rather than http.',
    ],
    [
      'a port for https, asked by http (Apache)',
      page(400, "<p>You're speaking plain HTTP to an SSL-enabled server port.</p>"),
      'tls',
      'SHOP requires a secure connection (400).',
      'Write its address with https rather than http.',
    ],
    [
      'a redirect to another name of the shop',
      sendsTo('https://www.shop.example/de/store-api/product', 301),
      'redirected',
      'SHOP redirects the request to https://www.shop.example/de/store-api/product.',
      'Nothing was sent there. If it is the shop, use https://www.shop.example/de as its address.',
    ],
    [
      'a redirect to a sign-in of somebody else',
      sendsTo('https://sso.example/login?next=x'),
      'redirected',
      'SHOP redirects the request to https://sso.example/login.',
      'Nothing was sent there. If it is the shop, use https://sso.example as its address.',
    ],
    [
      'a redirect in circles',
      sendsTo('/store-api/product'),
      'redirected',
      'SHOP redirects the request to SHOP/store-api/product.',
      'Check the redirects of the web server: they go in circles, or to a page.',
    ],
    [
      'a redirect to a page',
      sendsTo('/account/login', 303),
      'redirected',
      'SHOP redirects the request to SHOP/account/login.',
      'Check the redirects of the web server: they go in circles, or to a page.',
    ],
    [
      'gzip that is none',
      packed('{}', 'gzip'),
      'notAShop',
      'The answer of SHOP is compressed, but cannot be unpacked (Z_DATA_ERROR).',
      damages,
    ],
    [
      'gzip that ends too early',
      packed(gzipSync('{"elements":[]}').subarray(0, 20), 'gzip'),
      'notAShop',
      'The answer of SHOP is compressed, but cannot be unpacked (Z_BUF_ERROR).',
      damages,
    ],
    [
      'a gateway without its shop that claims gzip and says nothing',
      { status: 502, headers: { 'content-encoding': 'gzip' } },
      'unavailable',
      'SHOP is not available at the moment (502).',
      noShopBehind,
    ],
    [
      'a gateway without its shop in an encoding that nobody asked for',
      { status: 502, text: 'x', headers: { 'content-encoding': 'zstd' } },
      'unavailable',
      'SHOP is not available at the moment (502).',
      noShopBehind,
    ],
    [
      'deflate that is none',
      packed('nothing', 'deflate'),
      'notAShop',
      'The answer of SHOP is compressed, but cannot be unpacked (Z_DATA_ERROR).',
      damages,
    ],
    [
      'deflate that ends too early',
      packed(deflateRawSync('{"elements":[]}').subarray(0, 8), 'deflate'),
      'notAShop',
      'The answer of SHOP is compressed, but cannot be unpacked (Z_BUF_ERROR).',
      damages,
    ],
    ...['gzip', 'br', 'deflate', 'gzip, br'].map((encoding): [string, Reply, ...Told] => [
      `${encoding} without a byte`,
      packed('', encoding),
      'notAShop',
      'SHOP answers 200 without a message.',
      checkAddress,
    ]),
    ...[
      ['zstd', 'zstd'],
      ['gzip, Zstd', 'gzip, zstd'],
      ['constructor', 'constructor'],
      ['gzip, gzip, gzip, gzip', 'gzip, gzip, gzip, gzip'],
    ].map(([encoding = '', named]): [string, Reply, ...Told] => [
      `an encoding that nobody asked for: ${encoding}`,
      packed('{}', encoding),
      'notAShop',
      `The answer of SHOP is compressed in a way that was not asked for: ${named}.`,
      'Something in front of the shop, a web server, cache or proxy, compresses without being asked: correct that there.',
    ]),
    [
      'nobody, and the connection is cut',
      'cut',
      'unreachable',
      'SHOP cannot be reached: the connection was cut.',
      'Check whether the shop is running, and whether it expects https rather than http.',
    ],
    [
      'half of it',
      { text: '{"elements":', unfinished: 'cut' },
      'unreachable',
      'SHOP broke off in the middle of its answer.',
      `The log of the shop may say why: PHP out of memory or time, or a restart. ${askForLess}`,
    ],
  ])('%s', async (_, reply, ...told) => {
    const server = await fakeShop(() => reply);
    opened.push(server);
    expect(await toldOf(server.url)).toEqual(told);
  });

  it.each<[what: string, said: string, ...Told]>([
    [
      'another protocol',
      'SSH-2.0-OpenSSH_9.6\r\n',
      'unreachable',
      'SHOP cannot be reached: what answers there does not speak HTTP.',
      checkNetwork,
    ],
    [
      'headers without end',
      `HTTP/1.1 200 OK\r\nx: ${'y'.repeat(100_000)}\r\n\r\n`,
      'unreachable',
      'SHOP cannot be reached: the headers of its answer are too large.',
      checkNetwork,
    ],
    [
      'a body that does not keep to HTTP',
      'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nno number\r\n',
      'notAShop',
      'The answer of SHOP is damaged: it is not valid HTTP.',
      damages,
    ],
    [
      'less than it announced',
      'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"elements":[]}',
      'unreachable',
      'SHOP broke off in the middle of its answer.',
      `The log of the shop may say why: PHP out of memory or time, or a restart. ${askForLess}`,
    ],
  ])('%s', async (_, said, ...told) => {
    const host = await rawHost((socket) => socket.once('data', () => socket.end(said)));
    opened.push(host);
    expect(await toldOf(`http://${host.address}`)).toEqual(told);
  });
});

describe('what people are told when', () => {
  const limits = { headers: 50, silence: 50, connect: 50, bytes: 1024 * 1024 };

  it.each<[what: string, reply: Reply, ...Told]>([
    ['nothing answers in time', 'silence', 'timeout', 'SHOP has not begun to answer within 0.05 seconds.', askForLess],
    [
      'an answer stops coming',
      { text: '{"elements":', unfinished: 'silence' },
      'timeout',
      'SHOP stopped in the middle of its answer for 0.05 seconds.',
      askForLess,
    ],
    [
      'an answer is too large',
      { text: 'x'.repeat(2 * 1024 * 1024) },
      'tooLarge',
      'The answer of SHOP is larger than 1 MB.',
      askForLess,
    ],
  ])('%s', async (_, reply, ...told) => {
    const server = await fakeShop(() => reply);
    opened.push(server);
    expect(await toldOf(server.url, {}, { limits })).toEqual(told);
  });

  it('a connection does not come to stand in time', async () => {
    const host = await rawHost(() => {});
    opened.push(host);
    expect(await toldOf(`https://${host.address}`, {}, { limits })).toEqual([
      'timeout',
      'No connection to SHOP within 0.05 seconds.',
      'Check the address of the shop, and whether a firewall, VPN or proxy is in between.',
    ]);
  });

  it('nothing listens', async () => {
    const host = await rawHost(() => {});
    await host[Symbol.asyncDispose]();
    expect(await toldOf(`http://${host.address}`)).toEqual([
      'unreachable',
      'SHOP cannot be reached: nothing listens there.',
      checkNetwork,
    ]);
  });

  it('a certificate is not trusted', async () => {
    const server = await fakeShop(() => ({ json: {} }), { secure: true });
    opened.push(server);
    expect(await toldOf(server.url, { name: 'staging' })).toEqual([
      'tls',
      'The connection to "staging" (SHOP) is not trusted: its certificate is self-signed.',
      'For a development shop, name its certificate authority in "tls": {"ca": …}, or set "rejectUnauthorized" to false there: it applies to this shop only.',
    ]);
  });

  it('a certificate is made for another name', async () => {
    const server = await fakeShop(() => ({ json: {} }), { secure: true, host: '127.0.0.2' });
    opened.push(server);
    const [kind, message, hint] = await toldOf(server.url, { tls: { ca: selfSigned } });
    expect([kind, message]).toEqual([
      'tls',
      'The connection to SHOP is not trusted: its certificate was issued for another name.',
    ]);
    expect(hint).toBe(
      'The certificate is for localhost, 127.0.0.1: write the address of the shop with such a name. For a development shop, "tls": {"rejectUnauthorized": false} accepts it as it is: it applies to this shop only.',
    );
  });

  it.each(['SWSC\nTEST', 'SWSCłTEST', 'SWSCTEST\u0308'])(
    'an access key cannot be in a header: %j',
    async (accessKey) => {
      expect(await toldOf('http://127.0.0.1:9', { store: { accessKey } })).toEqual([
        'badRequest',
        'The access key for SHOP contains a character that is not allowed in a header.',
        'Copy it again, in one line: a line break or a letter like "ü" may have got into it.',
      ]);
    },
  );

  it('a port for http is asked by https', async () => {
    const server = await fakeShop(() => ({ json: {} }));
    opened.push(server);
    const [kind, message, hint] = await toldOf(server.url.replace('http:', 'https:'));
    expect(kind).toBe('tls');
    expect(message).toMatch(/^No secure connection to SHOP could be negotiated \(\w+\)\.$/);
    expect(hint).toBe('Does the shop listen on http rather than https, or on another port?');
  });

  it('a certificate authority is none', async () => {
    const [kind, message, hint] = await toldOf('https://127.0.0.1:9', {
      tls: { ca: '-----BEGIN CERTIFICATE-----\nx' },
    });
    expect(kind).toBe('tls');
    expect(message).toMatch(/^The certificate authority that is given for SHOP cannot be read \(ERR_OSSL_\w+\)\.$/);
    expect(hint).toBe('It must be a PEM file: it begins with "-----BEGIN CERTIFICATE-----".');
  });
});

describe('what people are told when a program fails on hearing of the progress', () => {
  it.each<[what: string, reply: Reply]>([
    ['of an answer', { json: { elements: [] } }],
    ['of a compressed answer', packed(gzipSync('{"elements":[]}'), 'gzip')],
    ['of an error page', page(502)],
  ])('%s', async (_, reply) => {
    const server = await fakeShop(() => reply);
    const shop = createShop({ url: server.url, store });
    opened.push(server, { [Symbol.asyncDispose]: () => shop.close() });
    const onProgress = () => {
      throw new Error(`No window for ${store.accessKey}.`);
    };
    const error = await errorOf(shop.search({ api: 'store', path: '/store-api/product', body: '{}', onProgress }));
    expect([error.kind, error.message.replaceAll(server.url, 'SHOP'), error.hint]).toEqual([
      'badRequest',
      'The answer of SHOP was not read to its end: telling its progress failed (No window for •••).',
      'The mistake is in the program that asked, and not in the shop: please report it.',
    ]);
  });
});
