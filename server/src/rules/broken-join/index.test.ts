import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('broken-join');

describe('broken-join', () => {
  it('in every version', () => {
    expect(
      editor(`// @entity order_transaction_capture_refund_position
{ "filter": [{ "type": "equals", "field": "«orderTransactionCaptureRefund».id", "value": "0123456789abcdef0123456789abcdef" }] }`),
    ).toMatchInlineSnapshot(`
  "error: Shopware 6.7.6.0 cannot join "orderTransactionCaptureRefund" of order_transaction_capture_refund_position: its SQL is wrong, whatever follows.
    broken-join at /filter/0/field, 500 1054"
`);
  });

  it('in 6.4 from a translation to its parent', () => {
    expect(
      editor(`// @entity product_translation
// @shopware 6.4.20
{ "filter": [{ "type": "equals", "field": "«product».stock", "value": 1 }] }`),
    ).toMatchInlineSnapshot(`
  "error: Shopware 6.4.20 cannot join "product" of product_translation: its SQL is wrong, whatever follows.
    broken-join at /filter/0/field, 500 0"
`);
  });

  it('fine in 6.5', () => {
    expect(
      editor(`// @entity product_translation
// @shopware 6.5.8
{ "filter": [{ "type": "equals", "field": "product.stock", "value": 1 }] }`),
    ).toMatchInlineSnapshot(`"no problem"`);
  });
});
