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

  it('an association that is loaded', () => {
    expect(
      editor('{ "associations": { "manufacturer": {} }, "includes": { «"manufacturer"»: ["name"] } }'),
    ).toMatchInlineSnapshot(`
      "warning: No object has the apiAlias "manufacturer": this list has no effect. Did you mean "product_manufacturer"?
        unknown-alias at /includes/manufacturer
        Change to "product_manufacturer" → { "associations": { "manufacturer": {} }, "includes": { "product_manufacturer": ["name"] } }"
    `);
    expect(
      editor(
        '{ "associations": { "manufacturer": {} }, "includes": { "product_manufacturer": ["id"], «"manufacturer"»: ["id", "name"] } }',
      ),
    ).toMatchInlineSnapshot(`
      "warning: No object has the apiAlias "manufacturer": this list has no effect. Did you mean "product_manufacturer"?
        unknown-alias at /includes/manufacturer
        Change to "product_manufacturer" → { "associations": { "manufacturer": {} }, "includes": { "product_manufacturer": ["id", "name"] } }"
    `);
  });

  it('an association of several entities that are loaded', () => {
    expect(
      editor(
        '// @entity order\n{ "associations": { "billingAddress": {}, "orderCustomer": { "associations": { "customer": { "associations": { "addresses": {} } } } }, "addresses": {} }, "includes": { «"addresses"»: ["city"] } }',
      ),
    ).toMatchInlineSnapshot(`
      "warning: No object has the apiAlias "addresses": this list has no effect. Did you mean "customer_address" or "order_address"?
        unknown-alias at /includes/addresses
        Change to "customer_address" → // @entity order
      { "associations": { "billingAddress": {}, "orderCustomer": { "associations": { "customer": { "associations": { "addresses": {} } } } }, "addresses": {} }, "includes": { "customer_address": ["city"] } }
        Change to "order_address" → // @entity order
      { "associations": { "billingAddress": {}, "orderCustomer": { "associations": { "customer": { "associations": { "addresses": {} } } } }, "addresses": {} }, "includes": { "order_address": ["city"] } }"
    `);
  });

  it('an association that is not loaded', () => {
    expect(editor('{ "includes": { «"manufacturer"»: ["name"] } }')).toMatchInlineSnapshot(`
      "warning: No object has the apiAlias "manufacturer": this list has no effect. Did you mean "product_manufacturer"?
        unknown-alias at /includes/manufacturer
        Change to "product_manufacturer" → { "includes": { "product_manufacturer": ["name"] } }"
    `);
  });

  it('one that a plugin may bring', () => {
    expect(editor('{ "includes": { «"acme_box"»: ["name"] } }')).toMatchInlineSnapshot(`
      "information: No object with the apiAlias "acme_box" is known; a plugin may add one.
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
