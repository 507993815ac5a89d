import { describe, expect, it } from 'vitest';
import { customField } from '../../testing/customField.ts';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('operand-type');

describe('operand-type', () => {
  it('a quoted boolean', () => {
    expect(editor('{ "filter": [{ "type": "equals", "field": "active", "value": «"true"» }] }')).toMatchInlineSnapshot(`
      "warning: "active" is a boolean, and the database reads a string as the number 0: "true" finds the rows where it is false.
        operand-type at /filter/0/value
        Change to true → { "filter": [{ "type": "equals", "field": "active", "value": true }] }"
    `);
  });

  it('for a custom field, whose type the shop knows', () => {
    const customFields = [customField('rec_bool', { type: 'bool' }), customField('rec_text')];
    expect(
      editor('{ "filter": [{ "type": "equals", "field": "customFields.rec_bool", "value": «"true"» }] }', {
        customFields,
      }),
    ).toContain('"rec_bool" is a boolean');
    for (const path of ['customFields.rec_text', 'customFields.rec_bool.deep', 'customFields']) {
      const text = `{ "filter": [{ "type": "equals", "field": "${path}", "value": "true" }] }`;
      expect(editor(text, { customFields })).toBe('no problem');
    }
    expect(editor('{ "filter": { "customFields.rec_bool": "true" } }')).toBe('no problem');
    const off = [customField('rec_bool', { type: 'bool', active: false })];
    expect(editor('{ "filter": { "customFields.rec_bool": "true" } }', { customFields: off })).toBe('no problem');
  });

  it('in a short map', () => {
    expect(editor('{ "filter": { "active": «"true"» } }')).toMatchInlineSnapshot(`
      "warning: "active" is a boolean, and the database reads a string as the number 0: "true" finds the rows where it is false.
        operand-type at /filter/active
        Change to true → { "filter": { "active": true } }"
    `);
  });

  it('a word for a number', () => {
    expect(editor('{ "filter": [{ "type": "equals", "field": "stock", "value": «"many"» }] }')).toMatchInlineSnapshot(`
      "warning: "stock" is a number, and the database reads "many" as 0.
        operand-type at /filter/0/value"
    `);
  });

  it('one of a list', () => {
    expect(
      editor('{ "filter": [{ "type": "equalsAny", "field": "stock", "value": ["1", «"x"»] }] }'),
    ).toMatchInlineSnapshot(`
      "warning: "stock" is a number, and the database reads "x" as 0.
        operand-type at /filter/0/value/1"
    `);
  });

  it('a word for a date', () => {
    expect(
      editor('{ "filter": [{ "type": "range", "field": "releaseDate", "parameters": { "gte": «"now"» } }] }'),
    ).toMatchInlineSnapshot(`
      "warning: "releaseDate" is a date, and "now" is not one: it counts as 0, before every date. Write a date such as "2025-12-31", or use "since" and "until" for a distance from now.
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

  it('a variable with a known value', () => {
    expect(
      editor('// @var on true\n{ "filter": [{ "type": "equals", "field": "active", "value": «"{{on}}"» }] }'),
    ).toMatchInlineSnapshot(`
      "warning: "active" is a boolean, and the database reads a string as the number 0: "true" finds the rows where it is false.
        operand-type at /filter/0/value
        Because of "@var on". ↳ // @var on true"
    `);
    expect(editor('// @var on 1\n{ "filter": [{ "type": "equals", "field": "active", "value": "{{on}}" }] }')).toBe(
      'no problem',
    );
  });

  it('each part between bars', () => {
    expect(
      editor('{ "filter": [{ "type": "equalsAny", "field": "active", "value": «"true"» }] }'),
    ).toMatchInlineSnapshot(`
      "warning: "active" is a boolean, and the database reads a string as the number 0: "true" finds the rows where it is false.
        operand-type at /filter/0/value
        Change to true → { "filter": [{ "type": "equalsAny", "field": "active", "value": true }] }"
    `);
    expect(
      editor('{ "filter": [{ "type": "equalsAny", "field": "active", "value": «"true|0"» }] }'),
    ).toMatchInlineSnapshot(`
      "warning: "active" is a boolean, and the database reads a string as the number 0: "true" finds the rows where it is false.
        operand-type at /filter/0/value
        Change to [true, "0"] → { "filter": [{ "type": "equalsAny", "field": "active", "value": [true, "0"] }] }"
    `);
    expect(
      editor('{ "filter": [{ "type": "equalsAny", "field": "stock", "value": «"1,2"» }] }'),
    ).toMatchInlineSnapshot(`
      "warning: "stock" is a number, and the database reads "1,2" as 1.
        operand-type at /filter/0/value
        Change to ["1", "2"] → { "filter": [{ "type": "equalsAny", "field": "stock", "value": ["1", "2"] }] }"
    `);
    expect(
      editor('{ "filter": [{ "type": "equalsAny", "field": "stock", "value": «"1|b"» }] }'),
    ).toMatchInlineSnapshot(`
      "warning: "stock" is a number, and the database reads "b" as 0.
        operand-type at /filter/0/value"
    `);
    expect(
      editor('{ "filter": [{ "type": "equalsAny", "field": "releaseDate", "value": «"soon|now"» }] }'),
    ).toMatchInlineSnapshot(`
      "warning: "releaseDate" is a date, and "soon" is not one: it counts as 0, before every date. Write a date such as "2025-12-31", or use "since" and "until" for a distance from now.
        operand-type at /filter/0/value"
    `);
    expect(editor('{ "filter": [{ "type": "equalsAny", "field": "weight", "value": «"1,5"» }] }')).not.toContain(
      'Change',
    );
    expect(editor('{ "filter": [{ "type": "equalsAny", "field": "stock", "value": "1|2|" }] }')).toBe('no problem');
  });

  it.each(['2024-13-45', '2024-02-30', '12/31/24'])('the day %s, which there is not', (date) => {
    expect(editor(`{ "filter": [{ "type": "equals", "field": "releaseDate", "value": «"${date}"» }] }`)).toContain(
      `"${date}" is not one: it counts as 0`,
    );
  });

  it('a date that does not begin with the year', () => {
    expect(
      editor('{ "filter": [{ "type": "range", "field": "releaseDate", "parameters": { "gte": «"31.12.2024"» } }] }'),
    ).toMatchInlineSnapshot(`
      "warning: "releaseDate" is a date, and the database reads "31.12.2024" with the year first. Write it as "2025-12-31".
        operand-type at /filter/0/parameters/gte
        Change to "2024-12-31" → { "filter": [{ "type": "range", "field": "releaseDate", "parameters": { "gte": "2024-12-31" } }] }"
    `);
    expect(
      editor('{ "filter": [{ "type": "range", "field": "releaseDate", "parameters": { "gte": «"12/31/2024"» } }] }'),
    ).toContain('Change to "2024-12-31"');
    expect(
      editor('{ "filter": [{ "type": "range", "field": "releaseDate", "parameters": { "gte": «"01/02/2024"» } }] }'),
    ).not.toContain('Change');
  });

  it.each(['2024-12-31', '2024-2-29T10:00:00+01:00', '24-12-31', '20241231', '2024-12-31 23:59:59.123', '2024/12/31'])(
    'a date as the database reads it: %s',
    (date) => {
      expect(editor(`{ "filter": [{ "type": "equals", "field": "releaseDate", "value": "${date}" }] }`)).toBe(
        'no problem',
      );
    },
  );
});
