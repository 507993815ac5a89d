import { describe, expect, it } from 'vitest';
import { linesOf, withShop } from '../../test/adminShop.ts';
import { errorOf } from '../../test/errorOf.ts';
import { fakeShop } from '../../test/fakeShop.ts';
import { searchPath } from '../request/routes.ts';
import { createShop } from './shop.ts';

const admin = { clientId: 'SWIATESTTESTTESTTESTTESTTE', clientSecret: 'very-secret-secret' };

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
      expect(() => createShop({ url, name: 'staging' })).toThrow('The address of "staging" is not valid.');
    },
  );

  it('clears the cache', async () => {
    const { received } = await withShop(
      () => ({ status: 204 }),
      (shop) => shop.clearCache(),
    );
    expect(linesOf(received)).toEqual(['DELETE /api/_action/cache']);
  });

  it('carries every error of a refusal', async () => {
    const errors = [
      { status: '400', code: 'FRAMEWORK__INVALID_FILTER_QUERY', detail: 'First.', source: { pointer: '/filter/0' } },
      { status: '400', code: 'FRAMEWORK__INVALID_LIMIT_QUERY', detail: 'Second.', source: { pointer: '/limit' } },
    ];
    const { result: error } = await withShop(
      () => ({ status: 400, json: { errors } }),
      (shop) => errorOf(shop.search({ api: 'admin', path: searchPath('product'), body: '{}' })),
    );
    expect(error.errors.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['FRAMEWORK__INVALID_FILTER_QUERY', '/filter/0'],
      ['FRAMEWORK__INVALID_LIMIT_QUERY', '/limit'],
    ]);
    expect(error.message).toMatch(/refuses the request: First \(and 1 more error\)\.$/);
    expect(error.request?.headers.authorization).toBe('•••');
    expect(JSON.stringify(error)).not.toContain('token-one');
  });
});
