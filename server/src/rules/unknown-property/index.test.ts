import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('unknown-property');

describe('unknown-property', () => {
  it('a misspelt one', () => {
    expect(editor('{ "includes": { "product": [«"naem"»] } }')).toMatchInlineSnapshot(`
      "warning: "naem" is not a property of product: it has no effect. Did you mean "name"?
        unknown-property at /includes/product/0
        Change to "name" → { "includes": { "product": ["name"] } }"
    `);
  });

  it('the Store API takes dotted names', () => {
    expect(
      editor(`// @api store
{ "includes": { "product": ["customFields.my_field"] } }`),
    ).toMatchInlineSnapshot(`"no problem"`);
  });

  it('the Admin API does not', () => {
    expect(editor('{ "includes": { "product": [«"customFields.my_field"»] } }')).toMatchInlineSnapshot(`
      "warning: "customFields.my_field" is not a property of product: it has no effect. Did you mean "customFields"?
        unknown-property at /includes/product/0
        Change to "customFields" → { "includes": { "product": ["customFields"] } }"
    `);
  });

  it('a path: the rest stands under the alias that it leads to', () => {
    expect(editor('{ "includes": { "product": [«"manufacturer.name"»] } }')).toMatchInlineSnapshot(`
      "warning: "manufacturer.name" is not a property of product: it has no effect. What is behind "manufacturer" is listed under its own alias: "product_manufacturer": ["name"].
        unknown-property at /includes/product/0
        Change to "manufacturer" → { "includes": { "product": ["manufacturer"], "product_manufacturer": ["name"] } }"
    `);
    expect(
      editor(
        '{ "associations": { "media": {} }, "includes": { "product": ["media", «"media.media.path"»], "media": ["id"] } }',
      ),
    ).toMatchInlineSnapshot(`
      "warning: "media.media.path" is not a property of product: it has no effect. What is behind "media" is listed under its own alias: "product_media": ["media"].
        unknown-property at /includes/product/1
        Change to "media" → { "associations": { "media": {} }, "includes": { "product": ["media"], "media": ["id", "path"], "product_media": ["media"] } }"
    `);
    expect(editor('{ "includes": { "product": [«"translated.name"»] } }')).toMatchInlineSnapshot(`
      "warning: "translated.name" is not a property of product: it has no effect. Did you mean "translated"?
        unknown-property at /includes/product/0
        Change to "translated" → { "includes": { "product": ["translated"] } }"
    `);
    expect(editor('{ "includes": { "product": [«"manufacturer.nmae"»] } }')).toMatchInlineSnapshot(`
      "warning: "manufacturer.nmae" is not a property of product: it has no effect.
        unknown-property at /includes/product/0"
    `);
  });

  it('what is left out behind an association leaves the association in', () => {
    expect(editor('{ "excludes": { "product": ["id", «"manufacturer.name"»] } }')).toMatchInlineSnapshot(`
      "warning: "manufacturer.name" is not a property of product: it has no effect. What is behind "manufacturer" is listed under its own alias: "product_manufacturer": ["name"].
        unknown-property at /excludes/product/1
        Change to "product_manufacturer": ["name"] → { "excludes": { "product": ["id"], "product_manufacturer": ["name"] } }"
    `);
    expect(editor('{ "excludes": { "product": [«"translated.name"»] } }')).toMatchInlineSnapshot(`
      "warning: "translated.name" is not a property of product: it has no effect.
        unknown-property at /excludes/product/0"
    `);
  });

  it('extensions and apiAlias are always there', () => {
    expect(editor('{ "includes": { "product": ["extensions", "apiAlias", "translated"] } }')).toMatchInlineSnapshot(
      `"no problem"`,
    );
  });

  it('what only the Store API adds', () => {
    expect(editor('{ "includes": { "product": [«"calculatedPrice"»] } }')).toMatchInlineSnapshot(`
      "warning: "calculatedPrice" of product exists only in answers of the Store API: it has no effect.
        unknown-property at /includes/product/0"
    `);
    expect(editor('// @api store\n{ "includes": { "product": ["calculatedPrice"] } }')).toBe('no problem');
  });

  it('the score of a row in the Store API, which looks for extensions by their own names', () => {
    expect(editor('// @api store\n{ "term": "desk", "includes": { "product": ["id", "search"] } }')).toBe('no problem');
    expect(editor('// @api store\n{ "includes": { "product": ["id", «"extensions"»] } }')).toContain(
      '"search" for the score',
    );
    expect(editor('{ "includes": { "product": ["id", "extensions"] } }')).toBe('no problem');
  });
});
