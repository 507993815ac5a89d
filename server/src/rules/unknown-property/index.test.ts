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
      "warning: "customFields.my_field" is not a property of product: it has no effect.
        unknown-property at /includes/product/0"
    `);
  });

  it('extensions and apiAlias are always there', () => {
    expect(editor('{ "includes": { "product": ["extensions", "apiAlias", "translated"] } }')).toMatchInlineSnapshot(
      `"no problem"`,
    );
  });

  it('what only the Store API adds', () => {
    expect(editor('{ "includes": { "product": [«"calculatedPrice"»] } }')).toMatchInlineSnapshot(`
      "warning: "calculatedPrice" of product is only there in answers of the Store API: it has no effect.
        unknown-property at /includes/product/0"
    `);
    expect(editor('// @api store\n{ "includes": { "product": ["calculatedPrice"] } }')).toBe('no problem');
  });
});
