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

  it.each(['manufacturer.id', 'parent.id', 'media.id'])('the id of another row: %s', (field) => {
    expect(
      editor(`{ "filter": [{ "type": "equals", "field": "${field}", "value": "0123456789abcdef0123456789abcdef" }] }`),
    ).toBe('no problem');
  });

  it('with the name of the entity in front', () => {
    expect(
      editor(
        '{ "filter": [{ "type": "equalsAny", "field": «"product.id"», "value": "0123456789abcdef0123456789abcdef|{{other}}" }] }',
      ),
    ).toMatchInlineSnapshot(`
      "hint: "ids" finds rows by their ids without a search, in the order that you give.
        filter-by-id at /filter/0/field
        Move to "ids" → { "ids": "0123456789abcdef0123456789abcdef|{{other}}" }"
    `);
  });

  it('no ids are another problem', () => {
    expect(editor('{ "filter": [{ "type": "equals", "field": "id", "value": «"abc"» }] }')).toContain('invalid-id at');
    expect(
      editor(
        '{ "filter": [{ "type": "equalsAny", "field": "id", "value": [null, "0123456789abcdef0123456789abcdef"] }] }',
      ),
    ).toBe('no problem');
  });

  it('"ids" loses a row that is asked for in upper case', () => {
    expect(
      editor('{ "filter": [{ "type": "equals", "field": "id", "value": "0123456789ABCDEF0123456789ABCDEF" }] }'),
    ).toBe('no problem');
  });

  it('inside a group it is another matter', () => {
    expect(
      editor(
        '{ "filter": [{ "type": "not", "queries": [{ "type": "equals", "field": "id", "value": "0123456789abcdef0123456789abcdef" }] }] }',
      ),
    ).toMatchInlineSnapshot(`"no problem"`);
  });

  it('is not moved where a comment would be lost', () => {
    const id = '0123456789abcdef0123456789abcdef';
    const filter = `{ "type": "equals", "field": «"id"», "value": "${id}" }`;
    expect(editor(`{ "filter": [/* the oak */ ${filter}] }`)).not.toContain('Move');
    expect(editor(`{ "filter": [{ "type": "equals", "field": «"id"», /* oak */ "value": "${id}" }] }`)).not.toContain(
      'Move',
    );
    expect(editor(`{ /* why */ "filter": [${filter}] /* end */ }`)).toContain(
      `→ { /* why */ "ids": ["${id}"] /* end */ }`,
    );
  });
});
