import { describe, expect, it } from 'vitest';
import { labelOf } from './label.ts';

describe('the name of an object', () => {
  it.each([
    [{ id: 'a', name: 'Nordwerk', link: null }, 'Nordwerk'],
    [{ id: 'a', name: null, translated: { name: 'Nordwerk' } }, 'Nordwerk'],
    [{ id: 'a', orderNumber: '10042' }, '10042'],
    [{ iso: 'de', shortName: 'EUR' }, 'EUR'],
  ])('%j is %s', (value, label) => {
    expect(labelOf(value)).toBe(label);
  });

  it('is what it holds where nothing names it, without ids', () => {
    const price = { currencyId: 'b7d2554b0ce847cd82f3ac9bd1c0dfca', net: 10, gross: 11.9, linked: true, apiAlias: 'p' };
    expect(labelOf(price)).toBe('net: 10, gross: 11.9, linked: true');
    expect(labelOf({ id: 'b7d2554b0ce847cd82f3ac9bd1c0dfca', a: null })).toBe('b7d2554b0ce847cd82f3ac9bd1c0dfca');
    expect(labelOf({ a: { b: 1 } })).toBe('{"a":{"b":1}}');
  });
});
