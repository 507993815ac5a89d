import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('unloadable-association');

describe('unloadable-association', () => {
  it('the parent of a product', () => {
    expect(editor('{ "associations": { «"parent"»: {} } }')).toMatchInlineSnapshot(`
      "warning: The parent of a product cannot be loaded with it: the shop refuses as soon as it finds a row. Search it by its id (parentId).
        unloadable-association at /associations/parent, 400 FRAMEWORK__PARENT_ASSOCIATION_CAN_NOT_BE_FETCHED when rows
        Remove "parent" → { "associations": {} }"
    `);
  });

  it('not below an association to one row, where the shop does not read it by itself', () => {
    const parent = '"product": { "associations": { "parent": {} } }';
    expect(editor(`// @entity order_line_item\n{ "associations": { ${parent} } }`)).toBe('no problem');
    expect(editor(`// @entity order\n{ "associations": { "lineItems": { "associations": { ${parent} } } } }`)).toBe(
      'no problem',
    );
    expect(
      editor(
        '// @entity product_manufacturer\n{ "associations": { "products": { "associations": { «"parent"»: {} } } } }',
      ),
    ).toContain('when rows');
  });

  it('one that is not given away', () => {
    expect(
      editor(`// @entity user
{ "associations": { «"createdNotifications"»: {} } }`),
    ).toMatchInlineSnapshot(`
      "error: The shop does not expose "createdNotifications" of user, neither here nor on its own.
        unloadable-association at /associations/createdNotifications, 403 0
        Remove "createdNotifications" → // @entity user
      { "associations": {} }"
    `);
  });

  it('what the Store API does not give away', () => {
    expect(editor('// @api store\n{ "limit": 1, "associations": { «"orderLineItems"»: {} } }')).toMatchInlineSnapshot(`
      "warning: The Store API does not expose "orderLineItems" of product: nothing of it is returned.
        unloadable-association at /associations/orderLineItems
        Remove "orderLineItems" → // @api store
      { "limit": 1, "associations": {} }"
    `);
    expect(editor('// @api store\n{ "limit": 1, "associations": { "manufacturer": {} } }')).toBe('no problem');
  });
});
