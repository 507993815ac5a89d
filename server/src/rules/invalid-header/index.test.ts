import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('invalid-header');

describe('invalid-header', () => {
  it('a locale instead of a language', () => {
    expect(
      editor(`// @header sw-language-id: «de-DE»
{}`),
    ).toMatchInlineSnapshot(`
  "error: "sw-language-id" must be an id of 32 hex digits.
    invalid-header at null, 412 FRAMEWORK__LANGUAGE_NOT_FOUND"
`);
  });

  it('on the Store API', () => {
    expect(
      editor(`// @api store
// @header sw-language-id: «de-DE»
{}`),
    ).toMatchInlineSnapshot(`
  "error: "sw-language-id" must be an id of 32 hex digits.
    invalid-header at null, 412 SYSTEM__LANGUAGE_INVALID_EXCEPTION"
`);
  });

  it('a currency', () => {
    expect(
      editor(`// @header sw-currency-id: «EUR»
{}`),
    ).toMatchInlineSnapshot(`
  "error: "sw-currency-id" must be an id of 32 hex digits.
    invalid-header at null, 400 FRAMEWORK__INVALID_UUID"
`);
  });

  it('switching inheritance off', () => {
    expect(
      editor(`// @header sw-inheritance: «0»
{}`),
    ).toMatchInlineSnapshot(`
  "warning: The presence of "sw-inheritance" counts, not its value: 0 switches it on as well. Leave the header out.
    invalid-header at null"
`);
  });

  it('another content type', () => {
    expect(
      editor(`// @header Content-Type: «text/plain»
{}`),
    ).toMatchInlineSnapshot(`
  "warning: The shop reads a body only as "application/json": with "text/plain" it ignores the criteria and returns all rows.
    invalid-header at null"
`);
  });

  it('a misspelt one', () => {
    expect(
      editor(`// @header «sw-langauge-id»: 0123456789abcdef0123456789abcdef
{}`),
    ).toMatchInlineSnapshot(`
  "warning: The shop knows no header "sw-langauge-id" and ignores it. Did you mean "sw-language-id"?
    invalid-header at null
    Change to "sw-language-id" → // @header sw-language-id: 0123456789abcdef0123456789abcdef
  {}"
`);
  });

  it('one that the documentation invented', () => {
    expect(
      editor(`// @header «sw-access-token»: x
{}`),
    ).toMatchInlineSnapshot(`
  "warning: The shop knows no header "sw-access-token" and ignores it. Did you mean "sw-access-key"?
    invalid-header at null
    Change to "sw-access-key" → // @header sw-access-key: x
  {}"
`);
  });

  it('other headers are not ours', () => {
    expect(
      editor(`// @header x-request-id: 1
{}`),
    ).toMatchInlineSnapshot(`"no problem"`);
  });

  it('what decides over the form of the answer', () => {
    const shown = editor('// @entity product\n// @header «Accept»: application/vnd.api+json\n{ "limit": 1 }');
    expect(shown).toContain('"Accept" is set by the client itself: leave it out.');
  });
});
