import { describe, expect, it } from 'vitest';
import { answer } from '../testing/answer.ts';
import { analyzed } from '../testing/editor.ts';

// The order of checks is that of RequestCriteriaBuilder, EntityAggregator, EntitySearcher, EntityReader.

const equals = (field: string, value: unknown = 1) => ({ type: 'equals', field, value });
const RUNTIME = '500 FRAMEWORK__RUNTIME_FIELD_IN_CRITERIA';
const UNMAPPED = '400 FRAMEWORK__UNMAPPED_FIELD';
const LEAF = '500 FRAMEWORK__FIELD_ACCESSOR_BUILDER_NOT_FOUND';

describe('the paths of a criteria are checked when it is parsed', () => {
  const media = { filter: [equals('media.url')] };

  it('those of an association before what the outer criteria collects', () => {
    expect(answer({ filter: [{}], associations: { media } })).toBe(RUNTIME);
  });

  it('those of an association before the associations that follow, and before "fields"', () => {
    expect(answer({ associations: { media, tags: { limit: 0 } } })).toBe(RUNTIME);
    expect(answer({ associations: { tags: { limit: 0 }, media } })).toBe('400 FRAMEWORK__INVALID_LIMIT_QUERY@/limit');
    expect(answer({ associations: { media }, fields: 'id' })).toBe(RUNTIME);
  });

  it('not where something was collected', () => {
    expect(answer({ filter: [equals('translated'), {}] })).toBe('400 FRAMEWORK__INVALID_FILTER_QUERY@');
  });

  it('sortings before queries and grouping', () => {
    const body = { query: [{ query: equals('salesChannel.translated') }], sort: [{ field: 'password' }] };
    expect(answer(body, { entity: 'customer' })).toBe('500 FRAMEWORK__ACCESSOR_NOT_ALLOWED');
  });
});

describe('a search meets', () => {
  it('filters, post-filters, queries, sortings, ids and grouping in this order', () => {
    expect(answer({ grouping: ['foo'], sort: [{ field: 'manufacturer' }] })).toBe(LEAF);
    expect(answer({ grouping: ['manufacturer'], 'post-filter': [equals('foo')] })).toBe(UNMAPPED);
    expect(answer({ ids: ['zz'], filter: [equals('foo')] })).toBe(UNMAPPED);
    expect(answer({ ids: ['zz'], grouping: ['foo'] })).toBe('400 FRAMEWORK__INVALID_UUID');
  });

  it('what it cannot build before what the database refuses', () => {
    const filter = [{ type: 'not', queries: [equals('children.name')] }];
    expect(answer({ filter, sort: [{ field: 'foo' }] })).toBe(UNMAPPED);
  });
});

describe('aggregations', () => {
  const unmapped = { name: 'b', type: 'count', field: 'foo' };

  it('run one by one, each with the filters', () => {
    const filter = [{ type: 'not', queries: [equals('children.name')] }];
    const count = { name: 'a', type: 'count', field: 'id' };
    expect(answer({ filter, aggregations: [count, unmapped] })).toBe('500 1054');
    expect(answer({ filter, aggregations: [unmapped, count] })).toBe(UNMAPPED);
    expect(answer({ aggregations: [{ ...count, name: 'a`' }, unmapped] })).toBe('500 0');
    const negative = { name: 'a', type: 'terms', field: 'id', limit: -1 };
    expect(answer({ aggregations: [negative, unmapped] })).toBe('500 1064');
  });

  it('run with their own filters, before the search and never in an association', () => {
    const filtered = (filter: object) => [{ name: 'a', type: 'filter', filter: [filter], aggregation: unmapped }];
    const sort = [{ field: 'manufacturer' }];
    expect(answer({ sort, aggregations: filtered(equals('tags')) })).toBe(LEAF);
    expect(answer({ sort, aggregations: filtered(equals('taxId', 'x')) })).toBe('400 FRAMEWORK__INVALID_UUID');
    expect(answer({ associations: { media: { aggregations: filtered(equals('mediaId', 'x')) } } })).toBe('200');
  });

  it('do not group by an id that is not there', () => {
    const body = {
      filter: [equals('language.products.id', 'ab')],
      aggregations: [{ name: 'a', type: 'count', field: 'name' }, unmapped],
    };
    expect(answer(body, { entity: 'product_translation' })).toBe(UNMAPPED);
  });

  it('are only the last of a name', () => {
    const count = { name: 'b', type: 'count', field: 'id' };
    expect(answer({ aggregations: [unmapped, count] })).toBe('200');
    expect(answer({ aggregations: [{ ...unmapped, field: 'translated' }, count] })).toBe('200');
    expect(answer({ aggregations: [{ ...unmapped, field: '' }, count] })).toBe(
      '400 FRAMEWORK__INVALID_AGGREGATION_QUERY@/aggregations/0/count/field',
    );
  });
});

