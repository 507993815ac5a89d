import { describe, expect, it } from 'vitest';
import { errorOf } from '../../test/errorOf.ts';
import { fakeShop, type Received, type Reply, refusal, token } from '../../test/fakeShop.ts';
import { searchPath } from '../request/routes.ts';
import { createShop } from './shop.ts';
import type { Shop } from './types.ts';

const admin = { clientId: 'SWIATESTTESTTESTTESTTESTTE', clientSecret: 'very-secret-secret' };
const noRoute = refusal(404, { code: '0', title: 'Not Found', detail: 'No route found for "GET …"' });

/** Does something with a shop that answers as `reply` says, and tells which requests it got besides the sign-in. */
async function asked<T>(reply: (request: Received) => Reply, work: (shop: Shop) => Promise<T>): Promise<[T, string[]]> {
  await using server = await fakeShop((request) =>
    request.path === '/api/oauth/token' ? token('token-one') : reply(request),
  );
  const shop = createShop({ url: server.url, admin });
  try {
    const result = await work(shop);
    return [result, server.received.slice(1).map(({ method, path }) => `${method} ${path}`)];
  } finally {
    await shop.close();
  }
}

describe('the client', () => {
  it('does nothing until the first request', async () => {
    await using server = await fakeShop(() => 'cut');
    const shop = createShop({ url: `${server.url}/de/admin#/sw/dashboard`, admin });
    expect(shop).toMatchObject({ origin: server.url, url: `${server.url}/de` });
    await shop.close();
    expect(server.connections()).toBe(0);
  });

  it.each(['ftp://shop.example.com', 'https://user:hidden@shop.example.com', '', 'https://'])(
    'refuses the address %j',
    (url) => {
      expect(() => createShop({ url, name: 'staging' })).toThrow('The address of "staging" cannot be one.');
    },
  );

  it('asks for the version where it is', async () => {
    const reply = () => ({ json: { version: '6.7.6.0' } });
    expect(await asked(reply, (shop) => shop.version())).toEqual(['6.7.6.0', ['GET /api/_info/version']]);
  });

  it('asks for the version where it was in old shops', async () => {
    const reply = ({ path }: Received) => (path.startsWith('/api/v1/') ? { json: { version: '6.2.0' } } : noRoute);
    expect(await asked(reply, (shop) => shop.version())).toEqual([
      '6.2.0',
      ['GET /api/_info/version', 'GET /api/v1/_info/version'],
    ]);
  });

  it('says so where there is no version at all', async () => {
    const [error] = await asked(
      () => noRoute,
      (shop) => errorOf(shop.version()),
    );
    expect(error).toMatchObject({ kind: 'notAShop', message: expect.stringContaining('does not say its version') });
  });

  it('hands out the entity schema byte for byte', async () => {
    const text = '{"product" : {"entity":"product","properties":[]}}\n';
    const reply = () => ({ text, headers: { 'content-type': 'application/json' } });
    expect(await asked(reply, (shop) => shop.entitySchema())).toEqual([text, ['GET /api/_info/entity-schema.json']]);
  });

  it('says what to do when the shop cannot make its entity schema', async () => {
    const broken = refusal(500, { code: '0', detail: 'Class "X" not found' });
    const [error] = await asked(
      () => broken,
      (shop) => errorOf(shop.entitySchema()),
    );
    expect(error).toMatchObject({ kind: 'refused', status: 500, errors: [{ detail: 'Class "X" not found' }] });
    expect(error.message).toMatch(/does not hand out its entity schema \(500\): Class "X" not found\.$/);
    expect(error.hint).toContain('stored or committed');
  });

  it('clears the cache', async () => {
    expect(
      await asked(
        () => ({ status: 204 }),
        (shop) => shop.clearCache(),
      ),
    ).toEqual([undefined, ['DELETE /api/_action/cache']]);
  });

  it('carries every error of a refusal', async () => {
    const reply = () => ({
      status: 400,
      json: {
        errors: [
          {
            status: '400',
            code: 'FRAMEWORK__INVALID_FILTER_QUERY',
            detail: 'First.',
            source: { pointer: '/filter/0' },
          },
          { status: '400', code: 'FRAMEWORK__INVALID_LIMIT_QUERY', detail: 'Second.', source: { pointer: '/limit' } },
        ],
      },
    });
    const search = (shop: Shop) => errorOf(shop.search({ api: 'admin', path: searchPath('product'), body: '{}' }));
    const [error] = await asked(reply, search);
    expect(error.errors.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['FRAMEWORK__INVALID_FILTER_QUERY', '/filter/0'],
      ['FRAMEWORK__INVALID_LIMIT_QUERY', '/limit'],
    ]);
    expect(error.message).toMatch(/refuses the request: First \(and 1 more error\)\.$/);
    expect(error.request?.headers.authorization).toBe('•••');
    expect(JSON.stringify(error)).not.toContain('token-one');
  });
});
