import { beforeAll, describe, expect, it } from 'vitest';
import { elements, isJsonObject, type JsonObject, objects } from '../engine/json.ts';
import { openShop } from '../openShop.ts';
import { inProcess, type Post } from '../replay/inProcess.ts';

describe('JSON:API', () => {
  let post: Post;

  beforeAll(async () => {
    post = inProcess(await openShop({}), { headers: { accept: 'application/vnd.api+json' } });
  });

  it('puts what is loaded beside the rows, and points to it', () => {
    const { data, included } = ask({ limit: 3, sort: [{ field: 'id' }], associations: { manufacturer: {} } });
    const known = new Set(objects(included).map(({ type, id }) => `${type} ${id}`));
    const related = objects(data).flatMap(({ relationships }) => {
      const manufacturer = isJsonObject(relationships) ? relationships.manufacturer : undefined;
      const target = isJsonObject(manufacturer) ? manufacturer.data : undefined;
      return isJsonObject(target) ? [`${target.type} ${target.id}`] : [];
    });
    expect(related.length).toBeGreaterThan(0);
    expect(related.filter((one) => !known.has(one))).toEqual([]);
  });

  it('keeps the attributes that are included, and the id beside them', () => {
    const [product] = objects(ask({ limit: 1, includes: { product: ['name'] } }).data);
    expect(product?.type).toBe('product');
    expect(product?.relationships).toEqual([]);
    expect(Object.keys(Object(product?.attributes)).sort()).toEqual(['apiAlias', 'name']);
  });

  it.each([
    [{ limit: 2, page: 2, 'total-count-mode': 1 }, ['first', 'prev', 'last', 'next', 'self']],
    [{ limit: 1 }, ['first', 'next', 'self']],
    [{ ids: ['63a50e5c62d7e191942936b20ed10a62'] }, ['self']],
  ])('links the pages of %j', (criteria, names) => {
    expect(Object.keys(Object(ask(criteria).links))).toEqual(names);
  });

  it.each([{}, { associations: { themes: {} } }])(
    'shows what extends an entity, whether or not it is loaded: %j',
    (more) => {
      const { body } = post('/api/search/sales-channel', JSON.stringify({ limit: 1, ...more }));
      const { data, included } = Object(body);
      const [{ id, relationships, links }] = data;
      expect(relationships.extensions).toEqual({ data: { type: 'extension', id } });
      expect(objects(included).filter(({ type }) => type === 'extension')).toMatchObject([
        {
          id,
          attributes: [],
          relationships: { themes: { data: [], links: { related: `${links.self}/extensions/themes` } } },
        },
      ]);
    },
  );

  it('shows no extension where it is not included', () => {
    const { body } = post('/api/search/sales-channel', '{"limit":1,"includes":{"sales_channel":["name"]}}');
    expect(Object(body)).toMatchObject({ data: [{ relationships: [] }], included: [] });
  });

  it('stays out of search-ids', () => {
    const { body } = post('/api/search-ids/product', '{"limit": 2}');
    expect(isJsonObject(body) && elements(body.data).every((id) => typeof id === 'string')).toBe(true);
  });

  function ask(criteria: object): JsonObject {
    const { body } = post('/api/search/product', JSON.stringify(criteria));
    return isJsonObject(body) ? body : {};
  }
});
