import { describe, expect, it } from 'vitest';
import { isSearchRoute } from './reads.ts';

describe('isSearchRoute', () => {
  it.each([
    ['admin', '/api/search/product'],
    ['admin', '/api/search-ids/product-category'],
    ['admin', '/api/aggregate/order'],
    ['admin', '/api/search/product/0195b5e2a1b97c3f8d0e6f4a2b1c3d5e/media'],
    ['store', '/store-api/product-listing/0195b5e2a1b97c3f8d0e6f4a2b1c3d5e'],
  ] as const)('%s %s: yes', (api, path) => {
    expect(isSearchRoute(api, path)).toBe(true);
  });

  it.each([
    ['admin', '/api/_action/sync'],
    ['admin', '/api/product'],
    ['admin', '/api/search/../_action/sync'],
    ['admin', '/store-api/product'],
    ['store', '/store-api/../api/_action/sync'],
    ['store', '/api/search/product'],
  ] as const)('%s %s: no', (api, path) => {
    expect(isSearchRoute(api, path)).toBe(false);
  });
});
