import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('unknown-route');

describe('unknown-route', () => {
  it('a parent without such an association', () => {
    expect(editor('// @path /api/search/product/{id}/«medai»\n{ "limit": 5 }')).toMatchInlineSnapshot(`
      "error: "medai" is not a property of product. Did you mean "media"?
        unknown-route at null, 404 FRAMEWORK__NOT_EXISTING_RELATION_EXCEPTION
        Change to "media" → // @path /api/search/product/{id}/media
      { "limit": 5 }"
    `);
    expect(
      editor('// @shopware 6.4.20\n// @path /api/search/product/{id}/«medai»\n{ "limit": 5 }'),
    ).toMatchInlineSnapshot(`
      "error: "medai" is not a property of product. Did you mean "media"?
        unknown-route at null, 404 0
        Change to "media" → // @shopware 6.4.20
      // @path /api/search/product/{id}/media
      { "limit": 5 }"
    `);
  });

  it('a field below a parent', () => {
    expect(editor('// @path /api/search/product/{id}/«name»\n{ "limit": 5 }')).toMatchInlineSnapshot(`
      "error: "name" of product is not an association: a route can continue through associations only.
        unknown-route at null, 400 FRAMEWORK__API_INVALID_ASSOCIATION"
    `);
    expect(
      editor('// @shopware 6.5.8\n// @path /api/search/product/{id}/«name»\n{ "limit": 5 }'),
    ).toMatchInlineSnapshot(`
      "error: "name" of product is not an association: a route can continue through associations only.
        unknown-route at null, 500 0"
    `);
  });

  it('an entity that there is not, or with underscores', () => {
    expect(editor('// @path /api/search/«prodct»\n{ "limit": 5 }')).toMatchInlineSnapshot(`
      "error: There is no entity "prodct". Did you mean "product"?
        unknown-route at null, 404 0
        Change to "product" → // @path /api/search/product
      { "limit": 5 }"
    `);
    expect(editor('// @path /api/search/«product_media»\n{ "limit": 5, "sort": "productId" }')).toContain(
      'In a route "product_media" is written "product-media".',
    );
  });

  it('an id that is none, and one with nothing behind it', () => {
    const id = '63A50E5C62D7E191942936B20ED10A62';
    expect(editor(`// @path /api/search/product/«${id}»/media\n{ "limit": 5 }`)).toMatchInlineSnapshot(`
      "error: "63A50E5C62D7E191942936B20ED10A62" is not a valid id: in a route an id has 32 hex digits in lower case.
        unknown-route at null, 404 0
        Change to "63a50e5c62d7e191942936b20ed10a62" → // @path /api/search/product/63a50e5c62d7e191942936b20ed10a62/media
      { "limit": 5 }"
    `);
    expect(editor('// @path /api/search/product/«{id}»\n{ "limit": 5 }')).toMatchInlineSnapshot(`
      "error: The route ends too early: after an id it needs an association of product.
        unknown-route at null, 404 0"
    `);
  });

  it('aggregations before there was a route for them', () => {
    expect(editor('// @shopware 6.6.7\n// @path «/api/aggregate/product»\n{ "limit": 5 }')).toMatchInlineSnapshot(`
      "error: The route /api/aggregate was added in Shopware 6.6.10.
        unknown-route at null, 404 0"
    `);
  });

  it('no entity at all, and a version', () => {
    expect(editor('// @path «/api/search»\n{ "limit": 5 }')).toMatchInlineSnapshot(`
      "error: The route names no entity, such as /api/search/product.
        unknown-route at null, 404 0"
    `);
    expect(editor('// @path «/api/v3/search/product»\n{ "limit": 5 }')).toMatchInlineSnapshot(`
      "error: Routes have had no version since Shopware 6.4.
        unknown-route at null, 404 0
        Change to "/api/search/product" → // @path /api/search/product
      { "limit": 5 }"
    `);
  });

  it('is fine', () => {
    const paths = [
      '/api/search/product/{id}/media/{mediaId}/media',
      '/api/search/product/63a50e5c62d7e191942936b20ed10a62/extensions/configurator-settings/',
      '/api/search-ids/product/{id}/configuratorSettings',
      '/api/acme/anything',
      '/store-api/acme',
    ];
    for (const path of paths) expect(editor(`// @path ${path}\n{ "limit": 5 }`)).toBe('no problem');
  });

  it('the criteria is checked as that of the entity at the end', () => {
    const path = '// @path /api/search/product/{id}/media\n';
    expect(editor(`${path}{ "limit": 5, "sort": [{ "field": "position" }, { "field": "id" }] }`)).toBe('no problem');
    expect(editor(`${path}{ "limit": 5, "filter": [{ "type": "equals", "field": "«stock»", "value": 1 }] }`)).toContain(
      'unknown-field',
    );
  });

  it('a version in a route of the Store API', () => {
    const shown = editor('// @api store\n// @entity product\n// @path «/store-api/v3/product»\n{ "limit": 1 }');
    expect(shown).toContain('→ // @api store\n// @entity product\n// @path /store-api/product');
  });
});
