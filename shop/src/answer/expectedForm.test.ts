import { describe, expect, it } from 'vitest';
import { exchanges, recordingIsThere } from '../../test/recording.ts';
import { parsedJson } from '../json.ts';
import { expectedForm } from './expectedForm.ts';
import { plainOf } from './plainOf.ts';

const id = '0123456789abcdef0123456789abcdef';

describe.skipIf(!recordingIsThere)('the form of the recorded answers of success', () => {
  const successes = exchanges.filter(({ response }) => response.status >= 200 && response.status < 300);
  // Some large bodies are left out of the recording.
  const whole = successes.filter(({ response }) => !/^\{"\$/.test(JSON.stringify(response.body)));
  const judged = whole.flatMap(({ id, request, response }) => {
    const form = expectedForm(request.path.startsWith('/store-api/') ? 'store' : 'admin', request.method, request.path);
    const { body } = response;
    const json = plainOf(typeof body === 'string' ? parsedJson(body) : body);
    return form === null ? [] : [{ id, path: request.path, isExpected: form(json) }];
  });

  it('is the expected one', () => {
    expect(judged.length).toBeGreaterThan(350);
    expect(judged.filter(({ isExpected }) => !isExpected)).toEqual([]);
  });
});

describe('what is no answer of a search', () => {
  it.each([
    ['POST', '/api/search/product'],
    ['POST', '/api/search-ids/product'],
    ['POST', '/api/aggregate/product'],
    ['GET', `/api/product/${id}`],
    ['POST', '/store-api/product'],
    ['GET', '/store-api/product?limit=1'],
    ['POST', `/store-api/product-listing/${id}`],
    ['POST', '/store-api/search'],
    ['GET', '/store-api/context'],
  ])('is seen for %s %s', (method, path) => {
    const form = expectedForm(path.startsWith('/store-api/') ? 'store' : 'admin', method, path);
    const forms = [undefined, null, [], 1, 'x', true, {}, { hello: 1 }, { data: 'x' }, { elements: 'x' }];
    expect(forms.map((json) => form?.(json))).toEqual(forms.map(() => false));
  });

  it.each([
    ['admin', 'GET', '/api/_info/version'],
    ['admin', 'DELETE', '/api/_action/cache'],
    ['admin', 'GET', '/api/acme/things'],
    ['store', 'POST', '/store-api/acme/things'],
    ['store', 'POST', '/store-api/checkout/cart'],
  ] as const)('is not known for %s %s %s', (api, method, path) => {
    expect(expectedForm(api, method, path)).toBeNull();
  });

  it('may be an empty list where lists come bare', () => {
    expect(expectedForm('store', 'POST', '/store-api/navigation/a/b')?.([])).toBe(true);
    expect(expectedForm('store', 'POST', `/store-api/product/${id}/cross-selling`)?.([])).toBe(true);
  });
});
