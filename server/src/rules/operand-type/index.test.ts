import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('operand-type');

describe('operand-type', () => {
  it('a quoted boolean', () => {
    expect(editor('{ "filter": [{ "type": "equals", "field": "active", "value": «"true"» }] }')).toMatchInlineSnapshot(`
      "warning: "active" is a boolean, and the database takes a text for the number 0: "true" finds the rows where it is false.
        operand-type at /filter/0/value
        Change to true → { "filter": [{ "type": "equals", "field": "active", "value": true }] }"
    `);
  });

  it('in a short map', () => {
    expect(editor('{ "filter": { "active": «"true"» } }')).toMatchInlineSnapshot(`
      "warning: "active" is a boolean, and the database takes a text for the number 0: "true" finds the rows where it is false.
        operand-type at /filter/active
        Change to true → { "filter": { "active": true } }"
    `);
  });

  it('a word for a number', () => {
    expect(editor('{ "filter": [{ "type": "equals", "field": "stock", "value": «"many"» }] }')).toMatchInlineSnapshot(`
      "warning: "stock" is a number, and the database takes "many" for 0.
        operand-type at /filter/0/value"
    `);
  });

  it('one of a list', () => {
    expect(
      editor('{ "filter": [{ "type": "equalsAny", "field": "stock", "value": ["1", «"x"»] }] }'),
    ).toMatchInlineSnapshot(`
      "warning: "stock" is a number, and the database takes "x" for 0.
        operand-type at /filter/0/value/1"
    `);
  });

  it('a word for a date', () => {
    expect(
      editor('{ "filter": [{ "type": "range", "field": "releaseDate", "parameters": { "gte": «"now"» } }] }'),
    ).toMatchInlineSnapshot(`
      "warning: "releaseDate" is a date, and "now" is none: it counts as 0, before every date. Write a date such as "2025-12-31", or use "since" and "until" for a distance from now.
        operand-type at /filter/0/parameters/gte"
    `);
  });

  it('numbers as texts are fine', () => {
    expect(editor('{ "filter": [{ "type": "equals", "field": "stock", "value": "10" }] }')).toMatchInlineSnapshot(
      `"no problem"`,
    );
  });

  it('1 as text is true', () => {
    expect(editor('{ "filter": [{ "type": "equals", "field": "active", "value": "1" }] }')).toMatchInlineSnapshot(
      `"no problem"`,
    );
  });

  it('a variable is known later', () => {
    expect(
      editor('{ "filter": [{ "type": "equals", "field": "stock", "value": "{{stock}}" }] }'),
    ).toMatchInlineSnapshot(`"no problem"`);
  });
});
