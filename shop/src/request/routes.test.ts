import { describe, expect, it } from 'vitest';
import { recorded, recordingIsThere } from '../../test/recording.ts';
import { aggregatePath, detailPath, listPath, queryOf, searchIdsPath, searchPath } from './routes.ts';

const id = '63a50e5c62d7e191942936b20ed10a62';

describe('the path of', () => {
  it.each([
    ['a search', searchPath('product_manufacturer'), '/api/search/product-manufacturer'],
    ['ids', searchIdsPath('product_category'), '/api/search-ids/product-category'],
    ['aggregations', aggregatePath('product_category'), '/api/aggregate/product-category'],
    ['a list', listPath('product_media'), '/api/product-media'],
    ['a row', detailPath('product_media', id), `/api/product-media/${id}`],
    ['a search below a row', searchPath('product', [[id, 'cover']]), `/api/search/product/${id}/cover`],
    [
      'a list below rows',
      listPath('category', [
        [id, 'children'],
        [id, 'tags'],
      ]),
      `/api/category/${id}/children/${id}/tags`,
    ],
    ['a name that would be another path', searchPath('../user?x'), '/api/search/..%2Fuser%3Fx'],
  ])('%s', (_, path, expected) => {
    expect(path).toBe(expected);
  });

  it.skipIf(!recordingIsThere)('a search below two rows, as recorded', () => {
    const { path } = recorded('shape-sub-two').request;
    const [, parent = '', child = ''] = /category\/(\w+)\/children\/(\w+)\//.exec(path) ?? [];
    expect(
      searchPath('category', [
        [parent, 'children'],
        [child, 'children'],
      ]),
    ).toBe(path);
  });
});

describe('a criteria in the query string', () => {
  const product = (...names: string[]) => ({ product: names });

  it.skipIf(!recordingIsThere).each([
    ['shape-list-get', { limit: 2, 'total-count-mode': 1, includes: product('id', 'name'), sort: '-name' }],
    ['shape-list-get-filter', { limit: 2, filter: { productNumber: 'REC-003' }, includes: product('productNumber') }],
    [
      'shape-list-get-filter-typed',
      { limit: 2, filter: [{ type: 'contains', field: 'name', value: 'desk' }], includes: product('name') },
    ],
    [
      'shape-list-get-assoc',
      {
        ids: id,
        associations: { manufacturer: {} },
        includes: { ...product('manufacturer'), product_manufacturer: ['name'] },
      },
    ],
    ['shape-list-get-fields', { limit: 1, fields: ['name'] }],
    ['shape-detail-assoc', { associations: { children: { limit: 1 } }, includes: { category: ['name', 'children'] } }],
  ])('is %s', (name, criteria) => {
    const [, query = ''] = recorded(name).request.path.split('?');
    expect(decodeURIComponent(queryOf(criteria))).toBe(query);
  });

  it('is encoded, has numbers for true and false, and leaves null out', () => {
    const criteria = { term: 'a & b=c', filter: [{ field: 'active', value: true }, { value: false }], ids: null };
    expect(queryOf(criteria)).toBe(
      'term=a%20%26%20b%3Dc&filter%5B0%5D%5Bfield%5D=active&filter%5B0%5D%5Bvalue%5D=1&filter%5B1%5D%5Bvalue%5D=0',
    );
  });
});
