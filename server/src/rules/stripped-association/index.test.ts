import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('stripped-association');

describe('stripped-association', () => {
  it('not named', () => {
    expect(
      editor('{ "includes": { "product": ["name"] }, "associations": { «"manufacturer"»: {} } }'),
    ).toMatchInlineSnapshot(`
      "information: "includes" does not name "manufacturer" of product: it is loaded and then left out of the answer.
        stripped-association at /associations/manufacturer
        Because of "includes.product". ↳ "product"
        Add "manufacturer" to the includes of product → { "includes": { "product": ["name", "manufacturer"] }, "associations": { "manufacturer": {} } }"
    `);
  });

  it('named', () => {
    expect(
      editor('{ "includes": { "product": ["name", "manufacturer"] }, "associations": { "manufacturer": {} } }'),
    ).toMatchInlineSnapshot(`"no problem"`);
  });

  it('without a list of its owner', () => {
    expect(
      editor('{ "includes": { "product_manufacturer": ["name"] }, "associations": { "manufacturer": {} } }'),
    ).toMatchInlineSnapshot(`"no problem"`);
  });
});
