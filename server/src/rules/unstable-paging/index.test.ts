import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('unstable-paging');

describe('unstable-paging', () => {
  it('no sorting', () => {
    expect(editor('{ "limit": 10, "page": «2» }')).toMatchInlineSnapshot(`
      "warning: Rows that sort equally are returned in a different order each time, so pages repeat and skip rows: add "id" as the last sorting.
        unstable-paging at /page
        Add "id" as the last sorting → { "limit": 10, "page": 2, "sort": [{ "field": "id" }] }"
    `);
  });

  it('a name', () => {
    expect(editor('{ "limit": 10, "page": «2», "sort": [{ "field": "name" }] }')).toMatchInlineSnapshot(`
      "warning: Rows that sort equally are returned in a different order each time, so pages repeat and skip rows: add "id" as the last sorting.
        unstable-paging at /page
        Add "id" as the last sorting → { "limit": 10, "page": 2, "sort": [{ "field": "name" }, { "field": "id" }] }"
    `);
  });

  it('a string', () => {
    expect(editor('{ "limit": 10, "page": «2», "sort": "-name" }')).toMatchInlineSnapshot(`
      "warning: Rows that sort equally are returned in a different order each time, so pages repeat and skip rows: add "id" as the last sorting.
        unstable-paging at /page
        Add "id" as the last sorting → { "limit": 10, "page": 2, "sort": "-name,id" }"
    `);
  });

  it('the best match stays first', () => {
    expect(editor('{ "limit": 10, "page": «2», "term": "desk" }')).toMatchInlineSnapshot(`
      "warning: Rows that sort equally are returned in a different order each time, so pages repeat and skip rows: add "id" as the last sorting.
        unstable-paging at /page
        Add "id" as the last sorting → { "limit": 10, "page": 2, "term": "desk", "sort": [{ "field": "_score", "order": "DESC" }, { "field": "id" }] }"
    `);
  });

  it('the best match stays first, with an empty sorting', () => {
    expect(
      editor(
        '{ "limit": 10, "page": «2», "query": [{ "score": 5, "query": { "type": "equals", "field": "active", "value": true } }], "sort": [] }',
      ),
    ).toMatchInlineSnapshot(`
      "warning: Rows that sort equally are returned in a different order each time, so pages repeat and skip rows: add "id" as the last sorting.
        unstable-paging at /page
        Add "id" as the last sorting → { "limit": 10, "page": 2, "query": [{ "score": 5, "query": { "type": "equals", "field": "active", "value": true } }], "sort": [{ "field": "_score", "order": "DESC" }, { "field": "id" }] }"
    `);
  });

  it('the id at last', () => {
    expect(
      editor('{ "limit": 10, "page": 2, "sort": [{ "field": "name" }, { "field": "id" }] }'),
    ).toMatchInlineSnapshot(`"no problem"`);
  });

  it('the first page', () => {
    expect(editor('{ "limit": 10, "page": 1 }')).toMatchInlineSnapshot(`"no problem"`);
  });

  it('not beside a page or a limit that is none', () => {
    expect(editor('{ "limit": 10, "page": «"abc"» }')).not.toContain('unstable-paging');
    expect(editor('{ "limit": «"abc"», "page": 2 }')).not.toContain('unstable-paging');
  });
});
