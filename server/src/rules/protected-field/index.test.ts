import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('protected-field');

describe('protected-field', () => {
  it('only for the Admin API', () => {
    expect(
      editor(`// @api store
{ "filter": [{ "type": "equals", "field": "«purchasePrices»", "value": 1 }] }`),
    ).toMatchInlineSnapshot(`
      "error: "purchasePrices" of product cannot be read through the Store API, so it cannot be searched by either; only the Admin API can.
        protected-field at /filter/0/field, 500 FRAMEWORK__ACCESSOR_NOT_ALLOWED"
    `);
  });

  it('for nobody', () => {
    expect(
      editor(`// @entity user
{ "filter": [{ "type": "equals", "field": "«password»", "value": 1 }] }`),
    ).toMatchInlineSnapshot(`
      "error: "password" of user cannot be read through the Admin API, so it cannot be searched by either.
        protected-field at /filter/0/field, 500 FRAMEWORK__ACCESSOR_NOT_ALLOWED"
    `);
  });

  it('a translation may be protected where its entity is not', () => {
    expect(
      editor(`// @api store
// @entity order
{ "filter": [{ "type": "equals", "field": "stateMachineState.«name»", "value": "x" }] }`),
    ).toMatchInlineSnapshot(`
      "error: "name" of state_machine_state cannot be read through the Store API, so it cannot be searched by either; only the Admin API can.
        protected-field at /filter/0/field, 500 FRAMEWORK__ACCESSOR_NOT_ALLOWED"
    `);
  });

  it('may be filtered by although it is never returned', () => {
    expect(
      editor(`// @api store
{ "filter": [{ "type": "equals", "field": "price", "value": 1 }] }`),
    ).toMatchInlineSnapshot(`"no problem"`);
  });
});
