import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('association-for-filter');

describe('association-for-filter', () => {
  it('a filter by it', () => {
    expect(
      editor('{ "filter": { "manufacturer.name": "x" }, "associations": { «"manufacturer"»: {} } }'),
    ).toMatchInlineSnapshot(`
      "hint: "manufacturer" only has to be loaded to have its rows in the answer: filtering, sorting and aggregating by it work without that.
        association-for-filter at /associations/manufacturer
        Because of "manufacturer.name". ↳ manufacturer.name
        Remove "manufacturer" → { "filter": { "manufacturer.name": "x" }, "associations": {} }"
    `);
  });

  it('a sorting below it, the inner one as well', () => {
    expect(
      editor(
        '{ "sort": "-manufacturer.media.fileName", "associations": { "manufacturer": { "associations": { «"media"»: {} } } } }',
      ),
    ).toMatchInlineSnapshot(`
      "hint: "manufacturer.media" only has to be loaded to have its rows in the answer: filtering, sorting and aggregating by it work without that.
        association-for-filter at /associations/manufacturer/associations/media
        Because of "manufacturer.media.fileName". ↳ manufacturer.media.fileName
        Remove "media" → { "sort": "-manufacturer.media.fileName", "associations": { "manufacturer": { "associations": {} } } }"
    `);
  });

  it('one that has a criteria of its own is loaded for its rows', () => {
    expect(
      editor('{ "filter": { "categories.name": "x" }, "associations": { "categories": { "limit": 5 } } }'),
    ).toMatchInlineSnapshot(`"no problem"`);
  });

  it('one that "includes" names is wanted', () => {
    expect(
      editor(
        '{ "includes": { "product": ["manufacturer"] }, "filter": { "manufacturer.name": "x" }, "associations": { "manufacturer": {} } }',
      ),
    ).toMatchInlineSnapshot(`"no problem"`);
  });

  it('a filter inside another association says nothing about the root', () => {
    expect(
      editor(
        '{ "associations": { "manufacturer": {}, "children": { "limit": 1, "filter": { "manufacturer.name": "x" } } } }',
      ),
    ).toMatchInlineSnapshot(`"no problem"`);
  });
});
