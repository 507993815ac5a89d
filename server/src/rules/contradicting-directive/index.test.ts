import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('contradicting-directive');

describe('contradicting-directive', () => {
  it('the same directive twice', () => {
    expect(editor('«// @entity order»\n// @entity product\n{ "limit": 1 }')).toMatchInlineSnapshot(`
      "warning: "@entity" appears here more than once: the last one counts, not this one.
        contradicting-directive at null
        Because of "@entity". ↳ // @entity product"
    `);
  });

  it('another API than that of the path', () => {
    expect(
      editor('«// @api admin»\n// @path /store-api/product\n// @entity product\n{ "limit": 1 }'),
    ).toMatchInlineSnapshot(`
      "warning: The path belongs to the Store API, but this says "admin".
        contradicting-directive at null
        Because of "@path". ↳ // @path /store-api/product
        Change to "store" → // @api store
      // @path /store-api/product
      // @entity product
      { "limit": 1 }"
    `);
  });

  it('another entity than that of the path', () => {
    expect(editor('«// @entity order»\n// @path /api/search/product\n{ "limit": 1 }')).toMatchInlineSnapshot(`
      "warning: The path searches product, but this says "order": the path counts.
        contradicting-directive at null
        Because of "@path". ↳ // @path /api/search/product
        Change to "product" → // @entity product
      // @path /api/search/product
      { "limit": 1 }"
    `);
  });

  it('headers and variables may be repeated, and a path below the Store API needs no @api', () => {
    expect(
      editor('// @entity product\n// @path /store-api/product\n// @var a 1\n// @var b 2\n{ "limit": 1 }'),
    ).toMatchInlineSnapshot(`"no problem"`);
  });
});
