import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortFirst } from './sortFirst.ts';

describe('sorting the first of many', () => {
  it('begins like a stable sort and loses nothing', () => {
    const numbers = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 300 });
    fc.assert(
      fc.property(numbers, fc.integer({ min: 0, max: 12 }), (values, count) => {
        const elements = values.map((value, place) => ({ value, place }));
        const compare = (one: { value: number }, other: { value: number }) => one.value - other.value;
        const sorted = sortFirst(elements, count, compare);
        expect(sorted.slice(0, count)).toEqual(elements.toSorted(compare).slice(0, count));
        expect(new Set(sorted)).toEqual(new Set(elements));
      }),
    );
  });
});
