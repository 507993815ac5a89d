import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('unknown-key');

describe('unknown-key', () => {
  it('the plural', () => {
    expect(editor('{ «"filters"»: [] }')).toMatchInlineSnapshot(`
      "warning: A criteria has no key "filters": the shop ignores it. Did you mean "filter"?
        unknown-key at /filters
        Change to "filter" → { "filter": [] }
        Remove "filters" → {}"
    `);
  });

  it('camelCase', () => {
    expect(editor('{ «"postFilter"»: [] }')).toMatchInlineSnapshot(`
      "warning: A criteria has no key "postFilter": the shop ignores it. Did you mean "post-filter"?
        unknown-key at /postFilter
        Change to "post-filter" → { "post-filter": [] }
        Remove "postFilter" → {}"
    `);
  });

  it('another word', () => {
    expect(editor('{ «"sorting"»: [{ "field": "name" }] }')).toMatchInlineSnapshot(`
      "warning: A criteria has no key "sorting": the shop ignores it. Did you mean "sort"?
        unknown-key at /sorting
        Change to "sort" → { "sort": [{ "field": "name" }] }
        Remove "sorting" → {}"
    `);
  });

  it('no right one', () => {
    expect(
      editor(`{
  "limit": 5, // five
  «"offset"»: 10,
  "page": 1
}`),
    ).toMatchInlineSnapshot(`
  "warning: A criteria has no key "offset": the shop ignores it.
    unknown-key at /offset
    Remove "offset" → {
    "limit": 5, // five
    "page": 1
  }"
`);
  });

  it('in a filter', () => {
    expect(
      editor('{ "filter": [{ "type": "equals", "field": "name", "value": 1, «"operator"»: "and" }] }'),
    ).toMatchInlineSnapshot(`
      "warning: An equals filter has no key "operator": the shop ignores it.
        unknown-key at /filter/0/operator
        Remove "operator" → { "filter": [{ "type": "equals", "field": "name", "value": 1 }] }"
    `);
  });

  it('null is what the Administration sends', () => {
    expect(
      editor('{ "filter": [{ "type": "multi", "operator": "or", "queries": [], "field": null, "value": null }] }'),
    ).toMatchInlineSnapshot(`"no problem"`);
  });

  it('routes of the Store API have keys of their own', () => {
    expect(
      editor(`// @api store
{ "order": "name-asc", "p": 2 }`),
    ).toMatchInlineSnapshot(`"no problem"`);
  });

  it('an association without the level above it', () => {
    expect(editor('{ "associations": { "manufacturer": { «"media"»: {} } } }')).toMatchInlineSnapshot(`
      "warning: "media" is an association of product_manufacturer: it must stand in "associations", here the shop ignores it.
        unknown-key at /associations/manufacturer/media
        Move into "associations" → { "associations": { "manufacturer": { "associations": { "media": {} } } } }
        Remove "media" → { "associations": { "manufacturer": {} } }"
    `);
    expect(editor('{ «"manufacturer"»: {} }')).toMatchInlineSnapshot(`
      "warning: "manufacturer" is an association of product: it must stand in "associations", here the shop ignores it.
        unknown-key at /manufacturer
        Move into "associations" → { "associations": { "manufacturer": {} } }
        Remove "manufacturer" → {}"
    `);
  });

  it('an association beside the level where it belongs', () => {
    expect(
      editor('{ «"manufacturer"»: { "associations": { "media": {} } }, "associations": { "tax": {} } }'),
    ).toMatchInlineSnapshot(`
      "warning: "manufacturer" is an association of product: it must stand in "associations", here the shop ignores it.
        unknown-key at /manufacturer
        Move into "associations" → { "associations": { "tax": {}, "manufacturer": { "associations": { "media": {} } } } }
        Remove "manufacturer" → { "associations": { "tax": {} } }"
    `);
    expect(editor('{ "associations": { "manufacturer": {} }, «"manufacturer"»: {} }')).toMatchInlineSnapshot(`
      "warning: "manufacturer" is an association of product: it must stand in "associations", here the shop ignores it.
        unknown-key at /manufacturer
        Move into "associations" → { "associations": { "manufacturer": {} } }
        Remove "manufacturer" → { "associations": { "manufacturer": {} } }"
    `);
  });
});
