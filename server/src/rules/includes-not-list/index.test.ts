import { describe, expect, it } from 'vitest';
import { analyzed, editorFor } from '../../testing/editor.ts';

const editor = editorFor('includes-not-list');

describe('includes-not-list', () => {
  it('a name instead of a list', () => {
    expect(editor('{ "includes": { "product": «"name"» } }')).toMatchInlineSnapshot(`
      "error: "product" must be a list of property names.
        includes-not-list at /includes/product, 500 0
        Change to ["name"] → { "includes": { "product": ["name"] } }"
    `);
  });

  it('names without an alias', () => {
    expect(editor('{ "includes": «["name", "id"]» }')).toMatchInlineSnapshot(`
      "error: "includes" must be an object: apiAlias → list of property names.
        includes-not-list at /includes, 500 FRAMEWORK__INVALID_TYPE
        Change to the properties of product → { "includes": { "product": ["name", "id"] } }"
    `);
  });

  it('before 6.7.3 an alias that is not loaded is ignored', () => {
    expect(
      editor(`// @shopware 6.6.10
{ "includes": { "tax": «"name"» } }`),
    ).toMatchInlineSnapshot(`
  "warning: "tax" must be a list of property names. The shop ignores it: whole objects are returned.
    includes-not-list at /includes/tax
    Change to ["name"] → // @shopware 6.6.10
  { "includes": { "tax": ["name"] } }"
`);
  });

  it('an object of switches', () => {
    expect(editor('{ "includes": { "product": «{ "name": true, "id": false, "stock": 1 }» } }')).toMatchInlineSnapshot(`
      "warning: "product" must be a list of property names. The shop looks at the values of this object, not at its keys.
        includes-not-list at /includes/product
        Change to ["name", "stock"] → { "includes": { "product": ["name", "stock"] } }"
    `);
    expect(editor('{ "includes": { "product": «{ "manufacturer": { "name": true } }» } }')).toMatchInlineSnapshot(`
      "warning: "product" must be a list of property names. The shop looks at the values of this object, not at its keys.
        includes-not-list at /includes/product"
    `);
    expect(editor('{ "includes": { "product": { "a": "name" }, "tax": {} } }')).toBe('no problem');
  });

  it('is fine as a list', () => {
    expect(editor('{ "includes": { "product": ["name"] } }')).toMatchInlineSnapshot(`"no problem"`);
  });

  it('the rows stumble first, over what is no list, whatever it is', () => {
    const codeOf = (includes: object) => analyzed(JSON.stringify({ includes })).prediction?.errors[0]?.code;
    expect(codeOf({ nope: 'x', product: 1.5 })).toBe('0');
    expect(codeOf({ nope: 'x', product: null })).toBe('FRAMEWORK__INVALID_TYPE');
  });
});
