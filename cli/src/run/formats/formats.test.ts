import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../../shop/src/index.ts';
import { plain } from '../../terminal/style.ts';
import { formatOfFile, runFormats } from './index.ts';
import type { RunFormat } from './names.ts';

const rows = {
  total: 57,
  data: [
    { stock: 3, name: 'Hammer, "big"', manufacturer: { name: 'ACME' }, categories: [], apiAlias: 'product', id: 'a' },
    { stock: 12, name: 'Saw', manufacturer: null, categories: [], apiAlias: 'product', id: 'b' },
  ],
  aggregations: {
    makers: { name: 'makers', buckets: [{ key: 'ACME', count: 1, sold: { name: 'sold', sum: 7, extensions: [] } }] },
    prices: { name: 'prices', min: '1', max: '3', extensions: [] },
  },
};

function shown(format: RunFormat, json: unknown, width?: number): string {
  const text = JSON.stringify(json);
  const request = { method: 'POST', url: 'https://shop.example.com', headers: {}, body: null };
  const answer: Answer = { status: 200, headers: {}, text, bytes: 1536, milliseconds: 12.3, request, json };
  return runFormats[format](answer, { style: plain, width });
}

describe('table', () => {
  it('shows rows, aggregations and the total; what is empty or technical is left out', () => {
    expect(shown('table', rows)).toBe(`id  name           stock  manufacturer
a   Hammer, "big"      3  ACME
b   Saw               12

makers:
key   count  sold
ACME      1  sum: 7

prices:
min  max
1    3

2 of 57 rows, 12 ms, 1.5 KB
`);
  });

  it('shows as many columns as fit, and names the others', () => {
    expect(shown('table', { data: rows.data }, 20)).toContain('(not shown: stock, manufacturer)');
  });

  it('shows ids, lists of the Store API and a single object', () => {
    expect(shown('table', { total: 1, data: ['abc'] })).toContain('\nabc\n');
    expect(shown('table', { elements: [{ name: 'Saw' }], total: 1 })).toContain('name\nSaw\n\n1 row,');
    expect(shown('table', { product: { name: 'Saw' } })).toContain('product\nSaw');
    expect(shown('table', { data: [], total: 0 })).toBe('0 rows, 12 ms, 1.5 KB\n');
  });

  it('shows more rows than a call takes arguments', () => {
    const many = Array.from({ length: 400_000 }, (_, index) => ({ id: String(index) }));
    expect(shown('table', { data: many })).toContain('\n399999\n\n400000 rows,');
  });

  it('does not let a row steer the terminal', () => {
    expect(shown('table', { data: [{ name: '\x1b[2Jgone' }] })).not.toContain('\x1b');
  });
});

describe('csv', () => {
  it('quotes what must be quoted, and holds what is nested as JSON', () => {
    expect(shown('csv', rows).split('\r\n')).toEqual([
      'stock,name,manufacturer,categories,apiAlias,id',
      '3,"Hammer, ""big""","{""name"":""ACME""}",[],product,a',
      '12,Saw,,[],product,b',
      '',
    ]);
  });

  it('has the column value for bare ids', () => {
    expect(shown('csv', { data: ['a', 'b'] })).toBe('value\r\na\r\nb\r\n');
  });
});

describe('the others', () => {
  it('are a row a line, the answer indented, the answer as received', () => {
    expect(shown('ndjson', { data: [{ a: 1 }, { a: 2 }] })).toBe('{"a":1}\n{"a":2}\n');
    expect(shown('json', { a: 1 })).toBe('{\n  "a": 1\n}\n');
    expect(shown('raw', { a: 1 })).toBe('{"a":1}');
  });
});

describe('formatOfFile', () => {
  it.each([
    ['rows.CSV', 'csv'],
    ['a.ndjson', 'ndjson'],
    ['a.json', 'json'],
    ['a.txt', undefined],
  ])('%s', (file, format) => {
    expect(formatOfFile(file)).toBe(format);
  });
});
