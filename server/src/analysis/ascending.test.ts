import { describe, expect, it } from 'vitest';
import { countBelow } from './ascending.ts';

describe('countBelow', () => {
  it('counts the smaller ones', () => {
    expect([0, 1, 2, 3, 5, 6].map((value) => countBelow([1, 2, 2, 5], value))).toEqual([0, 0, 1, 3, 3, 4]);
    expect(countBelow([], 1)).toBe(0);
  });

  it('looks at a few of many', () => {
    let looks = 0;
    const many = new Proxy(
      Array.from({ length: 100_000 }, (_, index) => index),
      {
        get: (target, key) => {
          looks++;
          return Reflect.get(target, key);
        },
      },
    );
    expect(countBelow(many, 77_777)).toBe(77_777);
    expect(looks).toBeLessThan(20);
  });
});
