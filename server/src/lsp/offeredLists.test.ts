import { describe, expect, it } from 'vitest';
import { complete } from '../features/completion/complete.ts';
import { analyzed } from '../testing/editor.ts';
import { OfferedLists } from './offeredLists.ts';

describe('a completion that was offered', () => {
  const lists = new OfferedLists();
  const completions = complete(analyzed('{}'), 1);
  const list = lists.add('file:///a.swcriteria.json', completions);

  it('is found by what its item carries', () => {
    expect(completions.length).toBeGreaterThan(0);
    expect(lists.find({ list, item: 0 })).toBe(completions[0]);
  });

  it.each([
    undefined,
    null,
    5,
    {},
    { list },
    { list, item: 'length' },
    { list, item: -1 },
    { list: list + 1, item: 0 },
  ])('is none for %j', (reference) => {
    expect(lists.find(reference)).toBeUndefined();
  });
});
