import { beforeAll, describe, expect, it } from 'vitest';
import { openShop } from '../openShop.ts';
import { inProcess, type Post } from '../replay/inProcess.ts';

/** Names that every object of JavaScript has, and no object of PHP. */
describe('a name that objects inherit', () => {
  let post: Post;
  let get: Post;

  beforeAll(async () => {
    const open = await openShop({});
    post = inProcess(open);
    get = inProcess(open, { method: 'GET' });
  });

  it.each([
    ['product', 'customFields.constructor'],
    ['product', 'customFields.toString'],
    ['order-line-item', 'price.toString'],
    ['order-line-item', 'payload.constructor'],
    ['order-line-item', 'payload.__proto__'],
  ])('%s: %s is a key that no value has', (entity, field) => {
    const all = totalOf(post(`/api/search/${entity}`, '{"total-count-mode":1}').body);
    const filter = [{ type: 'equals', field, value: null }];
    const body = { filter, sort: [{ field }], 'total-count-mode': 1 };
    const answer = post(`/api/search/${entity}`, JSON.stringify(body));
    expect([answer.status, totalOf(answer.body)]).toEqual([200, all]);
  });

  it('is as good a name of an aggregation as any', () => {
    const body = `{"limit":1,"aggregations":[
      {"name":"__proto__","type":"max","field":"stock"},{"name":"constructor","type":"min","field":"stock"}]}`;
    const { aggregations } = Object(post('/api/search/product', body).body);
    expect(Object.entries(aggregations).map(([name, result]) => [name, Object(result).apiAlias])).toEqual([
      ['__proto__', '__proto___aggregation'],
      ['constructor', 'constructor_aggregation'],
    ]);
  });

  it('is no key of a criteria', () => {
    expect(get('/api/product?__proto__[limit]=0&limit=1', '').status).toBe(200);
  });

  it('is no type that can be accepted', async () => {
    const ask = inProcess(await openShop({}), { headers: { accept: 'constructor' } });
    expect(ask('/api/search/product', '{}').status).toBe(415);
  });

  function totalOf(body: unknown): unknown {
    return Object(body).total;
  }
});
