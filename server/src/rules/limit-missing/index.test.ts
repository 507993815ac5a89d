import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('limit-missing');

describe('limit-missing', () => {
  it('the maximum comes', () => {
    expect(editor('«{» }')).toMatchInlineSnapshot(`
      "hint: Without "limit" at most 500 rows are returned, which is the shop's maximum.
        limit-missing at 
        Add "limit": 25 → { "limit": 25 }"
    `);
  });

  it('all rows come', () => {
    expect(
      editor(`// @shopware 6.5.8
«{» }`),
    ).toMatchInlineSnapshot(`
  "warning: Shopware 6.5.8 has no default limit here: without "limit" all rows are returned.
    limit-missing at 
    Add "limit": 25 → // @shopware 6.5.8
  { "limit": 25 }"
`);
  });

  it('not next to ids', () => {
    expect(editor('{ "ids": ["0123456789abcdef0123456789abcdef"] }')).toMatchInlineSnapshot(`"no problem"`);
  });

  it.each([
    '/store-api/search',
    '/store-api/product-listing/0f3a1bc2d4e5f60718293a4b5c6d7e8f',
    '/store-api/navigation/main-navigation/main-navigation',
    '/store-api/product/0f3a1bc2d4e5f60718293a4b5c6d7e8f',
    '/store-api/account/customer',
  ])('not where the route decides itself: %s', (path) => {
    expect(editor(`// @api store\n// @path ${path}\n{ "includes": {} }`)).toBe('no problem');
  });
});
