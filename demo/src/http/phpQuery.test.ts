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

it('drops what has more brackets than PHP reads', () => {
  const name = (brackets: number) => `a${'[x]'.repeat(brackets)}`;
  expect(readPhpQuery(`${name(65)}=1&${name(2500)}=1&limit=2`)).toEqual({ limit: '2' });
  expect(Object.keys(readPhpQuery(`${name(64)}=1`))).toEqual(['a']);
});

it('takes any name for a key', () => {
  const read = readPhpQuery('__proto__[limit]=0&a[__proto__]=1');
  expect(JSON.stringify(read)).toBe('{"__proto__":{"limit":"0"},"a":{"__proto__":"1"}}');
});
