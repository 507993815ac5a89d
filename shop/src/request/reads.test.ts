import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordOf } from '../json.ts';
import { onlyReads } from './reads.ts';

const openApi = path.resolve(import.meta.dirname, '../../../../shared/recorded/6.7.6-dev/openapi3-store.json');
const there = existsSync(openApi);
if (!there) console.warn(`Skipped: the recorded description of the Store API is not at ${openApi}.`);

describe('a request only reads', () => {
  it.each([
    ['POST', '/api/search/product-manufacturer', true],
    ['POST', '/api/search/product/63a50e5c62d7e191942936b20ed10a62/categories', true],
    ['POST', '/api/search-ids/product', true],
    ['POST', '/api/aggregate/product', true],
    ['GET', '/api/product?limit=1', true],
    ['POST', '/api/product', false],
    ['POST', '/api/_action/sync', false],
    ['DELETE', '/api/_action/cache', false],
    ['POST', '/api/search/../_action/sync', false],
  ])('%s %s: %s', (method, route, expected) => {
    expect(onlyReads('admin', method, route)).toBe(expected);
  });

  it.skipIf(!there)('when a Store API says of its route that it fetches or searches', () => {
    const { paths } = recordOf(JSON.parse(readFileSync(openApi, 'utf8')));
    const routes = Object.entries(recordOf(paths)).flatMap(([route, methods]) =>
      Object.entries(recordOf(methods)).map(([method, description]) => ({
        route,
        method: method.toUpperCase(),
        summary: String(recordOf(description).summary),
      })),
    );
    const reads = routes.filter(({ route, method }) => onlyReads('store', method, `/store-api${route}`));
    expect(reads.length).toBeGreaterThan(30);
    expect(reads.filter(({ summary }) => !/^(Fetch|Search|Loads all|Get) /.test(summary))).toEqual([]);
  });
});
