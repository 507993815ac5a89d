import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('unfindable-id');

describe('unfindable-id', () => {
  it('cut off', () => {
    expect(
      editor('{ "filter": [{ "type": "equals", "field": "taxId", "value": «"0123456789abcdef"» }] }'),
    ).toMatchInlineSnapshot(`
      "warning: An id has 32 hex digits, and this one has 16: the shop accepts it and never finds a row.
        unfindable-id at /filter/0/value"
    `);
  });

  it('in ids', () => {
    expect(editor('{ "ids": [«"abcd"»] }')).toMatchInlineSnapshot(`
      "warning: An id has 32 hex digits, and this one has 4: the shop accepts it and never finds a row.
        unfindable-id at /ids/0"
    `);
  });

  it('in upper case, in ids', () => {
    expect(editor('{ "ids": [«"0123456789ABCDEF0123456789ABCDEF"»] }')).toMatchInlineSnapshot(`
      "warning: The shop finds the row of an id in upper case, and loses it when it puts the rows into the order of "ids".
        unfindable-id at /ids/0
        Write the id in lower case → { "ids": ["0123456789abcdef0123456789abcdef"] }"
    `);
  });

  it('in upper case with a sorting', () => {
    expect(editor('{ "ids": ["0123456789ABCDEF0123456789ABCDEF"], "sort": "name" }')).toMatchInlineSnapshot(
      `"no problem"`,
    );
  });

  it('behind extensions', () => {
    expect(
      editor(
        '{ "filter": [{ "type": "equals", "field": "«extensions».categories.id", "value": "0123456789abcdef0123456789abcdef" }] }',
      ),
    ).toMatchInlineSnapshot(`
      "warning: Behind "extensions." the shop does not convert ids: it compares the string with bytes and never finds a row. The path works without it.
        unfindable-id at /filter/0/field
        Change to "categories.id" → { "filter": [{ "type": "equals", "field": "categories.id", "value": "0123456789abcdef0123456789abcdef" }] }"
    `);
  });
});