describe('while it parses an aggregation, the shop', () => {
  const MISSING = '400 FRAMEWORK__INVALID_AGGREGATION_QUERY@/aggregations/0';
  const one = (aggregation: object) => answer({ aggregations: [{ name: 'a', ...aggregation }] });

  it('looks for the filter, then for the nested aggregation, and reads them in this order', () => {
    expect(one({ type: 'filter', filter: [], aggregation: [] })).toBe(`${MISSING}/filter/field`);
    expect(one({ type: 'filter', filter: [{}] })).toBe(`${MISSING}/filter/field`);
    expect(one({ type: 'filter', filter: [{ type: 'equals' }], aggregation: { name: 'b' } })).toBe(
      '400 FRAMEWORK__INVALID_FILTER_QUERY@/filter/0/field FRAMEWORK__INVALID_AGGREGATION_QUERY@/aggregations/0',
    );
  });

  it('loops over a map of filters, not over a single one', () => {
    const aggregation = { name: 'b', type: 'count', field: 'id' };
    expect(one({ type: 'filter', filter: { any: equals('stock') }, aggregation })).toBe('200');
    expect(one({ type: 'filter', filter: equals('stock'), aggregation })).toBe('500 0');
  });

  it('stumbles up to 6.4 over a refused one right inside of a filter aggregation', () => {
    const shopware = '6.4.20';
    const filter = [equals('stock')];
    const refused = { name: 'c', type: 'range', field: 'stock', ranges: [{}] };
    const terms = { name: 'b', type: 'terms', field: 'id', aggregation: refused };
    const inside = (aggregation: object) =>
      answer({ aggregations: [{ name: 'a', type: 'filter', filter, aggregation }] }, { shopware });
    expect(inside(refused)).toBe('500 0');
    expect(inside(terms)).toBe(MISSING);
  });

  it('takes an empty text for an interval, and only null for none', () => {
    const histogram = { type: 'histogram', field: 'createdAt' };
    expect(one({ ...histogram, interval: null })).toBe(`${MISSING}/histogram/interval`);
    expect(one({ ...histogram, interval: '' })).toBe('500 FRAMEWORK__INVALID_DATE_HISTOGRAM_INTERVAL');
    expect(one({ ...histogram, interval: false })).toBe('500 0');
    expect(one({ ...histogram, interval: 'day', format: 5 })).toBe('500 0');
  });

  it('knows time zones letter by letter, old ones too', () => {
    const inZone = (timeZone: string) => one({ type: 'histogram', field: 'createdAt', interval: 'day', timeZone });
    for (const known of ['Europe/Berlin', 'UTC', 'Etc/GMT+1', 'US/Eastern', 'Asia/Kolkata', 'Asia/Calcutta']) {
      expect(inZone(known), known).toBe('200');
    }
    for (const unknown of ['europe/berlin', 'utc', 'us/eastern', '+02:00', 'Mars/Olympus', '']) {
      expect(inZone(unknown), unknown).toBe('500 FRAMEWORK__INVALID_TIMEZONE');
    }
  });

  it('takes null for a missing definition, and only a list for ranges', () => {
    const entity = { type: 'entity', field: 'taxId' };
    expect(one({ ...entity, definition: null })).toBe(`${MISSING}/entity/field`);
    expect(one({ ...entity, definition: '' })).toBe('400 FRAMEWORK__EntityRepository_NOT_FOUND when rows');
    const range = { type: 'range', field: 'stock' };
    expect(one({ ...range, ranges: null })).toBe(`${MISSING}/range/field`);
    expect(one({ ...range, ranges: 'x' })).toBe('500 0');
  });
});

