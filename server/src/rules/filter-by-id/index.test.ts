import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('filter-by-id');

describe('filter-by-id', () => {
  it('the only filter', () => {
    expect(
      editor(
        '{ "filter": [{ "type": "equals", "field": «"id"», "value": "0123456789abcdef0123456789abcdef" }], "limit": 1 }',
      ),
    ).toMatchInlineSnapshot(`
      "hint: "ids" finds rows by their ids without a search, in the order that you give.
        filter-by-id at /filter/0/field
        Move to "ids" → { "ids": ["0123456789abcdef0123456789abcdef"] }"
    `);
  });

  it('beside others', () => {
    expect(
      editor(
        '{ "filter": [{ "type": "equalsAny", "field": «"id"», "value": ["0123456789abcdef0123456789abcdef"] }, { "type": "equals", "field": "active", "value": true }] }',
      ),
    ).toMatchInlineSnapshot(`
      "hint: "ids" finds rows by their ids without a search, in the order that you give.
        filter-by-id at /filter/0/field
        Move to "ids" → { "filter": [{ "type": "equals", "field": "active", "value": true }], "ids": ["0123456789abcdef0123456789abcdef"] }"
    `);
  });

  it('a foreign key is none', () => {
    expect(
      editor(
        '{ "filter": [{ "type": "equals", "field": "manufacturerId", "value": "0123456789abcdef0123456789abcdef" }] }',
      ),
    ).toMatchInlineSnapshot(`"no problem"`);
  });

  it('inside a group it is another matter', () => {
    expect(
      editor(
        '{ "filter": [{ "type": "not", "queries": [{ "type": "equals", "field": "id", "value": "0123456789abcdef0123456789abcdef" }] }] }',
      ),
    ).toMatchInlineSnapshot(`"no problem"`);
  });
});
