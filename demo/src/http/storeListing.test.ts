import { beforeAll, describe, expect, it } from 'vitest';
import { isJsonObject, objects } from '../engine/json.ts';
import { openShop } from '../openShop.ts';
import { answerRequest } from './answerRequest.ts';
import type { Shop } from './shop.ts';

const ACME = '7055eebbf183641eb0fb6de81dda883c';

describe('a product listing', () => {
  let shop: Shop;

  beforeAll(async () => {
    shop = (await openShop({})).shop;
  });

  it('keeps what a customer chose: manufacturer, prices, shipping', () => {
    const all = listing({ limit: 100 });
    expect(listing({ limit: 100, manufacturer: ACME }).map(({ manufacturerId }) => manufacturerId)).toEqual(
      all.filter(({ manufacturerId }) => manufacturerId === ACME).map(() => ACME),
    );
    const cheap = listing({ limit: 100, 'max-price': 20 });
    expect(cheap.length).toBeGreaterThan(0);
    expect(cheap.length).toBeLessThan(all.length);
    const free = listing({ limit: 100, 'shipping-free': 'true' });
    expect(free.map(({ shippingFree }) => shippingFree)).toEqual(free.map(() => true));
  });

  function listing(body: object) {
    const headers = new Map([
      ['sw-access-key', shop.salesChannel.accessKey],
      ['content-type', 'application/json'],
    ]);
    const answer = answerRequest(shop, {
      method: 'POST',
      path: '/store-api/search',
      query: '',
      origin: '',
      bodyText: JSON.stringify(body),
      header: (name) => headers.get(name),
    });
    return isJsonObject(answer.body) ? objects(answer.body.elements) : [];
  }
});
