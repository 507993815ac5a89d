import { beforeAll, describe, expect, it } from 'vitest';
import { type OpenShop, openShop, USER_KEY } from '../openShop.ts';
import { inProcess, type Post } from '../replay/inProcess.ts';

let open: OpenShop;
let get: Post;
let post: Post;

beforeAll(async () => {
  open = await openShop({});
  get = inProcess(open, { method: 'GET' });
  post = inProcess(open);
});

/** What ApiRouteLoader allows behind the name of an entity. */
describe('a path of the Admin API', () => {
  it.each([
    ['/api/product', 200],
    ['/api/product/', 200],
    ['/api/product/{id}', 200],
    ['/api/product/{id}/', 200],
    ['/api/product/{id}/children', 200],
    ['/api/product/{id}/children/', 200],
    ['/api/product/{id}/children/{child}', 200],
    ['/api/product/{id}/children/{child}/', 200],
    ['/api/product/{id}/extensions/children/{child}', 200],
    ['/api/product/{id}/children/{none}', 404],
    ['/api/product//', 404],
    ['/api/product/{id}//children', 404],
    ['/api/product/nonsense', 404],
  ])('GET %s: %d', (path, status) => {
    expect(get(filled(path), '').status).toBe(status);
  });

  it.each([
    ['/api/search/product/', 200],
    ['/api/search/product/{id}/children/', 200],
    ['/api/search/product/{id}', 404],
    ['/api/search-ids/product/', 200],
    ['/api/aggregate/product/', 200],
    ['/api/aggregate/product/{id}/children', 200],
  ])('POST %s: %d', (path, status) => {
    expect(post(filled(path), '{"limit": 1}').status).toBe(status);
  });

  it('leads to one entity at its end', () => {
    expect(get(filled('/api/product/{id}/children/{child}'), '').body).toMatchObject({ data: { id: child().id } });
    expect(get(filled('/api/product/{id}/children/{none}'), '').body).toMatchObject({
      errors: [{ code: 'FRAMEWORK__RESOURCE_NOT_FOUND' }],
    });
  });
});

/** Only whole products, orders, categories and the like are shown as they are live (EntityDefinitionQueryHelper). */
it.each([
  ['/api/search/order-line-item', 'orders'],
  ['/api/search-ids/product-media', 'pictures of products'],
  ['/api/search/product-price', 'prices'],
])('%s: a version that does not exist holds no %s', (path) => {
  const inDraft = inProcess(open, { headers: { 'sw-version-id': 'f'.repeat(32) } });
  const body = '{"total-count-mode": 1}';
  expect(inDraft(path, body).body).toMatchObject({ total: 0, data: [] });
  expect(post(path, body).body).not.toMatchObject({ total: 0 });
});

it('shows products of a version that does not exist as they are live, without what is theirs', () => {
  const inDraft = inProcess(open, { headers: { 'sw-version-id': 'f'.repeat(32) } });
  const criteria = {
    limit: 1,
    filter: [{ type: 'not', queries: [{ type: 'equals', field: 'coverId', value: null }] }],
    associations: { media: {}, categories: {} },
  };
  const { body } = inDraft('/api/search/product', JSON.stringify(criteria));
  expect(body).toMatchObject({ data: [{ media: [], categories: [{}] }] });
});

