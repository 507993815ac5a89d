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
      editor(
        '{ "filter": [{ "type": "multi", "operator": "or", "queries": [{ "type": "equals", "field": "active", "value": true }], "field": null, "value": null }] }',
      ),
    ).toMatchInlineSnapshot(`"no problem"`);
  });

  it('routes of the Store API have keys of their own', () => {
    expect(
      editor(`// @api store
{ "order": "name-asc", "p": 2 }`),
    ).toMatchInlineSnapshot(`"no problem"`);
  });

  it('a misspelt key beside those of a Store API route', () => {
    expect(
      editor('// @api store\n{ «"limt"»: 5, «"fitler"»: [], «"associatons"»: {}, "id": 1, "name": "x", "sorting": 5 }'),
    ).toMatchInlineSnapshot(`
      "hint: A criteria has no key "limt", and no route is known to have it. Did you mean "limit"?
        unknown-key at /limt
        Change to "limit" → // @api store
      { "limit": 5, "fitler": [], "associatons": {}, "id": 1, "name": "x", "sorting": 5 }
      hint: A criteria has no key "fitler", and no route is known to have it. Did you mean "filter"?
        unknown-key at /fitler
        Change to "filter" → // @api store
      { "limt": 5, "filter": [], "associatons": {}, "id": 1, "name": "x", "sorting": 5 }
      hint: A criteria has no key "associatons", and no route is known to have it. Did you mean "associations"?
        unknown-key at /associatons
        Change to "associations" → // @api store
      { "limt": 5, "fitler": [], "associations": {}, "id": 1, "name": "x", "sorting": 5 }"
    `);
  });

  it('an association without the level above it', () => {
    expect(editor('{ "associations": { "manufacturer": { «"media"»: {} } } }')).toMatchInlineSnapshot(`
      "warning: "media" is an association of product_manufacturer: it belongs in "associations"; here the shop ignores it.
        unknown-key at /associations/manufacturer/media
        Move into "associations" → { "associations": { "manufacturer": { "associations": { "media": {} } } } }
        Remove "media" → { "associations": { "manufacturer": {} } }"
    `);
    expect(editor('{ «"manufacturer"»: {} }')).toMatchInlineSnapshot(`
      "warning: "manufacturer" is an association of product: it belongs in "associations"; here the shop ignores it.
        unknown-key at /manufacturer
        Move into "associations" → { "associations": { "manufacturer": {} } }
        Remove "manufacturer" → {}"
    `);
  });

  it('an association beside the level where it belongs', () => {
    expect(
      editor('{ «"manufacturer"»: { "associations": { "media": {} } }, "associations": { "tax": {} } }'),
    ).toMatchInlineSnapshot(`
      "warning: "manufacturer" is an association of product: it belongs in "associations"; here the shop ignores it.
        unknown-key at /manufacturer
        Move into "associations" → { "associations": { "tax": {}, "manufacturer": { "associations": { "media": {} } } } }
        Remove "manufacturer" → { "associations": { "tax": {} } }"
    `);
    expect(editor('{ "associations": { "manufacturer": {} }, «"manufacturer"»: {} }')).toMatchInlineSnapshot(`
      "warning: "manufacturer" is an association of product: it belongs in "associations"; here the shop ignores it.
        unknown-key at /manufacturer
        Move into "associations" → { "associations": { "manufacturer": {} } }
        Remove "manufacturer" → { "associations": { "manufacturer": {} } }"
    `);
  });

  it('the plural of what is one', () => {
    expect(
      editor(
        '{ "aggregations": [{ "name": "a", "type": "terms", "field": "name", «"aggregations"»: [{ "name": "b", "type": "count", "field": "id" }] }] }',
      ),
    ).toMatchInlineSnapshot(`
      "warning: A terms aggregation has no key "aggregations": the shop ignores it. Did you mean "aggregation"?
        unknown-key at /aggregations/0/aggregations
        Change to "aggregation" → { "aggregations": [{ "name": "a", "type": "terms", "field": "name", "aggregation": { "name": "b", "type": "count", "field": "id" } }] }
        Remove "aggregations" → { "aggregations": [{ "name": "a", "type": "terms", "field": "name" }] }"
    `);
  });

  it('several where one is meant', () => {
    expect(
      editor(
        '{ "aggregations": [{ "name": "a", "type": "terms", "field": "name", «"aggregations"»: [{ "name": "b", "type": "count", "field": "id" }, { "name": "c", "type": "max", "field": "stock" }] }] }',
      ),
    ).toMatchInlineSnapshot(`
      "warning: A terms aggregation has no key "aggregations": the shop ignores it. Did you mean "aggregation"?
        unknown-key at /aggregations/0/aggregations
        Remove "aggregations" → { "aggregations": [{ "name": "a", "type": "terms", "field": "name" }] }"
    `);
  });

  it('the direction of a sorting', () => {
    expect(editor('{ "sort": [{ "field": "name", «"direction"»: "DESC" }] }')).toMatchInlineSnapshot(`
      "warning: A sorting has no key "direction": the shop ignores it. Did you mean "order"?
        unknown-key at /sort/0/direction
        Change to "order" → { "sort": [{ "field": "name", "order": "DESC" }] }
        Remove "direction" → { "sort": [{ "field": "name" }] }"
    `);
  });

  it('a direction beside the order', () => {
    expect(editor('{ "sort": [{ "field": "name", "order": "ASC", «"dir"»: "DESC" }] }')).toMatchInlineSnapshot(`
      "warning: A sorting has no key "dir": the shop ignores it.
        unknown-key at /sort/0/dir
        Remove "dir" → { "sort": [{ "field": "name", "order": "ASC" }] }"
    `);
  });

  it('one filter under the wrong key', () => {
    expect(editor('{ «"filters"»: { "type": "equals", "field": "name", "value": "a" } }')).toMatchInlineSnapshot(`
      "warning: A criteria has no key "filters": the shop ignores it. Did you mean "filter"?
        unknown-key at /filters
        Change to "filter" → { "filter": [{ "type": "equals", "field": "name", "value": "a" }] }
        Remove "filters" → {}"
    `);
  });

  it.each([
    ['{ «"orderBy"»: "name" }', '{ "sort": "name" }'],
    ['{ «"size"»: 10 }', '{ "limit": 10 }'],
    ['{ «"where"»: { "name": "a" } }', '{ "filter": { "name": "a" } }'],
    [
      '{ «"with"»: ["manufacturer", "media.media"] }',
      '{ "associations": { "manufacturer": {}, "media": { "associations": { "media": {} } } } }',
    ],
    ['{ "aggregations": [{ "name": "t", "type": "terms", "field": "stock", «"size"»: 10 }] }', '"limit": 10 }] }'],
  ])('the word of another API: %s', (marked, mended) => {
    expect(editor(marked)).toMatch(/Change to ".*" → /);
    expect(editor(marked).split('→')[1]).toContain(mended);
  });

  it('an offset is the page that begins there', () => {
    expect(editor('{ "limit": 10, «"offset"»: 20 }')).toContain('Change to "page": 3 → { "limit": 10, "page": 3 }');
    expect(editor('{ "limit": 10, «"offset"»: 25 }')).not.toContain('page');
    expect(editor('{ «"offset"»: 20 }')).not.toContain('page');
  });

  it('not in aggregations that are a map: that is what is wrong', () => {
    expect(editor('{ "aggregations": «{ "a": { "type": "max", "field": "stock", "foo": 1 } }» }')).not.toContain(
      'foo": the',
    );
  });

  it.each(['filters', 'postFilter', 'totalCountMode'])(
    'the same word otherwise written, in the Store API: %s',
    (name) => {
      const value = name === 'totalCountMode' ? 1 : '[]';
      expect(editor(`// @api store\n{ «"${name}"»: ${value}, "limit": 1 }`)).toMatch(/^information: /);
    },
  );
});
