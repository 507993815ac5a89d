import { describe, expect, it } from 'vitest';
import { analyzed, editorFor } from '../../testing/editor.ts';

const editor = editorFor('unknown-field');

describe('unknown-field', () => {
  it('a misspelt step', () => {
    expect(
      editor('{ "filter": [{ "type": "equals", "field": "«manufacturre».name", "value": 1 }] }'),
    ).toMatchInlineSnapshot(`
      "error: "manufacturre" is not a property of product. Did you mean "manufacturer"?
        unknown-field at /filter/0/field, 400 FRAMEWORK__UNMAPPED_FIELD
        Change to "manufacturer.name" → { "filter": [{ "type": "equals", "field": "manufacturer.name", "value": 1 }] }"
    `);
  });

  it("the entity's name instead of the property's", () => {
    expect(
      editor('{ "filter": [{ "type": "equals", "field": "«product_manufacturer».name", "value": 1 }] }'),
    ).toMatchInlineSnapshot(`
      "error: "product_manufacturer" is not a property of product. Did you mean "manufacturer"?
        unknown-field at /filter/0/field, 400 FRAMEWORK__UNMAPPED_FIELD
        Change to "manufacturer.name" → { "filter": [{ "type": "equals", "field": "manufacturer.name", "value": 1 }] }"
    `);
  });

  it("the entity's name in camelCase", () => {
    expect(editor('{ "sort": "«productManufacturer».name" }')).toMatchInlineSnapshot(`
      "error: "productManufacturer" is not a property of product. Did you mean "manufacturer"?
        unknown-field at /sort, 400 FRAMEWORK__UNMAPPED_FIELD
        Change to "manufacturer.name" → { "sort": "manufacturer.name" }"
    `);
    expect(editor('{ "fields": ["«orderLineItem».productId"] }', { entity: 'order' })).toMatchInlineSnapshot(`
      "warning: "orderLineItem" is not a property of order. The shop ignores the path. Did you mean "lineItems"?
        unknown-field at /fields/0
        Change to "lineItems.productId" → { "fields": ["lineItems.productId"] }"
    `);
  });

  it('snake_case', () => {
    expect(
      editor('{ "filter": [{ "type": "equals", "field": "«product_number»", "value": "a" }] }'),
    ).toMatchInlineSnapshot(`
      "error: "product_number" is not a property of product. Did you mean "productNumber"?
        unknown-field at /filter/0/field, 400 FRAMEWORK__UNMAPPED_FIELD
        Change to "productNumber" → { "filter": [{ "type": "equals", "field": "productNumber", "value": "a" }] }"
    `);
  });

  it('in a sort text, with its sign', () => {
    expect(editor('{ "sort": "-«naem»,stock" }')).toMatchInlineSnapshot(`
      "error: "naem" is not a property of product. Did you mean "name"?
        unknown-field at /sort, 400 FRAMEWORK__UNMAPPED_FIELD
        Change to "name" → { "sort": "-name,stock" }"
    `);
  });

  it('in a short map', () => {
    expect(editor('{ "filter": { "«aktive»": true } }')).toMatchInlineSnapshot(`
      "error: "aktive" is not a property of product. Did you mean "active"?
        unknown-field at /filter/aktive, 400 FRAMEWORK__UNMAPPED_FIELD
        Change to "active" → { "filter": { "active": true } }"
    `);
  });

  it('in an aggregation', () => {
    expect(editor('{ "aggregations": [{ "name": "a", "type": "max", "field": "«stok»" }] }')).toMatchInlineSnapshot(`
      "error: "stok" is not a property of product. Did you mean "stock"?
        unknown-field at /aggregations/0/field, 400 FRAMEWORK__UNMAPPED_FIELD
        Change to "stock" → { "aggregations": [{ "name": "a", "type": "max", "field": "stock" }] }"
    `);
  });

  it("in an association's filter it is noticed over rows, and never right", () => {
    expect(
      editor('{ "associations": { "media": { "filter": [{ "type": "equals", "field": "«positon»", "value": 1 }] } } }'),
    ).toMatchInlineSnapshot(`
      "error: "positon" is not a property of product_media. Did you mean "position"?
        unknown-field at /associations/media/filter/0/field, 400 FRAMEWORK__UNMAPPED_FIELD when rows
        Change to "position" → { "associations": { "media": { "filter": [{ "type": "equals", "field": "position", "value": 1 }] } } }"
    `);
  });

  it('in fields it is ignored', () => {
    expect(editor('{ "fields": ["«naem»"] }')).toMatchInlineSnapshot(`
      "warning: "naem" is not a property of product. The shop ignores the path. Did you mean "name"?
        unknown-field at /fields/0
        Change to "name" → { "fields": ["name"] }"
    `);
  });

  it('one filter instead of a list of filters', () => {
    expect(editor('{ "filter": { "«type»": "equals", "field": "active", "value": true } }')).toMatchInlineSnapshot(`
      "error: "filter" is a list of filters. Without the list the shop reads the keys of this object as fields, and product has no "type".
        unknown-field at /filter/type, 400 FRAMEWORK__UNMAPPED_FIELD
        Put it into a list → { "filter": [{ "type": "equals", "field": "active", "value": true }] }"
    `);
  });

  it('one filter with a list in it', () => {
    expect(editor('{ "filter": { "type": "equalsAny", "field": "name", «"value"»: ["a"] } }')).toMatchInlineSnapshot(`
      "error: "filter" is a list of filters. Without the list the shop reads the keys of this object as fields, and product has no "type".
        unknown-field at /filter/value, 400 FRAMEWORK__INVALID_FILTER_QUERY
        Put it into a list → { "filter": [{ "type": "equalsAny", "field": "name", "value": ["a"] }] }"
    `);
  });

  it('with the bundled schema a plugin may bring it', () => {
    expect(
      editor('{ "filter": [{ "type": "equals", "field": "«acmeBox»", "value": 1 }] }', { schemaSource: 'bundled' }),
    ).toMatchInlineSnapshot(`
      "warning: "acmeBox" is not a property of product. It is not in a plain Shopware 6.7.6.0; connect the shop or pull its schema to be sure.
        unknown-field at /filter/0/field, 400 FRAMEWORK__UNMAPPED_FIELD"
    `);
  });

  it("the entity's own name in front is fine", () => {
    expect(
      editor('{ "filter": [{ "type": "equals", "field": "product.manufacturer.name", "value": 1 }] }'),
    ).toMatchInlineSnapshot(`"no problem"`);
  });

  it('extensions in front is fine', () => {
    expect(
      editor('{ "filter": [{ "type": "equals", "field": "extensions.manufacturer.name", "value": 1 }] }'),
    ).toMatchInlineSnapshot(`"no problem"`);
  });

  it('the same name one association further', () => {
    expect(editor('{ "sort": "«iso3»" }', { entity: 'customer_address' })).toMatchInlineSnapshot(`
      "error: "iso3" is not a property of customer_address. Did you mean "country.iso3"?
        unknown-field at /sort, 400 FRAMEWORK__UNMAPPED_FIELD
        Change to "country.iso3" → { "sort": "country.iso3" }"
    `);
    expect(editor('{ "filter": { "«taxRate»": 19 } }')).toMatchInlineSnapshot(`
      "error: "taxRate" is not a property of product. Did you mean "tax.taxRate"?
        unknown-field at /filter/taxRate, 400 FRAMEWORK__UNMAPPED_FIELD
        Change to "tax.taxRate" → { "filter": { "tax.taxRate": 19 } }"
    `);
  });

  it('none of several ways, and none to many rows, is the one that most people want', () => {
    const preferred = (text: string, entity: string) =>
      analyzed(text, { entity })
        .problems.flatMap(({ fixes }) => fixes?.() ?? [])
        .filter((fix) => fix.preferred);
    expect(preferred('{ "limit": 5, "sort": "iso3" }', 'customer_address')).toHaveLength(1);
    expect(preferred('{ "limit": 5, "sort": "email" }', 'order')).toEqual([]);
    expect(preferred('{ "limit": 5, "sort": "title" }', 'product')).toEqual([]);
  });

  const change = (path: string, entity = 'product', api: 'admin' | 'store' = 'admin'): readonly string[] => {
    const text = JSON.stringify({ limit: 5, filter: [{ type: 'equals', field: path, value: null }] });
    const fixes = analyzed(text, { entity, api }).problems.flatMap((problem) => problem.fixes?.() ?? []);
    return fixes.map(({ title, preferred }) => `${preferred ? 'preferred: ' : ''}${title}`);
  };

  it("the entity's own name in front, or in the name", () => {
    expect(change('Product.name')).toEqual(['preferred: Change to "name"']);
    expect(change('product.product.name')).toEqual(['preferred: Change to "name"']);
    expect(change('productName')).toEqual(['preferred: Change to "name"']);
    expect(change('number')).toEqual(['preferred: Change to "productNumber"']);
    expect(change('number', 'order')).toEqual(['preferred: Change to "orderNumber"']);
    expect(change('tax.rate')).toEqual(['preferred: Change to "tax.taxRate"']);
  });

  it('a path that is written in one word, or with other signs', () => {
    expect(change('manufacturerName')).toEqual(['preferred: Change to "manufacturer.name"']);
    expect(change('manufacturer_name')).toEqual(['preferred: Change to "manufacturer.name"']);
    expect(change('properties.groupName')).toEqual(['preferred: Change to "properties.group.name"']);
    expect(change('manufacturer->name')).toEqual(['preferred: Change to "manufacturer.name"']);
    expect(change('categories.0.name')).toEqual(['preferred: Change to "categories.name"']);
    expect(change('categories[0].name')).toEqual(['preferred: Change to "categories.name"']);
    expect(change('media[*].media.fileName')).toEqual(['preferred: Change to "media.media.fileName"']);
    expect(change('manufacturer..name')).toEqual(['preferred: Change to "manufacturer.name"']);
  });

  it('a wrong association in the middle', () => {
    expect(change('customer.email', 'order')).toEqual(['preferred: Change to "orderCustomer.customer.email"']);
    expect(change('state.technicalName', 'order')).toEqual(['preferred: Change to "stateMachineState.technicalName"']);
    expect(change('deliveries.state.name', 'order')).toEqual([
      'preferred: Change to "deliveries.stateMachineState.name"',
    ]);
    expect(change('paymentMethod.name', 'order')).toEqual([
      'Change to "primaryOrderTransaction.paymentMethod.name"',
      'Change to "salesChannel.paymentMethod.name"',
      'Change to "transactions.paymentMethod.name"',
    ]);
    expect(change('manufacturer.name', 'order_delivery')).toEqual([]);
  });

  it('what the shop calculates is not suggested, but what is stored', () => {
    expect(change('cover.url')).toEqual(['preferred: Change to "cover.media.path"']);
    expect(change('media.thumbnails.url')).toEqual(['preferred: Change to "media.media.thumbnails.path"']);
  });

  it('an association is no end of a path, and a field no step', () => {
    expect(change('visibility')).toEqual(['Change to "visibilities.visibility"']);
    expect(change('category')).toEqual(['Change to "categories.id"']);
    expect(change('manufacturre')).toEqual(['Change to "manufacturer"']);
    expect(change('Stock.name')).toEqual([]);
  });

  it('two wrong names are mended together, and what stays wrong is not preferred', () => {
    expect(change('manufacturre.nmae')).toEqual(['preferred: Change to "manufacturer.name"']);
    expect(change('manufacturre.acme')).toEqual(['Change to "manufacturer.acme"']);
  });

  it('what the API does not give away is not suggested', () => {
    expect(change('purchasePrice')).toEqual(['preferred: Change to "purchasePrices"']);
    expect(change('purchasePrice', 'product', 'store')).toEqual([]);
  });

  it('an order in the field of a sorting', () => {
    expect(editor('{ "sort": [{ "field": "«-name»" }] }')).toMatchInlineSnapshot(`
      "error: "-name" is not a property of product. Did you mean "name" with "order": "DESC"?
        unknown-field at /sort/0/field, 400 FRAMEWORK__UNMAPPED_FIELD
        Change to "name", "order": "DESC" → { "sort": [{ "field": "name", "order": "DESC" }] }"
    `);
    expect(editor('{ "limit": 5, "sort": [{ "field": "«nmae desc»", "order": "ASC" }] }')).toMatchInlineSnapshot(`
      "error: "nmae desc" is not a property of product. Did you mean "name" with "order": "DESC"?
        unknown-field at /sort/0/field, 400 FRAMEWORK__UNMAPPED_FIELD
        Change to "name" → { "limit": 5, "sort": [{ "field": "name", "order": "ASC" }] }"
    `);
    expect(
      editor(
        '{ "aggregations": [{ "name": "a", "type": "terms", "field": "id", "sort": { "field": "«-_count»", "order": "DESC" } }] }',
      ),
    ).toMatchInlineSnapshot(`
      "error: "-_count" is not a property of product. Did you mean "_count" with "order": "DESC"?
        unknown-field at /aggregations/0/sort/field, 400 FRAMEWORK__UNMAPPED_FIELD
        Change to "_count" → { "aggregations": [{ "name": "a", "type": "terms", "field": "id", "sort": { "field": "_count", "order": "DESC" } }] }"
    `);
  });

  it('a path that starts too far out', () => {
    expect(
      editor(
        '{ "associations": { "manufacturer": { "associations": { "products": { "sort": "«products».name" } } } } }',
      ),
    ).toMatchInlineSnapshot(`
      "error: "products" is not a property of product. Paths start at product here: "name".
        unknown-field at /associations/manufacturer/associations/products/sort, 400 FRAMEWORK__UNMAPPED_FIELD when rows
        Change to "name" → { "associations": { "manufacturer": { "associations": { "products": { "sort": "name" } } } } }"
    `);
  });

  it('a field of the searched entity', () => {
    expect(
      editor('{ "associations": { "media": { "sort": [{ "field": "«productNumber»" }] } } }'),
    ).toMatchInlineSnapshot(`
      "error: "productNumber" is not a property of product_media. Paths start at product_media here; it is one of product.
        unknown-field at /associations/media/sort/0/field, 400 FRAMEWORK__UNMAPPED_FIELD when rows"
    `);
  });

  it('a direction in a text of sortings', () => {
    expect(editor('{ "sort": "«name desc»,«stock:asc»" }')).toMatchInlineSnapshot(`
      "error: "name desc" is not a property of product. Did you mean "-name"?
        unknown-field at /sort, 400 FRAMEWORK__UNMAPPED_FIELD
        Change to "-name" → { "sort": "-name,stock:asc" }
      error: "stock:asc" is not a property of product. Did you mean "stock"?
        unknown-field at /sort, 400 FRAMEWORK__UNMAPPED_FIELD
        Change to "stock" → { "sort": "name desc,stock" }"
    `);
  });

  it('a variable in a path: what it gives is looked up, and what nobody knows yet is let pass', () => {
    expect(
      editor(
        '// @var name nmae\n{ "filter": [{ "type": "equals", "field": "manufacturer.«{{name}}»", "value": "a" }] }',
      ),
    ).toMatchInlineSnapshot(`
      "error: "nmae" is not a property of product_manufacturer. Did you mean "name"?
        unknown-field at /filter/0/field, 400 FRAMEWORK__UNMAPPED_FIELD
        Because of "@var name". ↳ // @var name nmae"
    `);
    expect(editor('// @var way manufacturer\n{ "sort": "stock,-{{way}}.«nmae»,{{other}}" }')).toMatchInlineSnapshot(`
      "error: "nmae" is not a property of product_manufacturer. Did you mean "name"?
        unknown-field at /sort, 400 FRAMEWORK__UNMAPPED_FIELD
        Change to "manufacturer.name" → // @var way manufacturer
      { "sort": "stock,-{{way}}.name,{{other}}" }"
    `);
    expect(editor('// @var path manufacturer.nmae\n{ "filter": { "«{{path}}»": "a", "{{other}}": 1 } }')).toContain(
      'Did you mean "name"?',
    );
    expect(editor('// @var end cturer.name\n{ "sort": "manufa{{end}},{{other}}.name" }')).toBe('no problem');
  });

  it('one filter instead of a list of filters, of a type that there is not', () => {
    expect(editor('{ "filter": { "«type»": "notEquals", "field": "name", "value": "a" } }')).toMatchInlineSnapshot(`
      "error: "filter" is a list of filters. Without the list the shop reads the keys of this object as fields, and product has no "type". There is no filter type "notEquals". That is "equals" inside "not".
        unknown-field at /filter/type, 400 FRAMEWORK__UNMAPPED_FIELD
        Put it into a list → { "filter": [{ "type": "not", "queries": [{ "type": "equals", "field": "name", "value": "a" }] }] }"
    `);
    expect(editor('{ "post-filter": { "«type»": "not", "field": "name", "value": "a" } }')).toMatchInlineSnapshot(`
      "error: "post-filter" is a list of filters. Without the list the shop reads the keys of this object as fields, and product has no "type".
        unknown-field at /post-filter/type, 400 FRAMEWORK__UNMAPPED_FIELD
        Put it into a list → { "post-filter": [{ "type": "not", "queries": [{ "type": "equals", "field": "name", "value": "a" }] }] }"
    `);
    expect(editor('{ "filter": { "«field»": "name", "value": "a" } }')).toMatchInlineSnapshot(`
      "error: "filter" is a list of filters. Without the list the shop reads the keys of this object as fields, and product has no "field".
        unknown-field at /filter/field, 400 FRAMEWORK__UNMAPPED_FIELD
        Put it into a list → { "filter": [{ "type": "equals", "field": "name", "value": "a" }] }"
    `);
    expect(editor('{ "filter": { "«type»": "gte", "field": "stock", "value": 1 } }')).toMatchInlineSnapshot(`
      "error: "filter" is a list of filters. Without the list the shop reads the keys of this object as fields, and product has no "type". There is no filter type "gte". Bounds belong in "parameters" of "range".
        unknown-field at /filter/type, 400 FRAMEWORK__UNMAPPED_FIELD
        Put it into a list → { "filter": [{ "type": "range", "field": "stock", "parameters": { "gte": 1 } }] }"
    `);
    expect(
      editor('// @entity order_line_item\n{ "filter": { "type": "!equals", "«field»": "label", "value": "a" } }'),
    ).toMatchInlineSnapshot(`
      "error: "filter" is a list of filters. Without the list the shop reads the keys of this object as fields, and order_line_item has no "field". There is no filter type "!equals". That is "equals" inside "not".
        unknown-field at /filter/field, 400 FRAMEWORK__UNMAPPED_FIELD
        Put it into a list → // @entity order_line_item
      { "filter": [{ "type": "not", "queries": [{ "type": "equals", "field": "label", "value": "a" }] }] }"
    `);
  });

  it('the short form is no filter for its names alone', () => {
    expect(editor('// @entity order_line_item\n{ "filter": { "type": "product" } }')).toBe('no problem');
    expect(editor('// @entity product_search_config_field\n{ "filter": { "field": "name" } }')).toBe('no problem');
  });

  it('sortings with spaces between them', () => {
    expect(editor('{ "sort": "-«name -stock»" }')).toContain('Change to "name,-stock" → { "sort": "-name,-stock" }');
    expect(editor('{ "sort": "«name nothing»" }')).not.toContain('→');
  });

  it('a dot at the end', () => {
    expect(editor('{ "sort": "manufacturer.»«" }')).toContain(
      'Change to "manufacturer.id" → { "sort": "manufacturer.id" }',
    );
  });
});
