import { beforeAll, describe, expect, it } from 'vitest';
import { isJsonObject, objects } from '../engine/json.ts';
import { openShop, READER_ID } from '../openShop.ts';
import { inProcess, type Post } from '../replay/inProcess.ts';

describe('a role that may read products only', () => {
  let post: Post;

  beforeAll(async () => {
    post = inProcess(await openShop({}), { clientId: READER_ID });
  });

  it.each([
    ['nothing but products', {}],
    ['the foreign key behind manufacturer.id', { filter: [equals('manufacturer.id')] }],
    ['fields through an association', { fields: ['name', 'manufacturer.name'] }],
    [
      'whole entities of an entity aggregation',
      { aggregations: [{ name: 'm', type: 'entity', field: 'manufacturerId', definition: 'product_manufacturer' }] },
    ],
    ['a term', { term: 'hammer' }],
  ])('reads %s', (_, criteria) => {
    expect(missing('product', criteria)).toEqual([]);
  });

  it.each([
    ['another entity', 'category', {}, ['category:read']],
    [
      'associations',
      'product',
      { associations: { manufacturer: {}, categories: {} } },
      ['product_manufacturer', 'category'],
    ],
    ['translations', 'product', { associations: { translations: {} } }, ['product_translation']],
    ['a filter', 'product', { filter: [equals('manufacturer.name')] }, ['product_manufacturer']],
    ['a filter by an unknown field', 'product', { filter: [equals('manufacturer.nope')] }, ['product_manufacturer']],
    ['a sorting', 'product', { sort: [{ field: 'manufacturer.name' }] }, ['product_manufacturer']],
    ['a grouping', 'product', { grouping: ['manufacturer.name'] }, ['product_manufacturer']],
    [
      'an aggregation',
      'product',
      { aggregations: [{ name: 'm', type: 'terms', field: 'manufacturer.name' }] },
      ['product_manufacturer'],
    ],
    [
      'the sorting of buckets',
      'product',
      { aggregations: [{ name: 'm', type: 'terms', field: 'id', sort: { field: 'tax.name' } }] },
      ['tax'],
    ],
    [
      'the sorting of a histogram, also inside of another',
      'product',
      {
        aggregations: [
          {
            name: 'm',
            type: 'terms',
            field: 'id',
            sort: { field: '_count' },
            aggregation: {
              name: 'd',
              type: 'histogram',
              field: 'createdAt',
              interval: 'day',
              sort: { field: 'manufacturer.name' },
            },
          },
        ],
      },
      ['product_manufacturer'],
    ],
    ['another entity and what it loads', 'category', { associations: { media: {} } }, ['category', 'media']],
  ])('is refused %s', (_, entity, criteria, entities) => {
    expect(missing(entity, criteria)).toEqual(entities.map((name) => name.replace(/(:read)?$/, ':read')));
  });

  it('learns of broken JSON and of wrong values before its rights are looked at', () => {
    expect(post('/api/search/product', '{').status).toBe(400);
    expect(post('/api/search/product', '{"limit": 0, "associations": {"manufacturer": {}}}').status).toBe(400);
    expect(post('/api/search/category', '{"limit": 0}').status).toBe(400);
    expect(post('/api/search/category', '{"sort": "translated.name"}').status).toBe(500);
    expect(post(`/api/search/product/${'0'.repeat(32)}/categories`, '{"limit": 0}').status).toBe(400);
  });

  it('needs the right for every entity of a path', () => {
    const { status, body } = post(`/api/search/category/${'0'.repeat(32)}/media`, '{}');
    expect([status, JSON.stringify(body)]).toEqual([403, expect.stringContaining('category:read')]);
    expect(JSON.stringify(body)).toContain('media:read');
  });

  /** The privileges that the shop misses. */
  function missing(entity: string, criteria: object): unknown {
    const { status, body } = post(`/api/search/${entity}`, JSON.stringify({ limit: 1, ...criteria }));
    if (status === 200) return [];
    const [error] = isJsonObject(body) ? objects(body.errors) : [];
    expect([status, error?.code]).toEqual([403, 'FRAMEWORK__MISSING_PRIVILEGE_ERROR']);
    return Object(JSON.parse(String(error?.detail))).missingPrivileges;
  }
});

function equals(field: string): object {
  return { type: 'equals', field, value: '7055eebbf183641eb0fb6de81dda883c' };
}
