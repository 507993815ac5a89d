import { beforeAll, describe, expect, it } from 'vitest';
import { type OpenShop, openShop } from '../openShop.ts';
import { inProcess } from '../replay/inProcess.ts';
import { isJsonObject, type Json, type JsonObject, objects } from './json.ts';

describe('what a shop computes when it shows an entity', () => {
  let open: OpenShop;

  beforeAll(async () => {
    open = await openShop({});
  });

  it('names a payment method as a running shop did, by its handler', () => {
    const [method] = found('/api/search/payment-method', {
      filter: [{ type: 'equals', field: 'technicalName', value: 'payment_debitpayment' }],
    });
    expect(method).toMatchObject({
      shortName: 'debit_payment',
      formattedHandlerIdentifier: 'handler_shopware_debitpayment',
      distinguishableName: 'Direct Debit',
      translated: { distinguishableName: 'Direct Debit' },
    });
  });

  it('does so in the Store API', () => {
    const context = inProcess(open, { method: 'GET' })('/store-api/context', '').body;
    expect(isJsonObject(context) && context.paymentMethod).toMatchObject({
      shortName: 'invoice_payment',
      distinguishableName: 'Invoice',
      translated: { distinguishableName: 'Invoice' },
    });
  });

  function found(path: string, criteria: Json): readonly JsonObject[] {
    const { body } = inProcess(open)(path, JSON.stringify(criteria));
    return isJsonObject(body) ? objects(body.data) : [];
  }
});
