import { describe, expect, it } from 'vitest';
import { contentOf, rowsOfAggregation } from './answer.ts';

describe('contentOf', () => {
  it('reads the Admin API', () => {
    const text = '{"total":57,"data":[{"id":"a"}],"aggregations":{"sum":{"sum":3,"extensions":[]}}}';
    expect(contentOf(text)).toEqual({
      rows: [{ id: 'a' }],
      total: 57,
      aggregations: [['sum', { sum: 3, extensions: [] }]],
    });
  });

  it('reads ids, empty aggregations, the Store API and bare lists', () => {
    expect(contentOf('{"total":1,"data":["a"]}')?.rows).toEqual(['a']);
    expect(contentOf('{"total":0,"data":[],"aggregations":[]}')?.aggregations).toEqual([]);
    expect(contentOf('{"apiAlias":"dal_entity_search_result","elements":[{"id":"a"}],"total":1}')?.rows).toHaveLength(
      1,
    );
    expect(contentOf('[{"id":"a"},{"id":"b"}]')).toMatchObject({ rows: [{ id: 'a' }, { id: 'b' }], total: null });
  });

  it('shows a single object as one row, and nothing for what is no JSON', () => {
    expect(contentOf('{"product":{"id":"a"}}')?.rows).toEqual([{ product: { id: 'a' } }]);
    expect(contentOf('<html>')).toBeNull();
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
});