describe('while it parses a filter, the shop', () => {
  it('leaves out what is empty between bars', () => {
    const any = (value: string) => answer({ filter: [{ type: 'equalsAny', field: 'taxId', value }] });
    expect(any('ab||cd|')).toBe('200');
    expect(any('|')).toBe('400 FRAMEWORK__INVALID_FILTER_QUERY@/filter/0/value');
    expect(any('ab|x')).toBe('400 FRAMEWORK__INVALID_UUID');
    expect(answer({ ids: 'ab||cd' })).toBe('200');
    expect(answer({ ids: '|' })).toBe('400 FRAMEWORK__INVALID_API_CRITERIA_IDS');
  });

  it('looks for the bounds of a range before the field, since 6.5.8.8', () => {
    const body = { filter: [{ type: 'range' }] };
    expect(answer(body)).toBe('400 FRAMEWORK__INVALID_FILTER_QUERY@/filter/0/parameters');
    expect(answer(body, { shopware: '6.4.20' })).toBe('500 0');
    expect(answer({ filter: [{ type: 'range', parameters: { gt: 1 } }] })).toBe('500 0');
  });

  it('stumbles up to 6.4 over what is no text in "contains" only, as the recorded 6.4.20.2 does', () => {
    const like = (type: string, value: unknown) =>
      answer({ filter: [{ type, field: 'name', value }] }, { shopware: '6.4.20' });
    expect(like('contains', 5)).toBe('500 0');
    expect(like('contains', ['x'])).toBe('500 0');
    expect(like('prefix', -1)).toBe('200');
    expect(like('suffix', ['x'])).toBe('200');
  });

  it('reads a scored filter before its score', () => {
    const unscored = { query: [{ score: 'x', query: {} }] };
    expect(answer(unscored)).toBe('400 FRAMEWORK__INVALID_FILTER_QUERY');
    expect(answer({ query: [{ query: equals('stock'), scoreField: 5 }] })).toBe('500 0');
  });
});

describe('what only the database refuses', () => {
  it('comes after what the shop cannot build, in one path and in two', () => {
    const broken = 'orderTransactionCaptureRefundPositions.orderTransactionCaptureRefund';
    const situation = { entity: 'order_line_item', shopware: '6.4.20' };
    expect(answer({ filter: [equals(`${broken}.id`, 'ab')] }, situation)).toBe('500 0');
    expect(answer({ filter: [equals(`${broken}.foo`)] }, situation)).toBe(UNMAPPED);
    const unbound = { type: 'range', field: 'stock', parameters: { foo: 1 } };
    expect(answer({ filter: [unbound], sort: [{ field: 'foo' }] }, { shopware: '6.4.20' })).toBe(UNMAPPED);
  });
});

describe('reading the rows', () => {
  it('looks at "fields" before the associations', () => {
    expect(answer({ associations: { parent: {} }, fields: ['id', 5] })).toBe('500 0 when rows');
  });
});

