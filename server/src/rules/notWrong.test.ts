import { describe, expect, it } from 'vitest';
import { analyzed, type Situation } from '../testing/editor.ts';

/** Errors and warnings of a text; advice and the missing limit aside. */
function complaints(text: string, situation?: Situation): readonly string[] {
  const { problems } = analyzed(text, situation);
  return problems
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ message }) => message);
}

const ID = '0123456789abcdef0123456789abcdef';

/** What is not wrong although it looks so (reference, section 15); a running shop took each of them. */
describe('not wrong, though it looks so', () => {
  it.each([
    ['total-count-mode in an association', '{ "associations": { "media": { "total-count-mode": 1 } } }'],
    ['total-count-mode in an association to one row', '{ "associations": { "tax": { "total-count-mode": 1 } } }'],
    ['the entity in front of a path', '{ "sort": "product.name", "filter": { "product.categories.active": true } }'],
    ['[] for {}', '{ "associations": [], "includes": [], "filter": [] }'],
    ['{} for []', '{ "sort": {}, "aggregations": {}, "filter": {} }'],
    ['numbers as keys of a list', '{ "filter": { "0": { "type": "equals", "field": "stock", "value": 1 } } }'],
    ['numbers as texts', '{ "limit": "10", "page": "1" }'],
    ['numbers with an exponent', '{ "limit": 1e1 }'],
    ['a fraction as limit, which is cut', '{ "limit": 10.5 }'],
    ['filtering by an association that is not loaded', '{ "filter": { "manufacturer.name": "a" } }'],
    ['sorting by one', '{ "sort": "manufacturer.name" }'],
    ['null for any key of the root', '{ "ids": null, "limit": null, "page": null, "term": null, "query": null }'],
    ['null for the others', '{ "sort": null, "filter": null, "post-filter": null, "aggregations": null }'],
    ['null for what shapes', '{ "associations": null, "includes": null, "excludes": null, "fields": null }'],
    [
      'field and value of a group as the Administration sends them',
      '{ "filter": [{ "type": "multi", "operator": "OR", "field": null, "value": null, "queries": [{ "type": "equals", "field": "active", "value": true }] }] }',
    ],
    ['a filter without rows', '{ "filter": [{ "type": "equals", "field": "children.id", "value": null }] }'],
    ['equals null on an id', '{ "filter": [{ "type": "equals", "field": "manufacturerId", "value": null }] }'],
    ['a list of ids as text', `{ "ids": "${ID}|${ID}" }`],
    [
      'ids of a combined key',
      `// @entity product_translation\n{ "ids": [{ "productId": "${ID}", "languageId": "${ID}" }] }`,
    ],
    ['ids in upper case in a filter', `{ "filter": { "taxId": "${ID.toUpperCase()}" } }`],
    ['a list of ids compared with one', `{ "filter": { "categoryIds": "${ID}" } }`],
    ['equalsAny with a number', '{ "filter": [{ "type": "equalsAny", "field": "stock", "value": 5 }] }'],
    ['equals with an empty text', '{ "filter": [{ "type": "equals", "field": "ean", "value": "" }] }'],
    [
      'any case of an operator',
      '{ "filter": [{ "type": "not", "operator": "XOR", "queries": [{ "type": "equals", "field": "active", "value": true }] }] }',
    ],
    ['any case of an order', '{ "sort": [{ "field": "name", "order": "dEsC" }] }'],
    ['custom fields that nobody knows', '{ "filter": { "customFields.any_thing.inside": 1 } }'],
    ['a custom field with a dash', '{ "sort": "customFields.my-field" }'],
    ['a price by currency', `{ "sort": "price.${ID}.listPrice.gross" }`],
    ['extensions in a path', '{ "sort": "extensions.manufacturer.name" }'],
    ['a computed column', '// @entity order_line_item\n{ "sort": "unitPrice" }'],
    ['a JSON field as a whole', '{ "filter": [{ "type": "equals", "field": "customFields", "value": null }] }'],
    ['_score with a term', '{ "term": "oak", "limit": 5, "sort": [{ "field": "_score", "order": "DESC" }] }'],
    [
      'sorting buckets by _count',
      '{ "aggregations": [{ "name": "t", "type": "terms", "field": "active", "sort": { "field": "_count" } }] }',
    ],
    ['no limit for buckets', '{ "aggregations": [{ "name": "t", "type": "terms", "field": "active", "limit": 0 }] }'],
    [
      'aliases of aggregations',
      '{ "includes": { "t_aggregation": ["buckets"], "aggregation_bucket": ["key"] }, "aggregations": [{ "name": "t", "type": "terms", "field": "active" }] }',
    ],
    ['variables', '{ "ids": ["{{id}}"], "filter": [{ "type": "equals", "field": "taxId", "value": "{{tax}}" }] }'],
    [
      'variables in names',
      '{ "sort": "{{by}}", "fields": ["{{a}}.name"], "includes": { "{{b}}": ["name"], "product": ["{{c}}"] }, "filter": { "{{d}}": 1 }, "{{e}}": 1 }',
    ],
    [
      'a variable as an entity',
      '{ "aggregations": [{ "name": "a", "type": "entity", "field": "taxId", "definition": "{{entity}}" }] }',
    ],
    [
      'a nonsense extra key with null',
      '{ "filter": [{ "type": "equals", "field": "stock", "value": 1, "operator": null }] }',
    ],
  ])('%s', (_, text) => {
    expect(complaints(text)).toEqual([]);
  });

  it.each([
    ['keys of a route', '{ "p": 1, "order": "name-asc", "no-aggregations": true, "min-price": 5 }'],
    [
      'filtering by the price, which is never returned',
      '{ "filter": [{ "type": "range", "field": "price", "parameters": { "gt": 1 } }] }',
    ],
    ['the cheapest price', '{ "sort": "cheapestPrice" }'],
    ['dotted names in includes', '{ "includes": { "product": ["translated.name", "calculatedPrice"] } }'],
  ])('on the Store API: %s', (_, text) => {
    expect(complaints(text, { api: 'store' })).toEqual([]);
  });

  it.each([
    ['fields in 6.5', '6.5.8', '{ "fields": ["name"] }'],
    ['a limit above 500 in 6.5', '6.5.8', '{ "limit": 5000 }'],
    ['a list in equals in 6.5.5', '6.5.5', '{ "filter": [{ "type": "equals", "field": "name", "value": ["a"] }] }'],
    ['null in a short map in 6.5.6', '6.5.6', '{ "filter": { "name": null } }'],
    [
      'a colon in the name of an aggregation in 6.4',
      '6.4.20',
      '{ "aggregations": [{ "name": "a:b", "type": "sum", "field": "stock" }] }',
    ],
    [
      'an operator of since in any case in 2026',
      '6.7.14',
      '{ "filter": [{ "type": "since", "field": "createdAt", "value": "P1D", "parameters": { "operator": "GT" } }] }',
    ],
  ])('by version: %s', (_, shopware, text) => {
    expect(complaints(text, { shopware }).filter((message) => !message.includes('no default limit'))).toEqual([]);
  });
});
