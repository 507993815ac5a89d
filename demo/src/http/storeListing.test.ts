import { beforeAll, describe, expect, it } from 'vitest';
import { isJsonObject, type Json, type JsonObject, objects } from '../engine/json.ts';
import { openShop } from '../openShop.ts';
import { answerRequest } from './answerRequest.ts';
import type { Shop } from './shop.ts';

/** An option of the group Size, of variants only. */
const SMALL = 'c0a6abeb1a01bf6ab4099b32ffb70162';
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

  it('offers what there is to choose from, and narrows it by the other choices where it is asked to', () => {
    const { aggregations } = answer({ limit: 1 });
    expect(Object.keys(object(aggregations)).sort()).toEqual([
      'manufacturer',
      'price',
      'properties',
      'rating',
      'shipping-free',
    ]);
    const choice = { limit: 1, properties: SMALL };
    expect(manufacturersIn(answer(choice))).toEqual(manufacturersIn(answer({ limit: 1 })));
    expect(manufacturersIn(answer({ ...choice, 'reduce-aggregations': '1' })).length).toBeLessThan(
      manufacturersIn(answer(choice)).length,
    );
    expect(answer({ limit: 1, 'no-aggregations': '1' }).aggregations).toEqual([]);
    expect(Object.keys(object(answer({ limit: 1, 'price-filter': false }).aggregations))).not.toContain('price');
  });

  it('shows one variant of a product, unless the shop spreads them', () => {
    const groups = listing({ limit: 100 }).map(({ displayGroup }) => displayGroup);
    expect(groups).not.toContain(null);
    expect(new Set(groups).size).toBe(groups.length);
  });

  it('fetches no products for who wants the facets only', () => {
    const { elements, aggregations } = answer({ 'only-aggregations': '1' });
    expect(elements).toEqual([]);
    expect(Object.keys(object(aggregations))).toContain('manufacturer');
  });

  it('finds any of the words in every field that the shop searches, the name of a manufacturer among them', () => {
    const all = listing({ limit: 100 });
    const total = (search: string) => answer({ search }).total;
    expect(total('desk')).toBe(4);
    expect(total('  desk  ')).toBe(4);
    const acme = all.filter(({ manufacturerId }) => manufacturerId === ACME).length;
    expect(acme).toBeGreaterThan(0);
    expect([total('ACME'), total('acme tools')]).toEqual([acme, acme]);
    expect(total('REC-001')).toBe(1);
    expect(answer({ search: 'desk' }).sorting).toBe('score');
  });

  it('refuses what is no id of a manufacturer, and leaves out what is none of a property', () => {
    expect(ask({ manufacturer: `${ACME}|xyz` })).toMatchObject({
      status: 400,
      body: { errors: [{ code: 'FRAMEWORK__INVALID_UUID', detail: 'Value is not a valid UUID: xyz' }] },
    });
    expect(ask({ manufacturer: 'xyz', 'manufacturer-filter': false }).status).toBe(200);
    expect(answer({ properties: 'nope' })).toMatchObject({
      currentFilters: { properties: [] },
      total: answer({}).total,
    });
  });

  it('reads numbers as PHP does', () => {
    const { currentFilters, total } = answer({ 'min-price': 'abc', 'max-price': '', rating: 'x' });
    expect(currentFilters).toMatchObject({ price: { min: 0, max: 0 }, rating: null });
    expect(total).toBe(answer({}).total);
    expect(ask({ p: 'x' }).status).toBe(400);
    expect(ask({ p: '2', limit: 1 })).toMatchObject({ status: 200, body: { page: 2 } });
  });

  it('knows neither a list as sorting nor a category that is not there', () => {
    expect(ask({ order: ['name-asc'] })).toMatchObject({
      status: 404,
      body: { errors: [{ code: 'CONTENT__PRODUCT_SORTING_NOT_FOUND' }] },
    });
    expect(ask({}, `/store-api/product-listing/${'0'.repeat(32)}`).status).toBe(404);
  });

  function manufacturersIn({ aggregations }: JsonObject) {
    return objects(object(object(aggregations).manufacturer).entities).map(({ id }) => id);
  }

  function object(value: Json | undefined): JsonObject {
    return isJsonObject(value) ? value : {};
  }

  function listing(body: object) {
    return objects(answer(body).elements);
  }

  function answer(body: object): JsonObject {
    return object(ask(body).body);
  }

  function ask(body: object, path = '/store-api/search') {
    const headers = new Map([
      ['sw-access-key', shop.salesChannel.accessKey],
      ['content-type', 'application/json'],
    ]);
    return answerRequest(shop, {
      method: 'POST',
      path,
      query: '',
      origin: '',
      bodyText: JSON.stringify(body),
      header: (name) => headers.get(name),
    });
  }
});
