import { describe, expect, it } from 'vitest';
import { errorOf } from '../../test/errorOf.ts';
import { fakeShop, type Received, type Reply, refusal, token } from '../../test/fakeShop.ts';
import type { Connection } from '../connection.ts';
import type { ShopErrorKind } from '../errors/shopError.ts';
import { createShop } from './shop.ts';
import type { Shop, ShopOptions } from './types.ts';

const integration = { clientId: 'SWIATESTTESTTESTTESTTESTTE', clientSecret: 'very-secret-secret' };
const user = { username: 'admin', password: 'very-secret-password' };
const rows = { json: { total: 0, data: [], aggregations: [] } };
const isSignIn = (request: Received) => request.path === '/api/oauth/token';

function search(shop: Shop, signal?: AbortSignal) {
  return shop.search({ api: 'admin', path: '/api/search/product', body: '{}', signal });
}

/** A shop that signs in as `signIn` says and answers everything else with no rows. */
async function shopWith(
  signIn: (request: Received, before: number) => Reply,
  connection: Partial<Connection> = { admin: integration },
  options: ShopOptions = {},
) {
  let signIns = 0;
  const server = await fakeShop((request) => (isSignIn(request) ? signIn(request, signIns++) : rows));
  const shop = createShop({ url: server.url, ...connection }, options);
  const logins = () => server.received.filter(isSignIn).map((request) => JSON.parse(request.body));
  return {
    shop,
    logins,
    received: server.received,
    async [Symbol.asyncDispose]() {
      await shop.close();
      await server[Symbol.asyncDispose]();
    },
  };
}

