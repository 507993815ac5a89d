import { expect, it } from 'vitest';
import { readPhpQuery } from './phpQuery.ts';

it('reads names in brackets as lists and objects', () => {
  expect(
    readPhpQuery(
      'limit=2&filter[0][type]=contains&filter[0][field]=name&includes[product][]=id&includes[product][]=name',
    ),
  ).toEqual({
    limit: '2',
    filter: [{ type: 'contains', field: 'name' }],
    includes: { product: ['id', 'name'] },
  });
});

it('reads an association without anything as an empty criteria', () => {
  expect(readPhpQuery('associations[manufacturer][]=')).toEqual({ associations: { manufacturer: {} } });
});
