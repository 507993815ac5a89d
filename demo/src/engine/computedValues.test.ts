import { beforeAll, describe, expect, it } from 'vitest';
import { type OpenShop, openShop } from '../openShop.ts';
import { inProcess } from '../replay/inProcess.ts';
import { isJsonObject, type Json, type JsonObject, objects } from './json.ts';
import { runtimeValue } from './runtimeDefaults.ts';
import { phpJson } from './storedJson.ts';

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

  it('shows a picture without thumbnails with none, wherever it is shown', () => {
    const [media] = found('/api/search/media', { limit: 1 });
    expect(media?.thumbnails).toEqual([]);
    const [product] = found('/api/search/product', {
      filter: [{ type: 'not', queries: [{ type: 'equals', field: 'coverId', value: null }] }],
      associations: { cover: { associations: { media: {} } } },
    });
    expect(product?.cover).toMatchObject({ media: { thumbnails: [] } });
  });

  it('counts no children of a category that is no part of a navigation', () => {
    const [category] = found('/api/search/category', { limit: 1 });
    expect(category).toMatchObject({ visibleChildCount: 0, cmsPageIdSwitched: false });
  });

  it('counts the visible children in a navigation', () => {
    const post = inProcess(open);
    const body = post('/store-api/navigation/main-navigation/main-navigation', '{"depth":1}').body ?? [];
    const deeper = post('/store-api/navigation/main-navigation/main-navigation', '{"depth":2}').body ?? [];
    const counts = objects(body).map(({ visibleChildCount }) => visibleChildCount);
    expect(counts).toEqual(objects(deeper).map(({ children }) => objects(children).length));
    expect(counts.some((count) => Number(count) > 0)).toBe(true);
  });

  it("hashes an address as Shopware's own test wants it", () => {
    const address = {
      firstName: 'address-first-name',
      lastName: 'address-last-name',
      zipcode: 'address-zipcode',
      city: 'address-city',
      company: 'address-company',
      department: 'address-department',
      title: 'address-title',
      street: 'address-street',
      additionalAddressLine1: 'address-additional-address-line-1',
      additionalAddressLine2: 'address-additional-address-line-2',
      countryId: 'address-country-id',
      countryStateId: 'address-country-state-id',
    };
    for (const entity of ['customer_address', 'order_address']) {
      expect(runtimeValue(entity, 'hash')?.(address, '')).toBe(
        '949c5f5f8ea7e6b2ff979c8b6d5f54a9c57394d9bc56a3e62a7ecbaa309b1192',
      );
    }
    expect(found('/api/search/customer-address', { limit: 1 })[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('writes JSON as PHP does', () => {
    expect(phpJson(['Straße 1/2', '😀'])).toBe('["Stra\\u00dfe 1\\/2","\\ud83d\\ude00"]');
  });

  function found(path: string, criteria: Json): readonly JsonObject[] {
    const { body } = inProcess(open)(path, JSON.stringify(criteria));
    return isJsonObject(body) ? objects(body.data) : [];
  }
});
