import { describe, expect, it } from 'vitest';
import { linesOf, withShop } from '../../test/adminShop.ts';
import { errorOf } from '../../test/errorOf.ts';
import { type Received, type Reply, refusal } from '../../test/fakeShop.ts';
import { recorded, recordingIsThere } from '../../test/recording.ts';
import { aggregate, detailOf, listRows, searchIds, searchRows } from './criteria.ts';
import { currenciesOf } from './currencies.ts';
import { customFieldsOf } from './customFields.ts';
import { documentOf } from './documents.ts';
import { everyRow } from './everyRow.ts';
import { languagesOf } from './languages.ts';
import { type RowCount, rowCountsOf } from './rowCounts.ts';
import { salesChannelsOf } from './salesChannels.ts';

const id = '63a50e5c62d7e191942936b20ed10a62';
const mapping = refusal(500, { code: 'FRAMEWORK__MAPPING_ENTITY_DEFINITION_CLASSES', detail: 'Mapping definition …' });
const data = (...rows: unknown[]): Reply => ({ json: { total: rows.length, data: rows, aggregations: [] } });

describe.skipIf(!recordingIsThere)('what a shop answers, as recorded, is read', () => {
  /** Answers with the exchange of the recording and tells whether it was asked for as the exchange was. */
  function replay(name: string) {
    const { request, response } = recorded(name);
    return {
      reply: (): Reply => ({ status: response.status, json: response.body }),
      asked: [`${request.method} ${request.path}`],
    };
  }

  it('for a search', async () => {
    const { reply, asked } = replay('shape-sub');
    const place = { entity: 'product', below: [[id, 'categories']] } as const;
    const { result, received } = await withShop(reply, (shop) => searchRows(shop, place));
    expect(linesOf(received)).toEqual(asked);
    expect(result.rows.map((row) => row.apiAlias)).toEqual(['category']);
  });

  it('for a route of the Store API', async () => {
    const { reply, asked } = replay('st-product');
    const place = { api: 'store', path: '/store-api/product' } as const;
    const { result, received } = await withShop(reply, (shop) => searchRows(shop, place, { limit: 2 }));
    expect(linesOf(received)).toEqual(asked);
    expect(result).toMatchObject({ total: 54, rows: [{ productNumber: 'VAR-SHIRT.4' }, { productNumber: 'REC-020' }] });
  });

  it('for a route of the Store API that answers with a bare list', async () => {
    const place = { api: 'store', path: '/store-api/currency' } as const;
    const { result } = await withShop(replay('st-currency-2').reply, (shop) => searchRows(shop, place));
    expect(result).toMatchObject({ total: null, rows: [{ isoCode: 'USD' }, { isoCode: 'EUR' }], aggregations: {} });
  });

  it('for the ids of a mapping entity', async () => {
    const { reply, asked } = replay('shape-search-ids-mapping');
    const { result, received } = await withShop(reply, (shop) => searchIds(shop, 'product_category', { limit: 2 }));
    expect(linesOf(received)).toEqual(asked);
    expect(result.total).toBe(2);
    expect(result.ids[0]).toEqual({
      productId: '058040bce4e9710ea5529cb73e5d6f41',
      categoryId: '2c77a6beb5851de3eb64f559cb19c376',
    });
  });

  it('for aggregations', async () => {
    const { reply, asked } = replay('shape-aggregate');
    const aggregations = [{ name: 'n', type: 'count', field: 'id' }];
    const { result, received } = await withShop(reply, (shop) => aggregate(shop, 'product', { aggregations }));
    expect(linesOf(received)).toEqual(asked);
    expect(result).toEqual({ n: { name: 'n', count: 57, apiAlias: 'n_aggregation' } });
  });

  it('for a list', async () => {
    const { reply } = replay('shape-list-get');
    const { result, received } = await withShop(reply, (shop) => listRows(shop, { entity: 'product' }, { limit: 2 }));
    expect(linesOf(received)).toEqual(['GET /api/product?limit=2']);
    expect(result).toMatchObject({ total: 57, rows: [{ name: 'Work Gloves' }, { name: 'Water Carafe 1l' }] });
  });

  it('for one row, and for none', async () => {
    const found = await withShop(replay('shape-detail').reply, (shop) => detailOf(shop, 'product', id));
    expect(linesOf(found.received)).toEqual([`GET /api/product/${id}`]);
    expect(found.result).toEqual({ name: 'Claw Hammer', id, apiAlias: 'product' });
    const none = await withShop(replay('shape-detail-404').reply, (shop) => detailOf(shop, 'product', id));
    expect(none.result).toBeNull();
  });

  it('but a route that there is none of is no missing row', async () => {
    const { reply } = replay('shape-detail-badid');
    const { result } = await withShop(reply, (shop) => errorOf(detailOf(shop, 'product', 'abc')));
    expect(result).toMatchObject({ kind: 'refused', status: 404 });
  });
});

describe('every row', () => {
  const bodies = (received: readonly Received[]) => received.map(({ body }) => JSON.parse(body));

  it('comes page by page', async () => {
    const rows = Array.from({ length: 500 }, (_, index) => ({ id: `row-${index}` }));
    const reply = (_: Received, before: number) => (before === 0 ? data(...rows) : data({ id: 'last' }));
    const { result, received } = await withShop(reply, (shop) => everyRow(shop, 'tag', { fields: ['name'] }));
    expect(result).toHaveLength(501);
    expect(bodies(received)).toEqual([
      { fields: ['name'], sort: [{ field: 'id' }], page: 1, limit: 500 },
      { fields: ['name'], sort: [{ field: 'id' }], page: 2, limit: 500 },
    ]);
  });

  it('comes in the pages that a shop allows', async () => {
    const tooMany = refusal(400, { code: 'FRAMEWORK__QUERY_LIMIT_EXCEEDED', meta: { parameters: { maxLimit: 2 } } });
    const answers = [tooMany, data({ id: 'a' }, { id: 'b' }), data({ id: 'c' })];
    const reply = (_: Received, before: number) => answers[before] ?? data();
    const { result, received } = await withShop(reply, (shop) => everyRow(shop, 'tag', {}));
    expect(result.map((row) => row.id)).toEqual(['a', 'b', 'c']);
    expect(bodies(received).map(({ page, limit }) => [page, limit])).toEqual([
      [1, 500],
      [1, 2],
      [2, 2],
    ]);
  });
});

