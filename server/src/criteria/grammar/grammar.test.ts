import { describe, expect, it } from 'vitest';
import { answer } from '../../testing/answer.ts';

// What RequestCriteriaBuilder, QueryStringParser and AggregationParser answer, read in their source where no other
// place is named: the recorded bodies hold none of these.

describe('aggregations', () => {
  it('may have any integer as key: parseAggregation(int $index, …)', () => {
    const average = { name: 'a', type: 'avg', field: 'stock' };
    expect(answer({ aggregations: { 5: average, 7: { ...average, name: 'b' } } })).toBe('200');
    expect(answer({ aggregations: { 5: { name: 'a', type: 'avg' } } })).toBe(
      '400 FRAMEWORK__INVALID_AGGREGATION_QUERY@/aggregations/5/avg/field',
    );
    expect(answer({ aggregations: { 0: average, a: average } })).toBe('500 0');
    expect(answer({ aggregations: { '05': average } })).toBe('500 0');
  });

  it('take no backtick in the key of a range (reference, section 4)', () => {
    const body = { aggregations: [{ name: 'r', type: 'range', field: 'stock', ranges: [{ from: 1, key: 'a`b' }] }] };
    expect(answer(body)).toBe('500 0');
    expect(answer(body, { shopware: '6.5.8' })).toBe('500 0');
    expect(answer(body, { shopware: '6.7.14' })).toBe('400 FRAMEWORK__INVALID_AGGREGATION_QUERY@/aggregations/0');
    expect(answer({ associations: { manufacturer: body } })).toBe('200');
  });
});

it('a key of JavaScript is an unknown key as any other', () => {
  expect(answer('{ "__proto__": { "limit": 0, "filter": 5 } }')).toBe('200');
  expect(answer('{ "filter": [{ "type": "equals", "field": "name", "__proto__": { "value": 1 } }] }')).toBe(
    '400 FRAMEWORK__INVALID_FILTER_QUERY@/filter/0/value',
  );
});

describe('ids', () => {
  it.each([[[['aa']]], [{ product: ['id'] }], [[{ 5: 'aa' }]]])(
    'need names in combined ids: validateIds, %j',
    (ids) => {
      expect(answer({ ids })).toBe('400 FRAMEWORK__INVALID_API_CRITERIA_IDS');
      expect(answer({ ids }, { shopware: '6.5.4' })).toBe('500 0');
    },
  );
});

describe('numbers that 64 bits do not hold', () => {
  // (int) of a float keeps the lowest 64 bits, (int) of a text stops at the greatest: PHP 8.2.
  it.each([
    ['1e19', 'FRAMEWORK__INVALID_LIMIT_QUERY'],
    ['9223372036854775808', 'FRAMEWORK__INVALID_LIMIT_QUERY'],
    ['1e300', 'FRAMEWORK__INVALID_LIMIT_QUERY'],
    ['1e999', 'FRAMEWORK__INVALID_LIMIT_QUERY'],
    ['1e20', 'FRAMEWORK__QUERY_LIMIT_EXCEEDED'],
    ['"1e19"', 'FRAMEWORK__QUERY_LIMIT_EXCEEDED'],
    ['"-1e30"', 'FRAMEWORK__INVALID_LIMIT_QUERY'],
  ])('as limit: %s', (limit, code) => {
    expect(answer(`{ "limit": ${limit} }`)).toBe(`400 ${code}@/limit`);
  });

  // setPage: $limit * ($page - 1), and the limit of the body is 0 where it has none (reference, section 2.1).
  it('as page, which counts only with a limit', () => {
    expect(answer('{ "page": "99999999999999999999" }')).toBe('200');
    expect(answer('{ "page": "99999999999999999999", "limit": null }')).toBe('200');
    expect(answer('{ "page": "99999999999999999999", "limit": 25 }')).toBe('500 0');
    expect(answer('{ "page": "99999999999999999999", "limit": 25, "filter": 5 }')).toBe('500 0');
    expect(answer('{ "page": 3, "limit": 1e19 }')).toBe('500 0');
  });

  it('and one that hex2bin makes the text "0" of: Uuid::fromHexToBytes takes that for nothing', () => {
    const filter = (value: string) => `{ "filter": [{ "type": "equals", "field": "taxId", "value": ${value} }] }`;
    expect(answer(filter('12345678901234567890'))).toBe('400 FRAMEWORK__INVALID_UUID');
    expect(answer(filter('30'))).toBe('400 FRAMEWORK__INVALID_UUID');
    expect(answer(filter('"30"'))).toBe('400 FRAMEWORK__INVALID_UUID');
    expect(answer(filter('12'))).toBe('200');
    expect(answer({ ids: ['30'] })).toBe('400 FRAMEWORK__INVALID_UUID');
  });
});

