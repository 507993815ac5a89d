import { describe, expect, it } from 'vitest';
import { analyzed, editorFor } from '../../testing/editor.ts';

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

  it('behind the beginning of the body, where none is read', () => {
    expect(editor('// @api store\n{\n  «// @shopware 6.5»\n  "limit": 5\n}')).toMatchInlineSnapshot(`
      "warning: "@shopware" comes after the beginning of the body, where directives are not read.
        invalid-directive at null
        Move it to the top → // @api store
      // @shopware 6.5
      {
        "limit": 5
      }"
    `);
    expect(editor('{ "limit": 5 } «// @entity product»\n')).toMatchInlineSnapshot(`
      "warning: "@entity" comes after the beginning of the body, where directives are not read.
        invalid-directive at null
        Move it to the top → // @entity product
      { "limit": 5 }
      "
    `);
    expect(editor('{ "limit": 5 } // @todo ask @shop-owners\n// a @path')).toBe('no problem');
  });

  it('a version that is not known', () => {
    const { problems } = analyzed('// @shopware 7.0\n{ "limit": 5 }');
    expect(problems.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
      'information: Shopware 7.0 is newer than any that is known: the newest rules apply.',
    ]);
    expect(analyzed('// @shopware 6.3\n{ "limit": 5 }').problems[0]?.message).toContain('the rules of 6.4 apply');
    expect(analyzed('// @shopware 6.8.1\n{ "limit": 5 }').problems).toEqual([]);
  });
});
