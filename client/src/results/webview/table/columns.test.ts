import { describe, expect, it } from 'vitest';
import { columnsOf, includedKeys, valueIn } from './columns.ts';

const keysOf = (rows: unknown[], includes?: string[]) => columnsOf(rows, includes).map(({ key }) => key);

describe('columnsOf', () => {
  it('takes the keys of all rows', () => {
    expect(keysOf([{ a: 1 }, { b: 2, a: 3 }])).toEqual(['a', 'b']);
  });

  it('puts what names a row first and what says nothing last', () => {
    const row = { extensions: [], active: true, name: 'Chair', apiAlias: 'product', id: 'x', stock: 3 };
    expect(keysOf([row])).toEqual(['id', 'name', 'active', 'stock', 'extensions', 'apiAlias']);
  });

  it('keeps the order of the includes', () => {
    expect(keysOf([{ id: 'x', name: 'Chair', stock: 3, apiAlias: 'product' }], ['stock', 'name', 'id'])).toEqual([
      'stock',
      'name',
      'id',
      'apiAlias',
    ]);
  });

  it('knows the columns without content', () => {
    const columns = columnsOf([
      { id: 'x', ean: null, tags: [], price: null },
      { id: 'y', ean: '', tags: [], price: 1 },
    ]);
    expect(columns.filter(({ empty }) => empty).map(({ key }) => key)).toEqual(['ean', 'tags']);
  });

  it('shows plain values in one column', () => {
    expect(keysOf(['a', 'b'])).toEqual(['']);
    expect(valueIn('a', '')).toBe('a');
    expect(columnsOf([])).toEqual([]);
  });

  it('makes columns neither too narrow nor too wide', () => {
    const [column] = columnsOf([{ a: 'x'.repeat(1000) }]);
    expect(column?.width).toBeLessThanOrEqual(320);
    expect(columnsOf([{ a: 1 }])[0]?.width).toBeGreaterThanOrEqual(64);
  });
});

describe('includedKeys', () => {
  const body = JSON.stringify({ includes: { product: ['name', 'id'], product_manufacturer: ['link'] } });

  it('takes those of the rows', () => {
    expect(includedKeys(body, [{ apiAlias: 'product', id: 'x' }])).toEqual(['name', 'id']);
    expect(includedKeys(body, [{ id: 'x', name: 'Chair' }])).toEqual(['name', 'id']);
  });

  it('finds nothing where nothing is included', () => {
    expect(includedKeys('{}', [{ id: 'x' }])).toEqual([]);
    expect(includedKeys(null, [])).toEqual([]);
  });
});
