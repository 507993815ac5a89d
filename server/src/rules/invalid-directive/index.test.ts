import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('invalid-directive');

describe('invalid-directive', () => {
  it('an API that there is not', () => {
    expect(
      editor(`// @api «frontend»
{}`),
    ).toMatchInlineSnapshot(`
      "error: "@api" must be "admin" or "store".
        invalid-directive at null
        Change to "admin" → // @api admin
      {}
        Change to "store" → // @api store
      {}"
    `);
  });

  it('a version', () => {
    expect(
      editor(`// @shopware «latest»
{}`),
    ).toMatchInlineSnapshot(`
  "error: "@shopware" must be a version such as 6.6.10.
    invalid-directive at null"
`);
  });

  it('a header without a value', () => {
    expect(
      editor(`// @header «sw-language-id»
{}`),
    ).toMatchInlineSnapshot(`
  "error: "@header" must be "name: value".
    invalid-directive at null"
`);
  });

  it('without a value', () => {
    expect(
      editor(`// «@shop»
{}`),
    ).toMatchInlineSnapshot(`
  "error: "@shop" needs a value, such as: // @shop staging
    invalid-directive at null"
`);
  });

  it('is fine', () => {
    expect(
      editor(`// @api store
// @shopware 6.6
// @header sw-inheritance: 1
// @var a b
{}`),
    ).toMatchInlineSnapshot(`"no problem"`);
  });
});
