import { describe, expect, it } from 'vitest';
import { distinctionOf, identityOf, originOfEntry, routeOf, type ShopEntry } from './shopEntry.ts';

const entry = (definition: ShopEntry['definition']): ShopEntry => ({
  key: 'user:staging',
  name: 'staging',
  from: 'user',
  definition,
  folder: '/work',
});

describe('shops of the same name', () => {
  const shop = (folder: string, url: string, name = 'staging') =>
    ({ key: `${folder}#${name}`, name, from: 'configuration', definition: { url }, folder }) as const;

  it('are told apart by their hosts, and by their folders where that is not enough', () => {
    const a = shop('/work/a', 'https://a.example:8443');
    const b = shop('/work/b', 'https://b.example');
    const c = shop('/work/c', 'https://b.example/de');
    const all = [a, b, c];
    expect(all.map((entry) => distinctionOf(entry, all))).toEqual(['a.example:8443', 'b.example, b', 'b.example, c']);
  });

  it('are none where each has its own', () => {
    const all = [shop('/work/a', 'https://a.example'), shop('/work/a', 'https://a.example', 'live')];
    expect(all.map((entry) => distinctionOf(entry, all))).toEqual([null, null]);
  });
});

describe('a shop entry', () => {
  it('keeps secrets by scheme, host and port, whatever folder the shop lies in', () => {
    expect(originOfEntry(entry({ url: 'https://shop.example.com:8443/de/' }))).toBe('https://shop.example.com:8443');
  });

  it('knows who signs in', () => {
    expect(identityOf({ url: 'https://a.example', admin: { clientId: 'SWIA1' } })).toBe('SWIA1');
    expect(identityOf({ url: 'https://a.example', admin: { username: 'admin' } })).toBe('admin');
    expect(identityOf({ url: 'https://a.example' })).toBeNull();
  });

  it('asks again when a configuration changes who can read the requests', () => {
    const plain = routeOf(entry({ url: 'https://shop.example.com' }));
    expect(routeOf(entry({ url: 'https://shop.example.com/de' }))).toBe(plain);
    for (const detour of [
      { proxy: 'http://proxy:3128' },
      { tls: { ca: 'ca.pem' } },
      { tls: { rejectUnauthorized: false } },
    ]) {
      expect(routeOf(entry({ url: 'https://shop.example.com', ...detour }))).not.toBe(plain);
    }
  });
});
