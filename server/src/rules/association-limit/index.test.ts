import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('association-limit');

describe('association-limit', () => {
  it('the shop counts by an id that is not there', () => {
    expect(
      editor(`// @entity language
{ "associations": { "productTranslations": { «"limit"»: 5 } } }`),
    ).toMatchInlineSnapshot(`
  "warning: The shop counts children by their id, and product_translation has none: it refuses the limit as soon as it finds a row.
    association-limit at /associations/productTranslations/limit, 500 FRAMEWORK__NO_ID_FOR_ASSOCIATION when rows
    Remove "limit" → // @entity language
  { "associations": { "productTranslations": {} } }"
`);
  });

  it('dropped in "translations"', () => {
    expect(editor('{ "associations": { "translations": { «"limit"»: 5 } } }')).toMatchInlineSnapshot(`
      "warning: The shop drops a limit on "translations": all of them are returned.
        association-limit at /associations/translations/limit
        Remove "limit" → { "associations": { "translations": {} } }"
    `);
  });

  it('is fine where the target has an id', () => {
    expect(editor('{ "associations": { "media": { "limit": 5 } } }')).toMatchInlineSnapshot(`"no problem"`);
  });
});
