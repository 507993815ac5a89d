import { describe, expect, it } from 'vitest';
import { cellOf, copyOf } from './cell.ts';

describe('a cell', () => {
  it.each([
    [undefined, 'absent', ''],
    [null, 'null', 'null'],
    [true, 'boolean', 'true'],
    [19.9, 'number', '19.9'],
    ['', 'empty', '""'],
    ['a\n  b', 'text', 'a b'],
    ['0195b5e2a1b97c3f8d0e6f4a2b1c3d5e', 'id', '0195b5e2a1b97c3f8d0e6f4a2b1c3d5e'],
    ['2025-11-21T03:22:09.000+00:00', 'date', '2025-11-21 03:22:09'],
    ['2025-11-21T03:22:09.123+00:00', 'date', '2025-11-21 03:22:09.123'],
  ] as const)('%j is %s', (value, kind, text) => {
    expect(cellOf(value)).toMatchObject({ kind, text });
  });

  it('names an associated entity', () => {
    expect(cellOf({ id: 'a', name: 'Nordwerk', link: null }).text).toBe('Nordwerk');
    expect(cellOf({ id: 'a', name: null, translated: { name: 'Nordwerk' } }).text).toBe('Nordwerk');
    expect(cellOf({ id: 'a', orderNumber: '10042' }).text).toBe('10042');
  });

  it('shows the plain values of an object without a name', () => {
    const price = { currencyId: 'b7d2554b0ce847cd82f3ac9bd1c0dfca', net: 10, gross: 11.9, linked: true };
    expect(cellOf(price).text).toBe('net: 10, gross: 11.9, linked: true');
  });

  it('counts and names what is in a list', () => {
    expect(cellOf([{ name: 'Red' }, { name: 'Blue' }])).toEqual({ kind: 'list', text: 'Red, Blue', mark: '[2]' });
    expect(cellOf([])).toEqual({ kind: 'list', text: '', mark: '[]' });
    expect(cellOf(['a', 1, null]).text).toBe('a, 1, null');
  });

  it('stays short', () => {
    expect(cellOf('x'.repeat(100_000)).text.length).toBeLessThan(250);
  });
});

describe('copying a cell', () => {
  it('gives the value, and JSON for what is nested', () => {
    expect(copyOf('a\nb')).toBe('a\nb');
    expect(copyOf(null)).toBe('null');
    expect(copyOf({ a: 1 })).toBe('{\n  "a": 1\n}');
  });
});
