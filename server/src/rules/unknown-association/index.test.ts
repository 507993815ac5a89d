import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('unknown-association');

describe('unknown-association', () => {
  it('a misspelt one', () => {
    expect(editor('{ "associations": { «"categorie"»: {} } }')).toMatchInlineSnapshot(`
      "error: "categorie" is not an association of product. Did you mean "categories"?
        unknown-association at /associations/categorie, 500 FRAMEWORK__ASSOCIATION_NOT_FOUND
        Change to "categories" → { "associations": { "categories": {} } }"
    `);
  });

  it("the entity's name", () => {
    expect(editor('{ "associations": { «"product_manufacturer"»: {} } }')).toMatchInlineSnapshot(`
      "error: "product_manufacturer" is not an association of product. Did you mean "manufacturer"?
        unknown-association at /associations/product_manufacturer, 500 FRAMEWORK__ASSOCIATION_NOT_FOUND
        Change to "manufacturer" → { "associations": { "manufacturer": {} } }"
    `);
  });

  it('a list of ids', () => {
    expect(editor('{ "associations": { «"propertyIds"»: {} } }')).toMatchInlineSnapshot(`
      "error: "propertyIds" is a field of product, not an association. Did you mean "properties"?
        unknown-association at /associations/propertyIds, 500 FRAMEWORK__ASSOCIATION_NOT_FOUND
        Change to "properties" → { "associations": { "properties": {} } }"
    `);
  });

  it('a foreign key', () => {
    expect(editor('{ "associations": { «"manufacturerId"»: {} } }')).toMatchInlineSnapshot(`
      "error: "manufacturerId" is a field of product, not an association. Did you mean "manufacturer"?
        unknown-association at /associations/manufacturerId, 500 FRAMEWORK__ASSOCIATION_NOT_FOUND
        Change to "manufacturer" → { "associations": { "manufacturer": {} } }"
    `);
  });

  it('a dotted key', () => {
    expect(editor('{ "associations": { «"manufacturer.media"»: { "limit": 1 } } }')).toMatchInlineSnapshot(`
      "error: "manufacturer.media" is not an association of product. Associations are nested: "manufacturer": { "associations": { "media": {} } }.
        unknown-association at /associations/manufacturer.media, 500 FRAMEWORK__ASSOCIATION_NOT_FOUND
        Nest the associations → { "associations": { "manufacturer": { "associations": { "media": { "limit": 1 } } } } }"
    `);
  });

  it('a dotted key beside its beginning', () => {
    expect(editor('{ "associations": { "manufacturer": {}, «"manufacturer.media"»: {} } }')).toMatchInlineSnapshot(`
      "error: "manufacturer.media" is not an association of product. Associations are nested: "manufacturer": { "associations": { "media": {} } }.
        unknown-association at /associations/manufacturer.media, 500 FRAMEWORK__ASSOCIATION_NOT_FOUND
        Nest the associations → { "associations": { "manufacturer": { "associations": { "media": {} } } } }"
    `);
    expect(
      editor(
        '{ "associations": { «"media.media"»: { "associations": {} }, "media": { "limit": 1, "associations": { "product": {} } } } }',
      ),
    ).toMatchInlineSnapshot(`
      "error: "media.media" is not an association of product. Associations are nested: "media": { "associations": { "media": {} } }.
        unknown-association at /associations/media.media, 500 FRAMEWORK__ASSOCIATION_NOT_FOUND
        Nest the associations → { "associations": { "media": { "limit": 1, "associations": { "product": {}, "media": { "associations": {} } } } } }"
    `);
  });

  it('two dotted keys with the same beginning', () => {
    expect(editor('{ "associations": { «"media.media"»: {}, «"media.product"»: {} } }')).toMatchInlineSnapshot(`
      "error: "media.media" is not an association of product. Associations are nested: "media": { "associations": { "media": {} } }.
        unknown-association at /associations/media.media, 500 FRAMEWORK__ASSOCIATION_NOT_FOUND
        Nest the associations → { "associations": { "media": { "associations": { "media": {} } }, "media.product": {} } }
      error: "media.product" is not an association of product. Associations are nested: "media": { "associations": { "product": {} } }.
        unknown-association at /associations/media.product, 500 FRAMEWORK__ASSOCIATION_NOT_FOUND
        Nest the associations → { "associations": { "media.media": {}, "media": { "associations": { "product": {} } } } }"
    `);
  });

  it('a dotted key whose end is loaded, too', () => {
    expect(
      editor(
        '{ "associations": { "media": { "associations": { "media": { "associations": { "tags": {} } } } }, «"media.media"»: {} } }',
      ),
    ).toMatchInlineSnapshot(`
      "error: "media.media" is not an association of product. Associations are nested: "media": { "associations": { "media": {} } }.
        unknown-association at /associations/media.media, 500 FRAMEWORK__ASSOCIATION_NOT_FOUND
        Nest the associations → { "associations": { "media": { "associations": { "media": { "associations": { "tags": {} } } } } } }"
    `);
    expect(
      editor(
        '{ "associations": { "media": { "associations": { "product": { "associations": { "tags": {} } } } }, «"media.product"»: { "associations": { "tax": {} } } } }',
      ),
    ).toMatchInlineSnapshot(`
      "error: "media.product" is not an association of product. Associations are nested: "media": { "associations": { "product": {} } }.
        unknown-association at /associations/media.product, 500 FRAMEWORK__ASSOCIATION_NOT_FOUND"
    `);
  });

  it('a misspelt one beside the right one', () => {
    expect(editor('{ "associations": { "media": {}, «"Media"»: { "limit": 1 } } }')).toMatchInlineSnapshot(`
      "error: "Media" is not an association of product. Did you mean "media"?
        unknown-association at /associations/Media, 500 FRAMEWORK__ASSOCIATION_NOT_FOUND
        Change to "media" → { "associations": { "media": { "limit": 1 } } }"
    `);
    expect(editor('{ "associations": { "media": { "limit": 5 }, «"Media"»: { "limit": 1 } } }')).toMatchInlineSnapshot(`
      "error: "Media" is not an association of product. Did you mean "media"?
        unknown-association at /associations/Media, 500 FRAMEWORK__ASSOCIATION_NOT_FOUND"
    `);
  });

  it('one that another association leads to', () => {
    expect(
      editor('{ "associations": { "media": { "associations": { «"thumbnails"»: {} } } } }'),
    ).toMatchInlineSnapshot(`
      "error: "thumbnails" is not an association of product_media. Associations are nested: "media": { "associations": { "thumbnails": {} } }.
        unknown-association at /associations/media/associations/thumbnails, 500 FRAMEWORK__ASSOCIATION_NOT_FOUND
        Nest the associations → { "associations": { "media": { "associations": { "media": { "associations": { "thumbnails": {} } } } } } }"
    `);
  });

  it('a dotted key that ends at a field, or at nothing', () => {
    expect(editor('{ "associations": { «"options.group.name"»: {} } }')).toMatchInlineSnapshot(`
      "error: "options.group.name" is not an association of product. Associations are nested: "options": { "associations": { "group": {} } }.
        unknown-association at /associations/options.group.name, 500 FRAMEWORK__ASSOCIATION_NOT_FOUND
        Nest the associations → { "associations": { "options": { "associations": { "group": {} } } } }"
    `);
    expect(editor('{ "associations": { «"media.url"»: {} } }')).toMatchInlineSnapshot(`
      "error: "media.url" is not an association of product. Associations are nested: "media": { "associations": { "media": {} } }.
        unknown-association at /associations/media.url, 500 FRAMEWORK__ASSOCIATION_NOT_FOUND
        Nest the associations → { "associations": { "media": { "associations": { "media": {} } } } }"
    `);
    expect(editor('{ "associations": { «"categories."»: {} } }')).toMatchInlineSnapshot(`
      "error: "categories." is not an association of product. Did you mean "categories"?
        unknown-association at /associations/categories., 500 FRAMEWORK__ASSOCIATION_NOT_FOUND
        Change to "categories" → { "associations": { "categories": {} } }"
    `);
  });

  it('of several that lead to an entity the one that is named after it', () => {
    expect(editor('{ "associations": { «"product_media"»: {} } }')).toMatchInlineSnapshot(`
      "error: "product_media" is not an association of product. Did you mean "media"?
        unknown-association at /associations/product_media, 500 FRAMEWORK__ASSOCIATION_NOT_FOUND
        Change to "media" → { "associations": { "media": {} } }"
    `);
  });

  it('one that cannot be loaded is not suggested', () => {
    expect(editor('{ "associations": { «"Parent"»: {} } }')).toMatchInlineSnapshot(`
      "error: "Parent" is not an association of product.
        unknown-association at /associations/Parent, 500 FRAMEWORK__ASSOCIATION_NOT_FOUND"
    `);
    expect(editor('// @api store\n{ "limit": 1, "associations": { «"orderLineItem"»: {} } }')).toMatchInlineSnapshot(`
      "error: "orderLineItem" is not an association of product.
        unknown-association at /associations/orderLineItem, 500 FRAMEWORK__ASSOCIATION_NOT_FOUND"
    `);
  });

  it('one that several lead to', () => {
    expect(editor('{ "associations": { «"country"»: {} } }', { entity: 'order' })).toMatchInlineSnapshot(`
      "error: "country" is not an association of order. Did you mean "salesChannel.country", "billingAddress.country" or "addresses.country"?
        unknown-association at /associations/country, 500 FRAMEWORK__ASSOCIATION_NOT_FOUND
        Change to "salesChannel.country" → { "associations": { "salesChannel": { "associations": { "country": {} } } } }
        Change to "billingAddress.country" → { "associations": { "billingAddress": { "associations": { "country": {} } } } }
        Change to "addresses.country" → { "associations": { "addresses": { "associations": { "country": {} } } } }"
    `);
  });

  it('a field', () => {
    expect(editor('{ "associations": { «"stock"»: {} } }')).toMatchInlineSnapshot(`
      "error: "stock" is a field of product, not an association.
        unknown-association at /associations/stock, 500 FRAMEWORK__ASSOCIATION_NOT_FOUND"
    `);
  });

  it('a wrong name under another association', () => {
    expect(editor('{ "associations": { "options": { "associations": { «"groups"»: {} } } } }')).toMatchInlineSnapshot(`
      "error: "groups" is not an association of property_group_option. Did you mean "group"?
        unknown-association at /associations/options/associations/groups, 500 FRAMEWORK__ASSOCIATION_NOT_FOUND
        Change to "group" → { "associations": { "options": { "associations": { "group": {} } } } }"
    `);
  });

  it('with the bundled schema a plugin may bring it', () => {
    expect(editor('{ "associations": { «"acmeBoxes"»: {} } }', { schemaSource: 'bundled' })).toMatchInlineSnapshot(`
      "warning: "acmeBoxes" is not an association of product. It is not in a plain Shopware 6.7.6.0; connect the shop or pull its schema to be sure.
        unknown-association at /associations/acmeBoxes, 500 FRAMEWORK__ASSOCIATION_NOT_FOUND"
    `);
  });

  it('6.8 answers 404', () => {
    expect(
      editor(`// @shopware 6.8.0
{ "associations": { «"foo"»: {} } }`),
    ).toMatchInlineSnapshot(`
  "error: "foo" is not an association of product.
    unknown-association at /associations/foo, 404 FRAMEWORK__ASSOCIATION_NOT_FOUND"
`);
  });

  it('a variable', () => {
    expect(editor('{ "associations": { "{{way}}": { "sort": "name" } } }')).toBe('no problem');
    expect(editor('// @var way media\n{ "associations": { "{{way}}": { "sort": "name" } } }')).toBe('no problem');
    expect(editor('// @var way medai\n{ "associations": { «"{{way}}"»: {} } }')).toMatchInlineSnapshot(`
      "error: "medai" is not an association of product. Did you mean "media"?
        unknown-association at /associations/{{way}}, 500 FRAMEWORK__ASSOCIATION_NOT_FOUND
        Because of "@var way". ↳ // @var way medai"
    `);
  });
});