describe('signing in to the Admin API', () => {
  it('asks for a token with client credentials and sends it', async () => {
    await using world = await shopWith(() => token('token-one'));
    await search(world.shop);
    expect(world.logins()).toEqual([
      { grant_type: 'client_credentials', client_id: integration.clientId, client_secret: integration.clientSecret },
    ]);
    expect(world.received.at(-1)?.headers).toMatchObject({
      authorization: 'Bearer token-one',
      accept: 'application/json',
    });
  });

  it('asks once, however many requests wait', async () => {
    await using world = await shopWith(() => token('token-one'));
    await Promise.all(Array.from({ length: 100 }, () => search(world.shop)));
    expect(world.logins()).toHaveLength(1);
    expect(world.received).toHaveLength(101);
  });

  it('keeps the token until shortly before it ends, then renews it', async () => {
    let now = 0;
    await using world = await shopWith(
      (_, before) => token(`token-${before}`),
      { admin: integration },
      { now: () => now },
    );
    await search(world.shop);
    now = 569_000;
    await search(world.shop);
    expect(world.logins()).toHaveLength(1);
    now = 571_000;
    await search(world.shop);
    expect(world.received.at(-1)?.headers.authorization).toBe('Bearer token-1');
  });

  it.each([undefined, null, 0, -1, 'soon'])(
    'keeps a token that ends, it says, in %s, as long as is usual',
    async (end) => {
      let now = 0;
      const answer = () => token('token-one', { expires_in: end });
      await using world = await shopWith(answer, { admin: integration }, { now: () => now });
      for (let count = 0; count < 5; count++) await search(world.shop);
      now = 569_000;
      await search(world.shop);
      expect(world.logins()).toHaveLength(1);
      now = 571_000;
      await search(world.shop);
      expect(world.logins()).toHaveLength(2);
    },
  );

  it('signs in with a password and renews with the refresh token', async () => {
    let now = 0;
    const answer = (_: Received, before: number) => token(`token-${before}`, { refresh_token: `refresh-${before}` });
    await using world = await shopWith(answer, { admin: user }, { now: () => now });
    await search(world.shop);
    now = 600_000;
    await search(world.shop);
    expect(world.logins()).toEqual([
      { grant_type: 'password', client_id: 'administration', scope: 'write', ...user },
      { grant_type: 'refresh_token', client_id: 'administration', refresh_token: 'refresh-0' },
    ]);
  });

  it('signs in with the password when the refresh token is not accepted any more', async () => {
    let now = 0;
    const answer = ({ body }: Received) =>
      body.includes('"refresh_token"')
        ? refusal(400, { code: '8', title: 'The refresh token is invalid.', detail: 'Token has been revoked' })
        : token('token', { refresh_token: 'used-up' });
    await using world = await shopWith(answer, { admin: user }, { now: () => now });
    await search(world.shop);
    now = 600_000;
    await search(world.shop);
    expect(world.logins().map((login) => login.grant_type)).toEqual(['password', 'refresh_token', 'password']);
  });

  it('tries once more with a new token after a 401', async () => {
    const expired = refusal(401, { code: '9', title: 'denied', detail: 'Access token could not be verified' });
    await using server = await fakeShop((request, before) => {
      if (isSignIn(request)) return token(`token-${before}`);
      return request.headers.authorization === 'Bearer token-0' ? expired : rows;
    });
    const shop = createShop({ url: server.url, admin: integration });
    const answers = await Promise.all([search(shop), search(shop), search(shop)]);
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    expect(server.received.filter(isSignIn)).toHaveLength(2);
    await shop.close();
  });

  it('gives up after the second 401 and says that the header is taken away', async () => {
    const missing = refusal(401, { code: '9', title: 'denied', detail: 'Missing "Authorization" header' });
    await using server = await fakeShop((request) => (isSignIn(request) ? token('token-one') : missing));
    const shop = createShop({ url: server.url, admin: integration });
    const error = await errorOf(search(shop));
    expect(error).toMatchObject({ kind: 'wrongCredentials', status: 401 });
    expect(error.hint).toContain('removes the header Authorization');
    expect(server.received.filter((request) => !isSignIn(request))).toHaveLength(2);
    await shop.close();
  });

  it('never repeats a refused login by itself, but when a person asks', async () => {
    const wrong = refusal(401, { code: '4', title: 'Client authentication failed', detail: null });
    await using world = await shopWith((_, before) => (before < 2 ? wrong : token('token-one')));
    const errors = await Promise.all(Array.from({ length: 10 }, () => errorOf(search(world.shop))));
    expect(new Set(errors.map((error) => error.kind))).toEqual(new Set(['wrongCredentials']));
    await errorOf(search(world.shop));
    expect(world.logins()).toHaveLength(1);
    await errorOf(world.shop.signIn());
    expect(world.logins()).toHaveLength(2);
    await world.shop.signIn();
    await search(world.shop);
    expect(world.logins()).toHaveLength(3);
  });

  it('waits as long as a throttled sign-in says, without asking', async () => {
    let now = 0;
    const throttled = refusal(429, {
      code: 'FRAMEWORK__NOTIFICATION_THROTTLED',
      title: 'Too Many Requests',
      detail: 'Notification throttled for 10 seconds.',
      meta: { parameters: { seconds: 10 } },
    });
    const answer = (_: Received, before: number) => (before === 0 ? throttled : token('token-one'));
    await using world = await shopWith(answer, { admin: integration }, { now: () => now });
    expect(await errorOf(search(world.shop))).toMatchObject({ kind: 'throttled', seconds: 10, status: 429 });
    now = 4_000;
    expect(await errorOf(search(world.shop))).toMatchObject({ kind: 'throttled', seconds: 6 });
    expect(await errorOf(world.shop.signIn())).toMatchObject({ kind: 'throttled', seconds: 6 });
    expect(world.logins()).toHaveLength(1);
    now = 10_000;
    await search(world.shop);
    expect(world.logins()).toHaveLength(2);
  });

  it.each<[seconds: unknown, detail: string, expected: number]>([
    ['abc', 'Notification throttled for 30 seconds.', 30],
    ['abc', 'Notification throttled.', 10],
    [-5, 'Notification throttled.', 10],
    [null, 'Notification throttled.', 10],
    [{}, 'Notification throttled.', 10],
    ['12', 'Notification throttled.', 12],
    [1.4, 'Notification throttled.', 2],
  ])('waits where a throttled sign-in has the seconds %j: %s', async (seconds, detail, expected) => {
    let now = 0;
    const code = 'FRAMEWORK__NOTIFICATION_THROTTLED';
    const throttled = refusal(429, { code, detail, meta: { parameters: { seconds } } });
    await using world = await shopWith(() => throttled, { admin: integration }, { now: () => now });
    const error = await errorOf(search(world.shop));
    expect(error).toMatchObject({ kind: 'throttled', seconds: expected });
    expect(error.message.replaceAll(world.shop.url, 'SHOP')).toBe(
      `SHOP has refused too many sign-ins from here. Try again in ${expected} seconds.`,
    );
    now = expected * 1000 - 1;
    await errorOf(search(world.shop));
    expect(world.logins()).toHaveLength(1);
    now++;
    await errorOf(search(world.shop));
    expect(world.logins()).toHaveLength(2);
  });

  it('asks again after a failure that was no refusal', async () => {
    await using world = await shopWith((_, before) => (before === 0 ? 'cut' : token('token-one')));
    expect(await errorOf(search(world.shop))).toMatchObject({ kind: 'unreachable' });
    await search(world.shop);
    expect(world.logins()).toHaveLength(2);
  });

  it('cancels a request that waits for the token, and nobody else', async () => {
    await using world = await shopWith(() => token('token-one'));
    const controller = new AbortController();
    const patient = search(world.shop);
    const impatient = errorOf(search(world.shop, controller.signal));
    controller.abort();
    expect(await impatient).toMatchObject({ kind: 'cancelled' });
    expect((await patient).status).toBe(200);
  });

  it('says what is missing where there are no credentials', async () => {
    await using world = await shopWith(() => token('token-one'), { name: 'staging' });
    const error = await errorOf(search(world.shop));
    expect(error).toMatchObject({ kind: 'noCredentials' });
    expect(error.message).toMatch(/^There are no credentials for the Admin API of "staging" \(http:\/\/127/);
    expect(world.received).toHaveLength(0);
  });
});

describe('what people are told, word for word, about a sign-in', () => {
  const checkAddress = 'Check the address: it must be the address of the shop itself, with its folder if it has one.';

  it.each<[what: string, reply: Reply, kind: ShopErrorKind, message: string, hint: string]>([
    [
      'with a key that is none, before 6.5.6',
      refusal(500, { code: '0', detail: 'Access key is invalid and could not be identified.' }),
      'wrongCredentials',
      'SHOP does not recognise the client id: it does not look like an access key.',
      'An access key begins with SWIA (integration) or SWUA (user). Copy it whole from Settings › System › Integrations.',
    ],
    [
      'that has to wait, in 6.6',
      refusal(429, { code: 'FRAMEWORK__AUTH_THROTTLED', detail: 'Auth throttled for 30 seconds.' }),
      'throttled',
      'SHOP has refused too many sign-ins from here. Try again in 30 seconds.',
      'Wait, then check the credentials before you try again: the sign-ins of all integrations share one counter, and each further refusal makes the wait longer.',
    ],
    [
      'at a page that is not there',
      { status: 404, text: '<html>Not found</html>' },
      'notAShop',
      "SHOP answers with a web page (404), not as Shopware's API does.",
      `${checkAddress} A firewall or a login page in front of it also answers like this.`,
    ],
    [
      'at a page of anything',
      { text: '<!doctype html>' },
      'notAShop',
      "SHOP answers with a web page (200), not as Shopware's API does.",
      `${checkAddress} A firewall or a login page in front of it also answers like this.`,
    ],
    [
      'with a message of PHP before the token',
      { text: '<br />\n<b>Deprecated</b>:  Old in <b>a.php</b> on line <b>3</b><br />\n{"access_token":"x"}' },
      'notAShop',
      'SHOP answers 200 with something that is not JSON: Deprecated: Old in a.php on line 3.',
      'Check the logs of the shop: a PHP message may have got into the answer.',
    ],
    [
      'at another program',
      { json: { hello: 'world' } },
      'notAShop',
      'SHOP answers 200, but not as Shopware does.',
      checkAddress,
    ],
    [
      'at a web server without its shop',
      { status: 502, text: '<html>' },
      'unavailable',
      'SHOP is not available at the moment (502).',
      'A web server answers, but not the shop behind it: it may be updating, overloaded or stopped. Try again later.',
    ],
    [
      'that the shop cannot handle',
      refusal(500, { code: '0', detail: 'Unable to read key from file' }),
      'refused',
      'SHOP cannot answer the request (500): Unable to read key from file.',
      'The shop itself fails during the sign-in: its log says why.',
    ],
  ])('%s', async (_, reply, ...told) => {
    await using world = await shopWith(() => reply);
    const { kind, message, hint } = await errorOf(world.shop.signIn());
    expect([kind, message.replaceAll(world.shop.url, 'SHOP'), hint]).toEqual(told);
  });

  const mayHang = 'Check whether this is the shop, and whether it hangs or is overloaded: its log may say why.';

  it.each<[what: string, reply: Reply, message: string, hint: string]>([
    ['is not answered', 'silence', 'SHOP has not begun to answer within 0.05 seconds.', mayHang],
    [
      'is answered in part',
      { text: '{"token_type":', unfinished: 'silence' },
      'SHOP stopped in the middle of its answer for 0.05 seconds.',
      mayHang,
    ],
    [
      'is cut',
      'cut',
      'SHOP cannot be reached: the connection was cut.',
      'Check whether the shop is running, and whether it expects https rather than http.',
    ],
    [
      'gets a token with a line break',
      token('to\nken'),
      'The token of SHOP contains a character that is not allowed in a header.',
      'The shop itself issued it: check that the address is that of the shop.',
    ],
  ])('that %s', async (_, reply, ...told) => {
    await using world = await shopWith(() => reply, { admin: integration }, { limits: { headers: 50, silence: 50 } });
    const error = await errorOf(search(world.shop));
    expect([error.message.replaceAll(world.shop.url, 'SHOP'), error.hint]).toEqual(told);
  });

  it('and none of them tells the secret', async () => {
    const { clientSecret } = integration;
    const echo = refusal(500, { code: '0', detail: `Oops: ${clientSecret}`, meta: { parameters: { clientSecret } } });
    await using world = await shopWith(() => echo);
    const error = await errorOf(world.shop.signIn());
    expect(error.message).toContain('Oops: •••');
    expect(error.request?.body).toContain('"client_secret":"•••"');
    expect(`${JSON.stringify(error)}${error.stack}${String(error.cause)}`).not.toContain(clientSecret);
  });
});
