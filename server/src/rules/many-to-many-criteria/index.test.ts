import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('many-to-many-criteria');

describe('many-to-many-criteria', () => {
  it('without a way back', () => {
    expect(editor('{ "associations": { "streams": { «"limit"»: 5 } } }')).toMatchInlineSnapshot(`
      "warning: "streams" has no way back over the same mapping, so the shop cannot limit, filter or sort it.
        many-to-many-criteria at /associations/streams/limit, 500 FRAMEWORK__NO_INVERSE_ASSOCIATION_FOUND when rows"
    `);
  });

  it('a filter through its own inverse', () => {
    expect(
      editor(
        '{ "associations": { "tags": { "filter": [{ "type": "equals", "field": "«products.name»", "value": "a" }] } } }',
      ),
    ).toMatchInlineSnapshot(`
      "warning: "products.name" leads back over the mapping that "tags" already uses: the shop's SQL names it twice.
        many-to-many-criteria at /associations/tags/filter/0/field, 500 0 when rows"
    `);
  });

  it('sorted by a count', () => {
    expect(
      editor('{ "associations": { "tags": { "sort": [«{ "field": "id", "type": "count" }»] } } }'),
    ).toMatchInlineSnapshot(`
      "warning: The shop cannot sort a many-to-many association by a count.
        many-to-many-criteria at /associations/tags/sort/0, 500 1111 when rows"
    `);
  });

  it('a plain filter is fine', () => {
    expect(
      editor('{ "associations": { "tags": { "filter": [{ "type": "equals", "field": "name", "value": "a" }] } } }'),
    ).toMatchInlineSnapshot(`"no problem"`);
  });
});
