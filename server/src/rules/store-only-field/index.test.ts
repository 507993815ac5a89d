import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('store-only-field');

describe('store-only-field', () => {
  it('a calculated price', () => {
    expect(
      editor(`// @api store
{ "filter": [{ "type": "equals", "field": "«calculatedPrice»", "value": 1 }] }`),
    ).toMatchInlineSnapshot(`
  "error: "calculatedPrice" of product exists only in answers of the Store API: it has no column to search by.
    store-only-field at /filter/0/field, 500 1054"
`);
  });

  it('the cheapest price can be filtered by', () => {
    expect(
      editor(`// @api store
{ "filter": [{ "type": "equals", "field": "cheapestPrice", "value": 1 }] }`),
    ).toMatchInlineSnapshot(`"no problem"`);
  });
});
