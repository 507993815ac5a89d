import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('unknown-entity');

describe('unknown-entity', () => {
  it('a misspelt one', () => {
    expect(
      editor(`// @entity «produkt»
{}`),
    ).toMatchInlineSnapshot(`
  "error: There is no entity "produkt". Did you mean "product"?
    unknown-entity at null, 404 0
    Change to "product" → // @entity product
  {}"
`);
  });

  it('the plural', () => {
    expect(
      editor(`// @entity «product-manufacturers»
{}`),
    ).toMatchInlineSnapshot(`
  "error: There is no entity "product_manufacturers". Did you mean "product_manufacturer"?
    unknown-entity at null, 404 0
    Change to "product_manufacturer" → // @entity product_manufacturer
  {}"
`);
  });

  it('a colon that does not belong there', () => {
    expect(
      editor(`// @entity«: product»
{}`),
    ).toMatchInlineSnapshot(`
      "error: There is no entity ": product". Did you mean "product"?
        unknown-entity at null, 404 0
        Change to "product" → // @entity product
      {}"
    `);
  });

  it('dashes are fine', () => {
    expect(
      editor(`// @entity product-manufacturer
{}`),
    ).toMatchInlineSnapshot(`"no problem"`);
  });
});
