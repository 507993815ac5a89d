import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('partial-loading');

describe('partial-loading', () => {
  it('a payment method without its handler', () => {
    expect(
      editor(`// @entity payment-method
{ "fields": ["«name»"] }`),
    ).toMatchInlineSnapshot(`
  "warning: A payment method cannot be partially loaded without "handlerIdentifier": add "handlerIdentifier".
    partial-loading at /fields/0, 500 0 when rows
    Add "handlerIdentifier" → // @entity payment-method
  { "fields": ["name", "handlerIdentifier"] }"
`);
  });

  it('the parent of a product', () => {
    expect(editor('{ "fields": ["«parent.name»"] }')).toMatchInlineSnapshot(`
      "warning: The parent of a product cannot be loaded with it, not even by "fields".
        partial-loading at /fields/0, 400 FRAMEWORK__PARENT_ASSOCIATION_CAN_NOT_BE_FETCHED when rows"
    `);
  });

  it('fine with the handler', () => {
    expect(
      editor(`// @entity payment-method
{ "fields": ["name", "handlerIdentifier"] }`),
    ).toMatchInlineSnapshot(`"no problem"`);
  });

  // The recorded sweep of "fields" over payment_method: any path fails without the handler's name.
  it('a payment method of which only associations are named', () => {
    expect(editor('// @entity payment_method\n{ "fields": ["«media.id»"] }')).toMatchInlineSnapshot(`
      "warning: A payment method cannot be partially loaded without "handlerIdentifier": add "handlerIdentifier".
        partial-loading at /fields/0, 500 0 when rows
        Add "handlerIdentifier" → // @entity payment_method
      { "fields": ["media.id", "handlerIdentifier"] }"
    `);
  });

  it('adds nothing to what is no list', () => {
    expect(
      editor('{ "fields": { "a": "«paymentMethod.availabilityRuleId»" } }', {
        entity: 'order_transaction',
        shopware: '6.6.7',
      }),
    ).not.toContain('→');
  });
});
