import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('unknown-alias');

describe('unknown-alias', () => {
  it('a misspelt entity', () => {
    expect(editor('{ "includes": { «"produkt"»: ["name"] } }')).toMatchInlineSnapshot(`
      "warning: No object has the apiAlias "produkt": this list has no effect. Did you mean "product"?
        unknown-alias at /includes/produkt
        Change to "product" → { "includes": { "product": ["name"] } }"
    `);
  });

  it('the property instead of the entity', () => {
    expect(editor('{ "includes": { «"productManufacturer"»: ["name"] } }')).toMatchInlineSnapshot(`
      "warning: No object has the apiAlias "productManufacturer": this list has no effect. Did you mean "product_manufacturer"?
        unknown-alias at /includes/productManufacturer
        Change to "product_manufacturer" → { "includes": { "product_manufacturer": ["name"] } }"
    `);
  });

  it('one that a plugin may bring', () => {
    expect(editor('{ "includes": { «"acme_box"»: ["name"] } }')).toMatchInlineSnapshot(`
      "information: No object with the apiAlias "acme_box" is known; a plugin may bring one.
        unknown-alias at /includes/acme_box"
    `);
  });

  it('a struct and an aggregation are known', () => {
    expect(
      editor(
        '{ "includes": { "calculated_price": ["unitPrice"], "x_aggregation": ["max"] }, "aggregations": [{ "name": "x", "type": "max", "field": "stock" }] }',
      ),
    ).toMatchInlineSnapshot(`"no problem"`);
  });
});
