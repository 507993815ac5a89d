import { describe, expect, it } from 'vitest';
import { moved } from './moved.ts';

const last = { row: 99, column: 9 };
const from = { row: 50, column: 5 };

describe('moving through the table', () => {
  it.each([
    ['ArrowUp', false, 49, 5],
    ['ArrowDown', true, 99, 5],
    ['ArrowLeft', true, 50, 0],
    ['ArrowRight', false, 50, 6],
    ['PageDown', false, 70, 5],
    ['Home', false, 50, 0],
    ['End', true, 99, 9],
  ])('%s, Ctrl %s: row %d, column %d', (key, ctrl, row, column) => {
    expect(moved(from, key, ctrl, last, 20)).toEqual({ row, column });
  });

  it('stays within the table', () => {
    expect(moved({ row: 0, column: 0 }, 'ArrowUp', false, last, 20)).toEqual({ row: 0, column: 0 });
    expect(moved({ row: 95, column: 0 }, 'PageDown', false, last, 20)).toEqual({ row: 99, column: 0 });
  });

  it('leaves other keys alone', () => {
    expect(moved(from, 'a', false, last, 20)).toBeUndefined();
  });
});
