import { describe, expect, it } from 'vitest';
import { mayBeRows, tellsFirstKey } from './beginning.ts';

describe('the beginning of a body', () => {
  it.each(['', '\uFEFF', ' \n', '{', '{\n  ', '{"', '{"da'])('does not tell the first key: %j', (beginning) => {
    expect(tellsFirstKey(beginning)).toBe(false);
  });

  it.each<[string, boolean]>([
    ['{"data"', true],
    ['\uFEFF { "total":1', true],
    ['{}', true],
    ['[', true],
    ['{"errorsOfMine"', true],
    ['{"errors"', false],
    ['{\n  "errors": [', false],
    ['<br />', false],
    ['Warning: x {"data"', false],
    ['null', false],
  ])('tells the first key, and whether there may be rows: %j', (beginning, expected) => {
    expect(tellsFirstKey(beginning)).toBe(true);
    expect(mayBeRows(beginning)).toBe(expected);
  });
});