describe('filters', () => {
  it.each(['', '0'])('since and until look whether the field is empty after they took it for a text: "%s"', (field) => {
    const filter = { type: 'since', field, value: 'P1D', parameters: { operator: 'gt' } };
    expect(answer({ filter: [filter] })).toBe('400 FRAMEWORK__INVALID_FILTER_QUERY@/filter/0/field');
    expect(answer({ associations: { manufacturer: { filter: [{ ...filter, type: 'until' }] } } })).toBe(
      '400 FRAMEWORK__INVALID_FILTER_QUERY@/filter/0/field',
    );
    expect(answer({ filter: [{ ...filter, field: null }] })).toBe('500 0');
  });

  it('meet a field that is no text where they use it: range behind its parameters, contains before what is a text to it', () => {
    const field = ['name'];
    expect(answer({ filter: [{ type: 'range', field }] })).toBe(
      '400 FRAMEWORK__INVALID_FILTER_QUERY@/filter/0/parameters',
    );
    expect(answer({ filter: [{ type: 'range', field, parameters: { gt: 1 } }] })).toBe('500 0');
    expect(answer({ filter: [{ type: 'contains', field, value: ['x'] }] })).toBe('500 0');
    expect(answer({ filter: [{ type: 'contains', field: 'name', value: ['x'] }] })).toBe('200');
  });

  it('until makes a key of any operator, since needs a text to turn round: RangeFilter refuses a key of its own', () => {
    const filter = (type: string, operator: unknown) => ({
      type,
      field: 'createdAt',
      value: 'P1D',
      parameters: { operator },
    });
    expect(answer({ filter: [filter('until', 5)] })).toBe('500 0');
    expect(answer({ query: [{ query: filter('until', 5) }] })).toBe('400 FRAMEWORK__INVALID_RANGE_FILTER_PARAMS');
    expect(answer({ query: [{ query: filter('since', 5) }] })).toBe('500 0');
    expect(answer({ query: [{ query: filter('until', [5]) }] })).toBe('500 0');
  });

  // What `new DateInterval()` of PHP 8.2 said.
  it.each([
    ['P1D ', true],
    [' P1D', true],
    ['P1D\n', true],
    ['P1D,', true],
    ['P1D/PT1H', true],
    ['P1W2D', true],
    ['P1DPT2H', true],
    ['P0001-01-01T00:00:00', true],
    ['P1 D', false],
    ['P1D;', false],
    ['P1D P', false],
    ['P1DT', false],
    ['PT1H1D', false],
    ['P1.5D', false],
    ['p1d', false],
    [' ', false],
  ])('read "%s" as a duration: %s', (value, isOne) => {
    const filter = [{ type: 'since', field: 'createdAt', value, parameters: { operator: 'gt' } }];
    expect(answer({ filter })).toBe(isOne ? '200' : '500 0');
  });

  it('as a map need names: parseSimpleFilter counts the entries, buildFieldName takes texts', () => {
    const blank = (key: string) => `400 FRAMEWORK__INVALID_FILTER_QUERY@/filter/${key}`;
    expect(answer({ filter: { stock: 1, '': 1 } })).toBe(blank('1'));
    expect(answer({ filter: { '': '', stock: '' } })).toBe(`${blank('0')} ${blank('stock').slice(4)}`);
    expect(answer({ 'post-filter': { '': 1 } })).toBe(blank('0'));
    expect(answer({ 'post-filter': { '': 1 } }, { shopware: '6.7.14' })).toBe(
      '400 FRAMEWORK__INVALID_FILTER_QUERY@/post-filter/0',
    );
    expect(answer({ filter: { 5: 1 } })).toBe('500 0');
    expect(answer({ filter: { 5: '' } })).toBe(blank('5'));
    expect(answer({ filter: { 5: [1] } })).toBe(blank('5'));
    expect(answer({ filter: { '05': 1 } })).toBe('400 FRAMEWORK__UNMAPPED_FIELD');
  });
});

describe('a sorting as text', () => {
  // array_filter(explode(',', …)), then mb_substr($part, 1) behind a sign.
  it.each([
    ['0', '400 FRAMEWORK__INVALID_SORT_QUERY@/sort'],
    [',0,', '400 FRAMEWORK__INVALID_SORT_QUERY@/sort'],
    ['0,name', '200'],
    ['name,', '200'],
    ['-', '400 FRAMEWORK__UNMAPPED_FIELD'],
    ['name,-', '400 FRAMEWORK__UNMAPPED_FIELD'],
    ['-0', '400 FRAMEWORK__UNMAPPED_FIELD'],
  ])('"%s": %s', (sort, expected) => {
    expect(answer({ sort })).toBe(expected);
  });
});

describe('the groups of a query', () => {
  const query = (filter: object) => ({ query: [{ query: { type: 'multi', queries: [filter] } }] });
  const invalid = 'FRAMEWORK__INVALID_FILTER_QUERY';

  // parseQueries($definition, $path, $exception, …) adds to the exception that the whole criteria is thrown with.
  it('collect what is wrong in them', () => {
    const body = query({ type: 'equals', field: 'name' });
    expect(answer(body)).toBe(`400 ${invalid}@/queries/0/value`);
    expect(answer({ ...body, limit: 0, sort: [{}] })).toBe(
      `400 FRAMEWORK__INVALID_LIMIT_QUERY@/limit ${invalid}@/queries/0/value FRAMEWORK__INVALID_SORT_QUERY@/sort/0`,
    );
    expect(answer({ ...body, aggregations: [5] })).toBe('500 0');
    expect(answer(query({}))).toBe(`400 ${invalid}@`);
    expect(answer(query({ type: 'or', queries: [{ type: 'equals', field: 'name' }] }))).toBe(
      `400 ${invalid}@/queries/0/queries/0/value`,
    );
  });

  it('are thrown themselves (reference, section 2.3)', () => {
    expect(answer({ limit: 0, query: [{ query: { type: 'xor', queries: [{}] } }] })).toBe(`400 ${invalid}`);
    expect(answer({ limit: 0, query: [{ query: { type: 'equals', field: 'name' } }] })).toBe(`400 ${invalid}`);
  });
});
