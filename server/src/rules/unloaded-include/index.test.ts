import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('unloaded-include');

describe('unloaded-include', () => {
  it('not loaded', () => {
    expect(editor('{ "includes": { "product": ["name", «"manufacturer"»] } }')).toMatchInlineSnapshot(`
      "information: "manufacturer" of product is not loaded, so it stays null: name it in "associations".
        unloaded-include at /includes/product/1
        Add "manufacturer" to the associations → { "includes": { "product": ["name", "manufacturer"] }, "associations": { "manufacturer": {} } }"
    `);
  });

  it('of a loaded association', () => {
    expect(
      editor(
        '{ "includes": { "product": ["manufacturer"], "product_manufacturer": [«"media"»] }, "associations": { "manufacturer": {} } }',
      ),
    ).toMatchInlineSnapshot(`
      "information: "media" of product_manufacturer is not loaded, so it stays null: name it in "associations".
        unloaded-include at /includes/product_manufacturer/0
        Add "media" to the associations → { "includes": { "product": ["manufacturer"], "product_manufacturer": ["media"] }, "associations": { "manufacturer": { "associations": { "media": {} } } } }"
    `);
  });

  it('loaded', () => {
    expect(
      editor('{ "includes": { "product": ["manufacturer"] }, "associations": { "manufacturer": {} } }'),
    ).toMatchInlineSnapshot(`"no problem"`);
  });

  it('of an entity that does not come', () => {
    expect(editor('{ "includes": { "order": ["lineItems"] } }')).toMatchInlineSnapshot(`"no problem"`);
  });

  it('up to 6.5 not one row, which may have been loaded by itself', () => {
    const tax = '{ "includes": { "product": ["tax"] } }';
    expect(editor(tax, { shopware: '6.4.20.2' })).toBe('no problem');
    expect(editor('{ "includes": { "product": [«"media"»] } }', { shopware: '6.4.20.2' })).toContain('not loaded');
    expect(editor('{ "includes": { "product": [«"tax"»] } }', { shopware: '6.6.7.1' })).toContain('not loaded');
  });
});
