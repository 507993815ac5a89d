import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('count-sorting');

describe('count-sorting', () => {
  it('on a path that is not to-many', () => {
    expect(editor('{ "sort": [{ "field": "manufacturerId", "type": «"count"» }] }')).toMatchInlineSnapshot(`
      "warning: Sorting by a count on a path without a to-many association leaves one row of the whole result; if nothing matches, the shop answers with an error. "grouping": ["id"] helps.
        count-sorting at /sort/0/type, 500 FRAMEWORK__INVALID_CRITERIA_IDS when no rows
        Add "grouping": ["id"] → { "sort": [{ "field": "manufacturerId", "type": "count" }], "grouping": ["id"] }"
    `);
  });

  it('with a limit of 1', () => {
    expect(editor('{ "limit": 1, "sort": [{ "field": "media.id", "type": «"count"» }] }')).toMatchInlineSnapshot(`
      "warning: Sorting by a count with "limit": 1 leaves one row of the whole result; if nothing matches, the shop answers with an error. "grouping": ["id"] helps.
        count-sorting at /sort/0/type, 500 FRAMEWORK__INVALID_CRITERIA_IDS when no rows
        Because of "limit". ↳ "limit"
        Add "grouping": ["id"] → { "limit": 1, "sort": [{ "field": "media.id", "type": "count" }], "grouping": ["id"] }"
    `);
  });

  it('is fine over a to-many association', () => {
    expect(editor('{ "sort": [{ "field": "media.id", "type": "count" }] }')).toMatchInlineSnapshot(`"no problem"`);
  });

  it('is fine when grouped', () => {
    expect(
      editor('{ "sort": [{ "field": "manufacturerId", "type": "count" }], "grouping": ["id"] }'),
    ).toMatchInlineSnapshot(`"no problem"`);
  });

  it('in a one-to-many association with a limit', () => {
    expect(
      editor('{ "associations": { "media": { "limit": 5, "sort": [{ "field": "id", "type": «"count"» }] } } }'),
    ).toMatchInlineSnapshot(`
      "warning: Sorting "media" by a count with a "limit" leaves one child for all parents together.
        count-sorting at /associations/media/sort/0/type
        Because of "limit". ↳ "limit""
    `);
  });

  it('nothing is said beside what may be the path to group by', () => {
    const sort = '"sort": [{ "field": "name", "type": "count" }]';
    expect(editor(`{ ${sort}, "filter": «5» }`)).not.toContain('count-sorting');
    expect(editor(`{ ${sort}, "filter": [{ «"feld"»: "media.id", "type": "equals", "value": null }] }`)).not.toContain(
      'count-sorting',
    );
    expect(
      editor(`{ ${sort}, "filter": [{ "type": "equals", "field": "«medium».id", "value": null }] }`),
    ).not.toContain('count-sorting');
  });
});