describe('what a shop has', () => {
  it('is sales channels with their access keys', async () => {
    const reply = () =>
      data(
        { id: 'a', name: 'Storefront', active: true, accessKey: 'SWSCONE' },
        { id: 'b', name: null, translated: { name: 'Headless' }, active: false, accessKey: 'SWSCTWO' },
        { id: 'c' },
      );
    const { result } = await withShop(reply, (shop) => salesChannelsOf(shop));
    expect(result).toEqual([
      { id: 'b', name: 'Headless', active: false, accessKey: 'SWSCTWO' },
      { id: 'a', name: 'Storefront', active: true, accessKey: 'SWSCONE' },
    ]);
  });

  it('is languages with the code of their locale', async () => {
    const reply = () =>
      data(
        { id: 'en', name: 'English', parentId: null, locale: { code: 'en-GB' } },
        { id: 'de', name: 'Deutsch', parentId: 'en', locale: { code: 'de-DE' } },
        { id: 'xx', name: 'Own', parentId: null, locale: null },
      );
    const { result, received } = await withShop(reply, (shop) => languagesOf(shop));
    expect(linesOf(received)).toEqual(['POST /api/search/language']);
    expect(result).toEqual([
      { id: 'de', name: 'Deutsch', locale: 'de-DE', parentId: 'en' },
      { id: 'en', name: 'English', locale: 'en-GB', parentId: null },
      { id: 'xx', name: 'Own', locale: null, parentId: null },
    ]);
  });

  it('is currencies with their factors', async () => {
    const reply = () =>
      data(
        { id: 'usd', name: null, translated: { name: 'US-Dollar' }, isoCode: 'USD', factor: 1.17085 },
        { id: 'eur', name: 'Euro', isoCode: 'EUR', factor: 1 },
      );
    const { result } = await withShop(reply, (shop) => currenciesOf(shop));
    expect(result).toEqual([
      { id: 'eur', name: 'Euro', isoCode: 'EUR', factor: 1 },
      { id: 'usd', name: 'US-Dollar', isoCode: 'USD', factor: 1.17085 },
    ]);
  });

  it('is custom fields with the entities that have them', async () => {
    const relations = [{ entityName: 'product' }, { entityName: 'category' }];
    const reply = () =>
      data(
        {
          name: 'size',
          type: 'int',
          active: true,
          storeApiAware: false,
          config: { label: { 'en-GB': 'Size', 'de-DE': null }, customFieldPosition: 1 },
          customFieldSet: { relations },
        },
        { name: 'lost', type: 'text', active: false, config: null, customFieldSet: null },
      );
    const { result } = await withShop(reply, (shop) => customFieldsOf(shop));
    expect(result).toEqual([
      { name: 'lost', type: 'text', labels: {}, entities: [], active: false, storeApi: true },
      {
        name: 'size',
        type: 'int',
        labels: { 'en-GB': 'Size' },
        entities: ['category', 'product'],
        active: true,
        storeApi: false,
      },
    ]);
  });

  it('is descriptions of its API', async () => {
    const text = '{"openapi" : "3.1.0"}';
    const reply = () => ({ text, headers: { 'content-type': 'application/json' } });
    const { result, received } = await withShop(reply, async (shop) => [
      await documentOf(shop, 'admin', 'open-api-schema.json'),
      await documentOf(shop, 'store', 'openapi3.json'),
    ]);
    expect(result).toEqual([text, text]);
    expect(linesOf(received)).toEqual(['GET /api/_info/open-api-schema.json', 'GET /store-api/_info/openapi3.json']);
  });
});

describe('counting rows', () => {
  const rows: Readonly<Record<string, number>> = { product: 57, 'product-category': 60, tag: 6 };

  function reply({ path }: Received): Reply {
    const entity = path.replace('/api/search-ids/', '');
    return entity in rows ? { json: { total: rows[entity], data: ['…'] } } : mapping;
  }

  it('goes through all entities, and says where it is refused', async () => {
    const told: RowCount[] = [];
    const entities = ['product', 'media_tag', 'product_category', 'tag'];
    const { result } = await withShop(reply, (shop) =>
      rowCountsOf(shop, entities, { onCount: (count) => told.push(count) }),
    );
    expect(result.map(({ entity, rows }) => [entity, rows])).toEqual([
      ['product', 57],
      ['media_tag', null],
      ['product_category', 60],
      ['tag', 6],
    ]);
    expect(told.map(({ entity }) => entity).sort()).toEqual([...entities].sort());
  });

  it('ends with a failure that is no refusal', async () => {
    const entities = Array.from({ length: 100 }, (_, index) => `entity_${index}`);
    const { result, received } = await withShop(
      () => ({ status: 503, text: '<html>' }),
      (shop) => errorOf(rowCountsOf(shop, entities)),
    );
    expect(result).toMatchObject({ kind: 'unavailable' });
    expect(received.length).toBeLessThan(10);
  });
});
