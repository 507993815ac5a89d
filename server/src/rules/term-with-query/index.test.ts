import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('term-with-query');

describe('term-with-query', () => {
  it('both', () => {
    expect(
      editor(
        '{ "term": "a", «"query"»: [{ "score": 10, "query": { "type": "equals", "field": "name", "value": "a" } }] }',
      ),
    ).toMatchInlineSnapshot(`
      "information: The scores of "term" and "query" are added, and a row is found when either matches it. Usually only one of them is intended.
        term-with-query at /query
        Because of "term". ↳ "term""
    `);
  });

  it('one', () => {
    expect(editor('{ "term": "a" }')).toMatchInlineSnapshot(`"no problem"`);
  });
});
