import { beforeAll, describe, expect, it } from 'vitest';
import { isJsonObject, type JsonObject, objects } from '../engine/json.ts';
import { type OpenShop, openShop } from '../openShop.ts';
import { inProcess, type Post } from '../replay/inProcess.ts';

describe('a navigation', () => {
  let open: OpenShop;
  let post: Post;

  beforeAll(async () => {
    open = await openShop({});
    post = inProcess(open);
  });

  it.each([
    ['abc', 'def', 400, 'FRAMEWORK__INVALID_UUID'],
    ['main-navigation', 'abc', 400, 'FRAMEWORK__INVALID_UUID'],
    ['0'.repeat(32), 'main-navigation', 404, 'CONTENT__CATEGORY_NOT_FOUND'],
    ['main-navigation', '0'.repeat(32), 404, 'CONTENT__CATEGORY_NOT_FOUND'],
    ['main-navigation', 'footer-navigation', 400, 'CHECKOUT__FOOTER_CATEGORY_NOT_FOUND'],
    ['main-navigation', 'service-navigation', 400, 'CHECKOUT__SERVICE_CATEGORY_NOT_FOUND'],
  ])('%s/%s: %d %s', (active, root, status, code) => {
    const answer = post(`/store-api/navigation/${active}/${root}`, '{}');
    expect(answer).toMatchObject({ status, body: { errors: [{ code }] } });
  });

  it('that the sales channel does not have is empty', () => {
    expect(post('/store-api/navigation/footer-navigation/footer-navigation', '{}').status).toBe(204);
  });

  it('of another sales channel is not shown', () => {
    const { navigationId } = open.shop.salesChannel;
    const other = open.shop.database.table('category')?.rows.find(({ id, path }) => id !== navigationId && !path);
    const answer = post(`/store-api/navigation/${other?.id}/main-navigation`, '{}');
    expect(answer).toMatchObject({ status: 404, body: { errors: [{ code: 'CONTENT__CATEGORY_NOT_FOUND' }] } });
  });

  it('shows the way to the active category and what is below it, however deep it begins', () => {
    const [first] = flat('main-navigation', { depth: 1 }).filter(({ childCount }) => Number(childCount) > 0);
    const id = String(first?.id);
    const below = flat(id, { depth: -1 }).map((category) => String(category.id));
    const children = open.shop.database.table('category')?.where('parentId', id) ?? [];
    expect(below).toContain(id);
    expect(below).toEqual(expect.arrayContaining(children.map((child) => String(child.id))));
  });

  it('has a depth that is a number', () => {
    expect(post('/store-api/navigation/main-navigation/main-navigation', '{"depth":"x"}').status).toBe(400);
  });

  function flat(active: string, body: object): readonly JsonObject[] {
    const { body: answered } = post(
      `/store-api/navigation/${active}/main-navigation`,
      JSON.stringify({ ...body, buildTree: false }),
    );
    return objects(answered).filter(isJsonObject);
  }
});