describe('associations', () => {
  it('are loaded one after the other, each with those inside of it', () => {
    const tags = { sort: [{ field: 'products.id', type: 'count' }] };
    expect(answer({ associations: { tags, media: { filter: [equals('foo')] } } })).toBe('500 0 when rows');
    expect(answer({ associations: { media: { filter: [equals('foo')] }, tags } })).toBe(`${UNMAPPED} when rows`);
    const inside = { associations: { media: { associations: { productMedia: { filter: [equals('foo')] } } } } };
    expect(answer({ associations: { media: inside, tags } })).toBe(`${UNMAPPED} when rows`);
  });

  it('are grouped since 6.5 only', () => {
    const body = { associations: { media: { grouping: ['foo'] } } };
    expect(answer(body)).toBe(`${UNMAPPED} when rows`);
    expect(answer(body, { shopware: '6.4.20' })).toBe('200');
  });

  it('that "fields" do not name are never loaded', () => {
    const streams = { limit: 1 };
    expect(answer({ associations: { streams } })).toBe('500 FRAMEWORK__NO_INVERSE_ASSOCIATION_FOUND when rows');
    expect(answer({ associations: { streams }, fields: ['id', 'tags.name'] })).toBe('200');
    expect(answer({ associations: { streams }, fields: ['id', 'streams.name'] })).toBe(
      '500 FRAMEWORK__NO_INVERSE_ASSOCIATION_FOUND when rows',
    );
    expect(answer({ associations: { streams }, fields: ['id', 'tags.name'] }, { shopware: '6.4.20' })).toBe(
      '500 0 when rows',
    );
  });

  it('inside one that "fields" name as a whole are loaded, inside one whose fields they name only those', () => {
    const associations = { crossSellings: { associations: { assignedProducts: { filter: [equals('foo')] } } } };
    expect(answer({ associations, fields: ['crossSellings'] })).toBe(`${UNMAPPED} when rows`);
    expect(answer({ associations, fields: ['crossSellings.name'] })).toBe('200');
    expect(answer({ associations, fields: ['crossSellings.assignedProducts.id'] })).toBe(`${UNMAPPED} when rows`);
  });

  it('of one row run no SQL of their own: an unknown name in there is only a warning', () => {
    const { problems, prediction } = analyzed(
      JSON.stringify({ limit: 1, associations: { manufacturer: { grouping: ['foo'] } } }),
    );
    expect(prediction).toBeUndefined();
    expect(problems.filter(({ code }) => code === 'unknown-field').map(({ severity }) => severity)).toEqual([
      'warning',
    ]);
  });
});

describe('a route', () => {
  const path = (route: string, body: unknown) => `// @path /api/${route}/product\n${JSON.stringify(body)}`;
  const aggregations = [{ name: 'a', type: 'count', field: 'foo' }];
  const associations = { tags: { filter: [equals('foo')] } };
  const answerOf = (text: string) => analyzed(text).prediction?.errors[0]?.code;

  it('that only searches ids neither aggregates nor loads', () => {
    expect(answerOf(path('search-ids', { aggregations, associations, includes: { product: 'id' } }))).toBeUndefined();
    expect(answerOf(path('search-ids', { aggregations, filter: [equals('foo')] }))).toBe('FRAMEWORK__UNMAPPED_FIELD');
  });

  it('of the Store API that reads one row ignores the criteria', () => {
    const landingPage = '// @entity landing_page\n// @path /store-api/landing-page/0123456789abcdef0123456789abcdef\n';
    expect(answerOf(`${landingPage}{ "limit": 0, "associations": { "nope": {} } }`)).toBeUndefined();
    expect(answerOf('// @path /store-api/product\n{ "limit": 0 }')).toBe('FRAMEWORK__INVALID_LIMIT_QUERY');
  });

  it('of the Store API tells what it lists, with its placeholders filled in', () => {
    const { document } = analyzed('// @path /store-api/product/0123456789abcdef0123456789abcdef/reviews\n{}', {
      entity: '',
    });
    expect(document.entity).toBe('product_review');
  });

  it('that only aggregates neither sorts nor loads', () => {
    expect(answerOf(path('aggregate', { associations, sort: [{ field: 'foo' }] }))).toBeUndefined();
    expect(answerOf(path('aggregate', { aggregations }))).toBe('FRAMEWORK__UNMAPPED_FIELD');
  });
});

it('what PHP cannot decode is malformed to the shop, though it is JSON', () => {
  expect(answer('{ "term": "\\ud800" }')).toBe('400 0');
  expect(answer('{ "term": "\\ud83d\\ude00" }')).toBe('200');
});
