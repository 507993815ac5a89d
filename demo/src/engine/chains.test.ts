import { beforeAll, describe, expect, it } from 'vitest';
import { openShop } from '../openShop.ts';
import { inProcess, type Post } from '../replay/inProcess.ts';
import { elements, isJsonObject, type Json, objects } from './json.ts';

const HOP = 'categories.products.';

/** What is asked at each depth of the chain; few rows meet it. */
const QUERIES = [
  { field: 'productNumber', value: 'GEN-00010' },
  { field: 'categories.name', value: 'sh' },
  { field: `${HOP}productNumber`, value: 'GEN-00011' },
  { field: `${HOP}categories.name`, value: 'sh' },
  { field: `${HOP}${HOP}productNumber`, value: 'GEN-00012' },
].map((query) => ({ type: 'contains', ...query }));

// Each category holds some dozens of products: combination by combination these questions would not end in time.
describe('a chain of to-many associations through many rows', () => {
  let post: Post;

  beforeAll(async () => {
    post = inProcess(await openShop({ products: 1_000 }));
  });

  it('is found where a condition at any of its depths is met, and where none is', () => {
    const each = [...new Set(QUERIES.flatMap((query) => found(query)))].sort();
    expect(found({ type: 'multi', operator: 'or', queries: QUERIES })).toEqual(each);
    const none = found({ type: 'not', operator: 'or', queries: QUERIES });
    expect([...each, ...none].sort()).toEqual(found());
    expect(each).not.toHaveLength(0);
    expect(none).not.toHaveLength(0);
  });

  it('is sorted by what comes first at its end, whether or not its rows are grouped', () => {
    for (const order of ['ASC', 'DESC']) {
      const sort = [{ field: `${HOP}productNumber`, order }, { field: 'id' }];
      const filter = [{ type: 'contains', field: `${HOP}productNumber`, value: 'GEN' }];
      expect(idsOf({ filter, sort, limit: 2 })[0]).toBe(idsOf({ filter, sort, limit: 1 })[0]);
    }
  });

  it('is counted row by row in an aggregation', () => {
    const buckets = (field: string): Json => {
      const answer = post(
        '/api/aggregate/product',
        JSON.stringify({ aggregations: [{ name: 'a', type: 'terms', field }] }),
      );
      const aggregations = isJsonObject(answer.body) ? answer.body.aggregations : undefined;
      return isJsonObject(aggregations) && isJsonObject(aggregations.a) ? (aggregations.a.buckets ?? []) : [];
    };
    const sizes = objects(buckets('categories.id')).map(({ count }) => Number(count));
    const pairs = objects(buckets(`${HOP}active`)).reduce((sum, { count }) => sum + Number(count), 0);
    const without = Number(objects(buckets('categories.id')).find(({ key }) => key === '')?.count ?? 0);
    expect(pairs).toBe(sizes.reduce((sum, size) => sum + size ** 2, 0) - without ** 2 + without);
  });

  it('is no longer than a database can join', () => {
    expect(
      codeOf({ limit: 2, filter: [{ type: 'equals', field: `${HOP.repeat(15)}active`, value: true }] }),
    ).toBeUndefined();
    expect(codeOf({ filter: [{ type: 'equals', field: `${HOP.repeat(16)}active`, value: true }] })).toBe('1116');
  });

  /** All ids of several pages, in order. */
  function found(...filter: readonly object[]): readonly string[] {
    const pages = [1, 2, 3].map((page) => idsOf({ filter, limit: 500, page, sort: [{ field: 'id' }] }));
    return pages.flat().sort();
  }

  function idsOf(criteria: object): readonly string[] {
    const { body } = post('/api/search-ids/product', JSON.stringify(criteria));
    return isJsonObject(body) ? elements(body.data).map(String) : [];
  }

  function codeOf(criteria: object): Json | undefined {
    const { body } = post('/api/search-ids/product', JSON.stringify(criteria));
    return isJsonObject(body) ? objects(body.errors)[0]?.code : undefined;
  }
});
