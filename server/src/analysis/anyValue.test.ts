import fc from 'fast-check';
import { expect, it } from 'vitest';
import { codeActions } from '../features/codeActions/codeActions.ts';
import { complete } from '../features/completion/complete.ts';
import { hover } from '../features/hover/hover.ts';
import { analyzed } from '../testing/editor.ts';

/** Every key of the grammar once, with a value that is right. */
const FULL = {
  limit: 5,
  page: 1,
  'total-count-mode': 1,
  term: 'a',
  ids: ['0123456789abcdef0123456789abcdef'],
  includes: { product: ['id'] },
  excludes: { product: ['id'] },
  fields: ['name'],
  grouping: ['id'],
  sort: [{ field: 'name', order: 'ASC', naturalSorting: true, type: 'count' }],
  filter: [
    { type: 'equals', field: 'id', value: 'a' },
    { type: 'equalsAny', field: 'manufacturerId', value: ['a'] },
    { type: 'equalsAll', field: 'categories.id', value: ['a'] },
    { type: 'contains', field: 'id', value: 'a' },
    { type: 'prefix', field: 'id', value: 'a' },
    { type: 'suffix', field: 'active', value: 'a' },
    { type: 'range', field: 'stock', parameters: { gte: 1, lt: 5 } },
    { type: 'since', field: 'createdAt', value: 'P1D', parameters: { operator: 'gt' } },
    { type: 'until', field: 'releaseDate', value: 'P1D', parameters: { operator: 'gt' } },
    { type: 'multi', operator: 'and', queries: [{ type: 'not', queries: [] }] },
  ],
  'post-filter': { name: 'a', stock: [1] },
  query: [{ score: 1, scoreField: 'stock', query: { type: 'equals', field: 'name', value: 'a' } }],
  aggregations: [
    { name: 'a', type: 'terms', field: 'name', limit: 1, sort: { field: '_count', order: 'ASC' } },
    { name: 'b', type: 'histogram', field: 'createdAt', interval: 'day', format: 'Y', timeZone: 'UTC' },
    { name: 'c', type: 'range', field: 'stock', ranges: [{ from: 1, to: 2, key: 'k' }] },
    { name: 'd', type: 'entity', field: 'taxId', definition: 'tax' },
    { name: 'e', type: 'filter', filter: [], aggregation: { name: 'f', type: 'stats', field: 'stock' } },
  ],
  associations: { media: { limit: 1, associations: { media: {} }, sort: '-position' } },
};

const VERSIONS = ['6.4.20.2', '6.5.8.14', '6.6.7.1', '6.7.6'];

it('no value in any place makes the analysis fail, nor what is made of it', () => {
  const place = fc.constantFrom(...pathsOf(FULL));
  const faults = fc.array(fc.tuple(place, fc.jsonValue({ maxDepth: 2 })), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(faults, fc.constantFrom(...VERSIONS), fc.constantFrom('admin', 'store'), (changes, shopware, api) => {
      const body: unknown = structuredClone(FULL);
      for (const [path, value] of changes) put(body, path, value);
      const text = JSON.stringify(body);
      const analysis = analyzed(text, { shopware, api });
      const titles = analysis.problems.flatMap(({ fixes }) => (fixes?.() ?? []).map(({ title }) => title));
      expect(titles.every((title) => title !== '')).toBe(true);
      expect(analysis.prediction).toBeDefined();
      const at = text.length / 2;
      for (const read of [complete, hover]) expect(() => read(analysis, Math.floor(at))).not.toThrow();
      expect(() => codeActions(analysis, 0, text.length)).not.toThrow();
    }),
    { numRuns: 300 },
  );
});

type Path = readonly string[];

/** The ways to all values, inner ones too. */
function pathsOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))];
}

/** Puts a value at the end of a way, as far as there still is one. */
function put(body: unknown, path: Path, value: unknown): void {
  const [key, ...rest] = path;
  if (key === undefined || typeof body !== 'object' || body === null) return;
  if (rest.length > 0) put(Reflect.get(body, key), rest, value);
  else Reflect.set(body, key, value);
}
