import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('score-sorting');

describe('score-sorting', () => {
  it('nothing scores', () => {
    expect(editor('{ "sort": [{ "field": "«_score»" }, { "field": "name" }] }')).toMatchInlineSnapshot(`
      "warning: There is no score without "term" or "query": the shop ignores this sorting.
        score-sorting at /sort/0/field
        Remove the sorting → { "sort": [{ "field": "name" }] }"
    `);
  });

  it('in a text', () => {
    expect(editor('{ "sort": "-«_score»" }')).toMatchInlineSnapshot(`
      "warning: There is no score without "term" or "query": the shop ignores this sorting.
        score-sorting at /sort"
    `);
  });

  it('with a term', () => {
    expect(editor('{ "term": "oak", "sort": [{ "field": "_score", "order": "DESC" }] }')).toMatchInlineSnapshot(
      `"no problem"`,
    );
  });
});
