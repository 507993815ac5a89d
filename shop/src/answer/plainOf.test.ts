import { describe, expect, it } from 'vitest';
import { recordedAnswer, recordingIsThere } from '../../test/recording.ts';
import { isRecord, type JsonRecord, recordOf } from '../json.ts';
import { plainOf } from './plainOf.ts';

/** What only plain JSON says: its own key, the aliases of values, and which associations nobody asked for. */
function common(record: JsonRecord): JsonRecord {
  const left = Object.entries(record).filter(
    ([key, value]) => !['_uniqueIdentifier', 'extensions', 'apiAlias'].includes(key) && value !== null,
  );
  return Object.fromEntries(left.map(([key, value]) => [key, commonIn(value)]));
}

function commonIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(commonIn);
  return isRecord(value) ? common(value) : value;
}

describe.skipIf(!recordingIsThere)('an answer in the form of JSON:API, as recorded', () => {
  it.each([
    ['shape-jsonapi', 'shape-json'],
    ['fi-jsonapi', 'acl-fields-leak'],
  ])('%s is read as %s', (jsonApi, plain) => {
    const read = common(recordOf(plainOf(recordedAnswer(jsonApi))));
    expect(read).toMatchObject(common(recordOf(recordedAnswer(plain))));
  });

  it('has its rows joined, their names right, and its total', () => {
    expect(plainOf(recordedAnswer('shape-jsonapi-includes'))).toEqual({
      total: 57,
      data: [
        {
          id: '093b2633368d00e141441f58ce6e3fa9',
          apiAlias: 'product',
          name: 'Fleece Jacket',
          manufacturer: {
            id: '8e72fbb0fa55c2ed244bda2ba4959ea9',
            apiAlias: 'product_manufacturer',
            name: 'Fjord Outdoor',
          },
        },
        {
          id: '0950503f2bb24eeb4045400f64f85fe2',
          apiAlias: 'product',
          name: 'Desk Lamp Bolt',
          manufacturer: {
            id: 'bbe02394da59e2b3ec76274a0a8a6b18',
            apiAlias: 'product_manufacturer',
            name: 'Lumen Works',
          },
        },
      ],
      aggregations: [],
    });
  });

  it.each(['shape-json', 'shape-search-ids', 'shape-aggregate', 'shape-detail', 'st-currency-2', 'auth-missing'])(
    'comes back as it is where it has another form: %s',
    (id) => {
      expect(plainOf(recordedAnswer(id))).toBe(recordedAnswer(id));
    },
  );
});

describe('JSON:API', () => {
  const resource = (type: string, id: string, data: Readonly<Record<string, unknown>> = {}) => ({
    type,
    id,
    attributes: { name: `${type} ${id}` },
    relationships: Object.fromEntries(Object.entries(data).map(([name, value]) => [name, { data: value }])),
  });
  const reference = (type: string, id: string) => ({ type, id });

  it('in circles ends where a row comes again', () => {
    const answer = {
      data: [resource('product', '1', { manufacturer: reference('product_manufacturer', 'a') })],
      included: [
        resource('product_manufacturer', 'a', { products: [reference('product', '1'), reference('product', '2')] }),
        resource('product', '2', { manufacturer: reference('product_manufacturer', 'a') }),
      ],
    };
    const maker = { id: 'a', apiAlias: 'product_manufacturer', name: 'product_manufacturer a' };
    const one = { id: '1', apiAlias: 'product', name: 'product 1' };
    const two = { id: '2', apiAlias: 'product', name: 'product 2' };
    expect(plainOf(answer)).toEqual({
      data: [{ ...one, manufacturer: { ...maker, products: [one, { ...two, manufacturer: maker }] } }],
    });
  });

  it('keeps what a row refers to where it was not sent, and what nobody asked for', () => {
    const product = resource('product', '1', { cover: reference('product_media', 'x'), tax: null, tags: [] });
    expect(plainOf({ data: product })).toEqual({
      data: {
        id: '1',
        apiAlias: 'product',
        name: 'product 1',
        cover: { id: 'x', apiAlias: 'product_media' },
        tax: null,
        tags: [],
      },
    });
  });

  it('has extensions without id and name', () => {
    const answer = {
      data: [resource('product', '1', { extensions: reference('extension', '1') })],
      included: [
        { type: 'extension', id: '1', attributes: { search: { _score: '7' } }, relationships: { gifts: { data: [] } } },
      ],
      meta: { total: 1 },
    };
    expect(plainOf(answer)).toEqual({
      total: 1,
      data: [{ id: '1', apiAlias: 'product', name: 'product 1', extensions: { search: { _score: '7' }, gifts: [] } }],
    });
  });

  it('without rows is no rows', () => {
    expect(plainOf({ data: [], included: [], links: {}, meta: { total: 0 }, aggregations: [] })).toEqual({
      total: 0,
      data: [],
      aggregations: [],
    });
  });
});
