import { describe, expect, it } from 'vitest';
import { isJsonObject } from '../engine/json.ts';
import { openShop } from '../openShop.ts';
import { inProcess } from '../replay/inProcess.ts';

describe('more products', () => {
  it('are found in both APIs, and below the root of the navigation', async () => {
    const [few, many] = [await openShop({}), await openShop({ products: 340 })].map((open) => {
      const post = inProcess(open);
      const total = (path: string, body: object) => {
        const answer = post(path, JSON.stringify({ limit: 1, 'total-count-mode': 1, ...body })).body;
        return isJsonObject(answer) ? Number(answer.total) : 0;
      };
      const inNavigation = [{ type: 'equals', field: 'categoriesRo.id', value: open.shop.salesChannel.navigationId }];
      return [
        total('/api/search/product', {}),
        total('/store-api/product', {}),
        total('/store-api/product', { filter: inNavigation }),
      ];
    });
    expect(many?.map((total, index) => total - (few?.[index] ?? 0))).toEqual([340, 320, expect.any(Number)]);
    expect(many?.[2]).toBeGreaterThan((few?.[2] ?? 0) + 100);
  });

  it('are always the same', async () => {
    const rowsOf = async () => (await openShop({ products: 3 })).shop.database.table('product')?.rows;
    expect(await rowsOf()).toEqual(await rowsOf());
  });
});
