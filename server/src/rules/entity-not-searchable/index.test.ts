import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('entity-not-searchable');

describe('entity-not-searchable', () => {
  it('a mapping entity', () => {
    expect(
      editor(`// @entity «product_category»
{}`),
    ).toMatchInlineSnapshot(`
  "error: product_category only connects two entities and cannot be searched. Its ids can: /api/search-ids/product-category.
    entity-not-searchable at null, 500 FRAMEWORK__MAPPING_ENTITY_DEFINITION_CLASSES
    Add // @path /api/search-ids/product-category → // @path /api/search-ids/product-category
  // @entity product_category
  {}"
`);
  });

  it('one whose ids cannot be searched either', () => {
    expect(
      editor(`// @entity «media-tag»
{}`),
    ).toMatchInlineSnapshot(`
  "error: media_tag only connects two entities and cannot be searched.
    entity-not-searchable at null, 500 0"
`);
  });

  it('its ids can be searched', () => {
    expect(
      editor(`// @entity product_category
// @path /api/search-ids/product-category
{}`),
    ).toMatchInlineSnapshot(`"no problem"`);
  });

  it('translations can be searched', () => {
    expect(
      editor(`// @entity product_translation
{}`),
    ).toMatchInlineSnapshot(`"no problem"`);
  });

  it('as the end of a route', () => {
    expect(editor('// @path «/api/search/product-category»\n{}')).toMatchInlineSnapshot(`
      "error: product_category only connects two entities and cannot be searched. Its ids can: /api/search-ids/product-category.
        entity-not-searchable at null, 500 FRAMEWORK__MAPPING_ENTITY_DEFINITION_CLASSES
        Change to "/api/search-ids/product-category" → // @path /api/search-ids/product-category
      {}"
    `);
  });

  it('the ids of one whose ids cannot be searched either', () => {
    expect(editor('// @path «/api/search-ids/media-tag»\n{}')).toMatchInlineSnapshot(`
      "error: media_tag only connects two entities and cannot be searched.
        entity-not-searchable at null, 500 0"
    `);
  });

  it('its list', () => {
    expect(editor('// @entity «product_category»\n// @path /api/product-category\n{}')).toMatchInlineSnapshot(`
      "error: product_category only connects two entities and cannot be searched. Its ids can: /api/search-ids/product-category.
        entity-not-searchable at null, 500 FRAMEWORK__MAPPING_ENTITY_DEFINITION_CLASSES
        Change to "/api/search-ids/product-category" → // @entity product_category
      // @path /api/search-ids/product-category
      {}"
    `);
  });

  it('one row of it', () => {
    const route = '/api/product-category/0123456789abcdef0123456789abcdef';
    expect(editor(`// @entity «product_category»\n// @path ${route}\n{}`)).toMatchInlineSnapshot(`
      "error: product_category only connects two entities and cannot be searched. Its ids can: /api/search-ids/product-category.
        entity-not-searchable at null, 500 FRAMEWORK__MAPPING_ENTITY_DEFINITION_CLASSES
        Change to "/api/search-ids/product-category" → // @entity product_category
      // @path /api/search-ids/product-category
      {}"
    `);
  });

  it('what is no entity can be asked for by any name', () => {
    expect(editor('// @entity product_category\n// @path /api/_action/sync\n{}')).toMatchInlineSnapshot(`"no problem"`);
  });
});