/** By the first association that leads back to the parent's entity (ApiController::fetchListing). */
describe('below a parent', () => {
  const SHIRT = '6e06cac9dcf0f4dc3403a61e8a2de6a1';

  it.each([
    [`product/${SHIRT}/children`, 9],
    [`product/${SHIRT}/parent`, 9],
    [`product/${SHIRT}/manufacturer`, 1],
    [`product/${'0'.repeat(32)}/categories`, 0],
  ])('%s: %d', (path, total) => {
    expect(post(`/api/search/${path}`, '{"total-count-mode": 1}').body).toMatchObject({ total });
  });

  it('cover: all pictures of the product', () => {
    const { rows = [] } = open.shop.database.table('product_media') ?? {};
    const of = (id: unknown) => rows.filter(({ productId }) => productId === id).length;
    const { productId } = rows.find((row) => of(row.productId) > 1) ?? {};
    expect(of(productId)).toBeGreaterThan(1);
    const { body } = post(`/api/search/product/${productId}/cover`, '{"total-count-mode": 1}');
    expect(body).toMatchObject({ total: of(productId) });
  });

  it('an association that nothing leads back from is refused', () => {
    expect(post(filled('/api/search/product-category/{id}/category'), '{}')).toMatchObject({
      status: 500,
      body: { errors: [{ code: 'FRAMEWORK__MISSING_REVERSE_ASSOCIATION' }] },
    });
  });
});

it('compares the bytes of an id with those of a text', () => {
  const body = JSON.stringify({ 'total-count-mode': 1, filter: [{ type: 'contains', field: 'id', value: 'ü' }] });
  expect(post('/api/search-ids/locale', body).body).toMatchObject({ total: 0 });
});

it('finds no entity of a combined key by one id', () => {
  expect(get(filled('/api/product-translation/{id}'), '')).toMatchObject({
    status: 404,
    body: { errors: [{ code: 'FRAMEWORK__RESOURCE_NOT_FOUND' }] },
  });
});

it('takes a HEAD for a GET', () => {
  const head = inProcess(open, { method: 'HEAD' });
  expect([head('/api/product', '').status, head('/api/search/product', '').status]).toEqual([200, 405]);
});

/** As a running shop said it. */
it.each([
  ['DELETE', '/api/product', 'GET, POST'],
  ['PUT', '/api/product/{id}', 'GET, PATCH, DELETE'],
  ['PUT', '/api/product/{id}/children/{child}', 'GET, PATCH, DELETE'],
  ['PUT', '/api/search/product', 'POST'],
  ['POST', '/api/_info/entity-schema.json', 'GET'],
])('%s %s: 405, allowed are %s', (method, path, allowed) => {
  const answer = inProcess(open, { method })(filled(path), '');
  const detail = `No route found for "${method} http://shop${filled(path)}": Method Not Allowed (Allow: ${allowed})`;
  expect(answer).toMatchObject({ status: 405, body: { errors: [{ code: '0', detail }] } });
});

it.each([
  ['POST', '/api/product'],
  ['PATCH', '/api/product/{id}'],
  ['DELETE', '/api/product/{id}/children/{child}'],
])('%s %s: nothing is written', (method, path) => {
  expect(inProcess(open, { method })(filled(path), '{}')).toMatchObject({
    status: 405,
    body: { errors: [{ detail: 'The demo shop can only be read: nothing is written.' }] },
  });
});

it('says nothing about who asks whether a token is good', () => {
  const user = inProcess(open, { method: 'GET', clientId: USER_KEY });
  expect(user('/api/_info/ping', '')).toEqual({ status: 200, body: undefined });
  expect(get('/api/_info/ping', '').status).toBe(403);
});

/** PHP's json_decode reads 512 levels. */
it.each([
  [512, 200],
  [513, 400],
])('a body of %d levels: %d', (levels, status) => {
  const body = `${'{"x":'.repeat(levels - 1)}{}${'}'.repeat(levels - 1)}`;
  expect(post('/api/search/tax', body).status).toBe(status);
});

it('answers what a browser asks before a request', () => {
  const answer = inProcess(open, { method: 'OPTIONS' })('/api/search/product', '');
  expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=UTF-8' } });
});

function filled(path: string): string {
  const { id, parentId } = child();
  return path.replace('{id}', String(parentId)).replace('{child}', String(id)).replace('{none}', '0'.repeat(32));
}

function child() {
  const row = open.shop.database.table('product')?.rows.find(({ parentId }) => typeof parentId === 'string');
  if (!row) throw new Error('The demo shop has variants.');
  return row;
}
