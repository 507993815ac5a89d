import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('runtime-field');

describe('runtime-field', () => {
  it('an address that is made of another field', () => {
    expect(
      editor('{ "filter": [{ "type": "equals", "field": "media.media.«url»", "value": "x" }] }'),
    ).toMatchInlineSnapshot(`
      "error: "url" of media is calculated when the shop answers and cannot be used in a criteria. "path" is stored.
        runtime-field at /filter/0/field, 500 FRAMEWORK__RUNTIME_FIELD_IN_CRITERIA
        Change to "media.media.path" → { "filter": [{ "type": "equals", "field": "media.media.path", "value": "x" }] }"
    `);
  });

  it('translated', () => {
    expect(
      editor('{ "filter": [{ "type": "equals", "field": "manufacturer.«translated».name", "value": "x" }] }'),
    ).toMatchInlineSnapshot(`
      "error: "translated" exists only in answers. Use "manufacturer.name": the shop takes the language of the request, with its fallbacks.
        runtime-field at /filter/0/field, 500 FRAMEWORK__RUNTIME_FIELD_IN_CRITERIA
        Change to "manufacturer.name" → { "filter": [{ "type": "equals", "field": "manufacturer.name", "value": "x" }] }"
    `);
  });

  it('the address of a page', () => {
    expect(editor('{ "sort": "seoUrls.«url»" }')).toMatchInlineSnapshot(`
      "error: "url" of seo_url is calculated when the shop answers and cannot be used in a criteria. "seoPathInfo" is stored.
        runtime-field at /sort, 500 FRAMEWORK__RUNTIME_FIELD_IN_CRITERIA
        Change to "seoUrls.seoPathInfo" → { "sort": "seoUrls.seoPathInfo" }"
    `);
  });

  it('translated, of what is misspelt or of nothing', () => {
    expect(editor('{ "sort": "«translated».nmae" }')).toMatchInlineSnapshot(`
      "error: "translated" exists only in answers. Use "name": the shop takes the language of the request, with its fallbacks.
        runtime-field at /sort, 500 FRAMEWORK__RUNTIME_FIELD_IN_CRITERIA
        Change to "name" → { "sort": "name" }"
    `);
    expect(editor('{ "grouping": ["«translated».name"] }')).toContain('Change to "name"');
    expect(editor('{ "sort": "«translated»" }')).toMatchInlineSnapshot(`
      "error: "translated" exists only in answers.
        runtime-field at /sort, 500 FRAMEWORK__RUNTIME_FIELD_IN_CRITERIA"
    `);
  });

  it('computed alone does not matter', () => {
    expect(
      editor(`// @entity order_line_item
{ "filter": [{ "type": "equals", "field": "unitPrice", "value": 1 }] }`),
    ).toMatchInlineSnapshot(`"no problem"`);
  });

  it('behind a name that is not there', () => {
    expect(
      editor('{ "limit": 1, "sort": [{ "field": "media.media.«url»" }] }', { entity: 'category' }),
    ).toMatchInlineSnapshot(`
      "error: "url" of media is calculated when the shop answers and cannot be used in a criteria.
        runtime-field at /sort/0/field, 500 FRAMEWORK__RUNTIME_FIELD_IN_CRITERIA"
    `);
  });

  // Section 2.3: `scoreField` is not checked; what the database says of a column that there is not was never recorded.
  it('in scoreField', () => {
    const query = '{ "type": "equals", "field": "position", "value": 1 }';
    expect(
      editor(`{ "query": [{ "query": ${query}, "score": 5, "scoreField": "media.«url»" }] }`, {
        entity: 'product_media',
      }),
    ).toMatchInlineSnapshot(`
      "warning: "url" of media is calculated when the shop answers and cannot be used in a criteria. "path" is stored.
        runtime-field at /query/0/scoreField
        Change to "media.path" → { "query": [{ "query": { "type": "equals", "field": "position", "value": 1 }, "score": 5, "scoreField": "media.path" }] }"
    `);
  });
});
