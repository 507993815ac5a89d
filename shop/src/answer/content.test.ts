import { describe, expect, it } from 'vitest';
import { contentOf, keysOf, rowsOfAggregation } from './content.ts';

describe('contentOf', () => {
  it('reads the Admin API', () => {
    const answer = { total: 57, data: [{ id: 'a' }], aggregations: { sum: { sum: 3, extensions: [] } } };
    expect(contentOf(answer)).toEqual({
      rows: [{ id: 'a' }],
      total: 57,
      aggregations: [['sum', { sum: 3, extensions: [] }]],
    });
  });

  it('reads ids, empty aggregations, the Store API and bare lists', () => {
    expect(contentOf({ total: 1, data: ['a'] }).rows).toEqual(['a']);
    expect(contentOf({ total: 0, data: [], aggregations: [] }).aggregations).toEqual([]);
    expect(contentOf({ elements: [{ id: 'a' }], total: 1 }).rows).toHaveLength(1);
    expect(contentOf([{ id: 'a' }, { id: 'b' }])).toMatchObject({ rows: [{ id: 'a' }, { id: 'b' }], total: null });
  });

  it('shows a single object as one row, and nothing for what is none', () => {
    expect(contentOf({ product: { id: 'a' } }).rows).toEqual([{ product: { id: 'a' } }]);
    expect(contentOf({ data: { id: 'a' } }).rows).toEqual([{ id: 'a' }]);
    expect(contentOf('text').rows).toEqual([]);
  });
});

describe('rowsOfAggregation', () => {
  it('gives buckets, entities or the values', () => {
    expect(rowsOfAggregation({ buckets: [{ key: 'a', count: 2, extensions: [], apiAlias: 'x' }], name: 'x' })).toEqual([
      { key: 'a', count: 2 },
    ]);
    expect(rowsOfAggregation({ entities: [{ id: 'a' }] })).toEqual([{ id: 'a' }]);
    expect(rowsOfAggregation({ name: 'price', min: '1', max: '3', extensions: [] })).toEqual([{ min: '1', max: '3' }]);
  });

  it('says the name of a result below a bucket once, and keeps the names of entities', () => {
    const sold = { name: 'sold', sum: 7, extensions: [] };
    expect(rowsOfAggregation({ buckets: [{ key: 'a', count: 1, sold }] })).toEqual([
      { key: 'a', count: 1, sold: { sum: 7 } },
    ]);
    expect(rowsOfAggregation({ entities: [{ media: { name: 'a' } }] })).toEqual([{ media: { name: 'a' } }]);
  });
});

describe('keysOf', () => {
  it('has the keys of all rows in their order, and one for plain values', () => {
    expect(
      keysOf([
        { a: 1, b: 2 },
        { c: 3, a: 4 },
      ]),
    ).toEqual(['a', 'b', 'c']);
    expect(keysOf(['x', 'y'])).toEqual(['']);
  });
});
