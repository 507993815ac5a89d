import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('ignored-path-end');

describe('ignored-path-end', () => {
  it('behind a number', () => {
    expect(editor('{ "filter": [{ "type": "equals", "field": "stock«.foo»", "value": 1 }] }')).toMatchInlineSnapshot(`
      "warning: The shop discards the end of this path and uses "stock".
        ignored-path-end at /filter/0/field
        Change to "stock" → { "filter": [{ "type": "equals", "field": "stock", "value": 1 }] }"
    `);
  });

  it('a dot at the end', () => {
    expect(editor('{ "sort": "name«.»" }')).toMatchInlineSnapshot(`
      "warning: The shop discards the end of this path and uses "name".
        ignored-path-end at /sort
        Change to "name" → { "sort": "name" }"
    `);
  });

  it('a misspelt part of a price', () => {
    expect(editor('{ "filter": [{ "type": "equals", "field": "price«.groos»", "value": 1 }] }')).toMatchInlineSnapshot(`
      "warning: The shop discards the end of this path and uses "price". A price continues with a currency id, "listPrice" or "percentage", and "net" or "gross".
        ignored-path-end at /filter/0/field
        Change to "price.gross" → { "filter": [{ "type": "equals", "field": "price.gross", "value": 1 }] }"
    `);
  });

  it('the parts of a price in another order', () => {
    expect(
      editor('{ "filter": [{ "type": "equals", "field": "price«.net.listPrice»", "value": 1 }] }'),
    ).toMatchInlineSnapshot(`
      "warning: The shop discards the end of this path and uses "price.listPrice". A price continues with a currency id, "listPrice" or "percentage", and "net" or "gross".
        ignored-path-end at /filter/0/field
        Change to "price.listPrice" → { "filter": [{ "type": "equals", "field": "price.listPrice", "value": 1 }] }"
    `);
  });

  it('a price as the shop reads it', () => {
    expect(
      editor(
        '{ "filter": [{ "type": "equals", "field": "price.0123456789abcdef0123456789abcdef.listPrice.net", "value": 1 }] }',
      ),
    ).toMatchInlineSnapshot(`"no problem"`);
  });

  it('JSON goes on', () => {
    expect(
      editor('{ "filter": [{ "type": "equals", "field": "customFields.my_field.a", "value": 1 }] }'),
    ).toMatchInlineSnapshot(`"no problem"`);
  });
});
