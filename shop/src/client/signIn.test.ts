import { describe, expect, it } from 'vitest';
import { errorOf } from '../../test/errorOf.ts';
import { fakeShop, type Received, type Reply, refusal, token } from '../../test/fakeShop.ts';
import type { Connection } from '../connection.ts';
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
    expect(error.hint).toContain('takes the header Authorization away');
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
    expect(error.message).toMatch(/^There is no sign-in for the Admin API of "staging" \(http:\/\/127/);
    expect(world.received).toHaveLength(0);
  });
});

const malformedKey = {
  code: 'FRAMEWORK__API_INVALID_ACCESS_KEY',
  detail: 'Access key is invalid and could not be identified.',
};

describe('each refusal of a sign-in is explained', () => {
  it.each([
    [
      'wrong client',
      integration,
      refusal(401, { code: '4' }),
      'wrongCredentials',
      /does not accept this client id/,
      /Integrations/,
    ],
    [
      'the key of a sales channel',
      { clientId: 'SWSCTESTTESTTESTTESTTESTTE', clientSecret: 'secret' },
      refusal(401, { code: '4' }),
      'wrongCredentials',
      /does not accept this client id/,
      /access key of a sales channel/,
    ],
    [
      'no access key',
      integration,
      refusal(403, malformedKey),
      'wrongCredentials',
      /does not look like an access key/,
      /SWIA/,
    ],
    [
      'the same before 6.5.6',
      integration,
      refusal(500, { ...malformedKey, code: '0' }),
      'wrongCredentials',
      /does not look like/,
      /SWIA/,
    ],
    [
      'wrong user',
      user,
      refusal(400, { code: '6' }),
      'wrongCredentials',
      /user name with this password/,
      /Administration/,
    ],
    [
      'unknown grant',
      integration,
      refusal(400, { code: '2' }),
      'wrongCredentials',
      /does not offer this way/,
      /address/,
    ],
    [
      'missing parameter',
      user,
      refusal(400, { code: '3', detail: 'Check the `password` parameter' }),
      'wrongCredentials',
      /misses a part of the sign-in: Check the `password` parameter\./,
      /empty/,
    ],
    [
      'throttled in 6.6',
      integration,
      refusal(429, { code: 'FRAMEWORK__AUTH_THROTTLED', detail: 'Auth throttled for 30 seconds.' }),
      'throttled',
      /takes the next one in 30 seconds/,
      /share one counter/,
    ],
    [
      'a web page',
      integration,
      { status: 404, text: '<html>Not found</html>' },
      'notAShop',
      /web page \(404\)/,
      /address/,
    ],
    ['a page of success', integration, { text: '<!doctype html>' }, 'notAShop', /web page \(200\)/, /address/],
    ['other JSON', integration, { json: { hello: 'world' } }, 'notAShop', /not as Shopware does/, /address/],
    [
      'no shop behind the web server',
      integration,
      { status: 502, text: '<html>' },
      'unavailable',
      /not available.*502/,
      /later/,
    ],
  ] as const)('%s', async (_, admin, reply, kind, message, hint) => {
    await using world = await shopWith(() => reply, { admin });
    const error = await errorOf(world.shop.signIn());
    expect(error.kind).toBe(kind);
    expect(error.message).toMatch(message);
    expect(error.hint).toMatch(hint);
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
