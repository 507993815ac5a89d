import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('many-to-many-paging');

describe('many-to-many-paging', () => {
  it('a limit before the filter', () => {
    expect(
      editor('{ "associations": { "categories": { «"limit"»: 5, "sort": [{ "field": "name" }] } } }'),
    ).toMatchInlineSnapshot(`
      "warning: The shop cuts "categories" to 5 before it applies "sort", in no defined order: it may find nothing although there is something. Search category with a filter instead, or leave the limit out.
        many-to-many-paging at /associations/categories/limit
        Because of "sort". ↳ "sort"
        Remove "limit" → { "associations": { "categories": { "sort": [{ "field": "name" }] } } }"
    `);
  });

  it('a page', () => {
    expect(editor('{ "associations": { "categories": { «"page"»: 2 } } }')).toMatchInlineSnapshot(`
      "warning: "page" has no effect in "categories": there are no pages in a many-to-many association.
        many-to-many-paging at /associations/categories/page
        Remove "page" → { "associations": { "categories": {} } }"
    `);
  });

  it('a limit alone is fine', () => {
    expect(editor('{ "associations": { "categories": { "limit": 5 } } }')).toMatchInlineSnapshot(`"no problem"`);
  });

  it('one-to-many counts per parent', () => {
    expect(
      editor('{ "associations": { "media": { "limit": 5, "page": 1, "sort": [{ "field": "position" }] } } }'),
    ).toMatchInlineSnapshot(`"no problem"`);
  });

  it('not for a limit that is none', () => {
    const filter = '"filter": [{ "type": "equals", "field": "name", "value": "red" }]';
    expect(editor(`{ "associations": { "properties": { "limit": «[2]», ${filter} } } }`)).not.toContain('undefined');
  });
});
