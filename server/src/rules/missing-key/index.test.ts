import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('missing-key');

describe('missing-key', () => {
  it('several keys are one problem', () => {
    expect(editor('{ "filter": [«{» "type": "equals" }] }')).toMatchInlineSnapshot(`
      "error: An equals filter needs "field" and "value".
        missing-key at /filter/0, 400 FRAMEWORK__INVALID_FILTER_QUERY
        Add "field", "value" → { "filter": [{ "type": "equals", "field": "$1", "value": $2 }] }"
    `);
  });

  it('in the layout of the author', () => {
    expect(
      editor(`{
  "filter": [
    «{»
      "type": "equals",
      "field": "name"
    }
  ]
}`),
    ).toMatchInlineSnapshot(`
  "error: An equals filter needs "value".
    missing-key at /filter/0, 400 FRAMEWORK__INVALID_FILTER_QUERY
    Add "value" → {
    "filter": [
      {
        "type": "equals",
        "field": "name",
        "value": $1
      }
    ]
  }"
`);
  });

  it('a misspelt one', () => {
    expect(editor('{ "filter": [{ "type": "equals", «"feild"»: "name", "value": 1 }] }')).toMatchInlineSnapshot(`
      "error: An equals filter has no key "feild". Did you mean "field"?
        missing-key at /filter/0, 400 FRAMEWORK__INVALID_FILTER_QUERY
        Change to "field" → { "filter": [{ "type": "equals", "field": "name", "value": 1 }] }"
    `);
  });

  it('bounds beside the parameters', () => {
    expect(
      editor('{ "filter": [{ "type": "range", "field": "stock", «"gte"»: 5, "lt": 10 }] }'),
    ).toMatchInlineSnapshot(`
      "error: A range filter needs "parameters": "gte" and "lt" must stand in there.
        missing-key at /filter/0, 400 FRAMEWORK__INVALID_FILTER_QUERY
        Move into "parameters" → { "filter": [{ "type": "range", "field": "stock", "parameters": { "gte": 5, "lt": 10 } }] }"
    `);
  });

  it('the type, told by the other keys', () => {
    expect(editor('{ "filter": [«{» "field": "name", "value": "a" }] }')).toMatchInlineSnapshot(`
      "error: A filter needs "type".
        missing-key at /filter/0, 400 FRAMEWORK__INVALID_FILTER_QUERY
        Add "type" → { "filter": [{ "field": "name", "value": "a", "type": "equals" }] }"
    `);
  });

  it('a filter where a scored filter belongs', () => {
    expect(editor('{ "query": [{ «"type"»: "contains", "field": "name", "value": "x" }] }')).toMatchInlineSnapshot(`
      "error: A scored filter needs "query": "type", "field" and "value" must stand in there.
        missing-key at /query/0, 400 FRAMEWORK__INVALID_FILTER_QUERY
        Move into "query" → { "query": [{ "query": { "type": "contains", "field": "name", "value": "x" } }] }"
    `);
  });

  it('a group without filters matches everything', () => {
    expect(
      editor('{ "filter": [{ "type": "not", «"querys"»: [{ "type": "equals", "field": "active", "value": true }] }] }'),
    ).toMatchInlineSnapshot(`
      "warning: A not filter has no key "querys". Did you mean "queries"? A group without "queries" is no condition at all: it matches everything.
        missing-key at /filter/0
        Change to "queries" → { "filter": [{ "type": "not", "queries": [{ "type": "equals", "field": "active", "value": true }] }] }"
    `);
  });

  it('an empty text', () => {
    expect(editor('{ "filter": [{ "type": "contains", "field": "name", "value": «""» }] }')).toMatchInlineSnapshot(`
      "error: A contains filter needs a value for "value".
        missing-key at /filter/0/value, 400 FRAMEWORK__INVALID_FILTER_QUERY"
    `);
  });

  it('a sorting', () => {
    expect(editor('{ "sort": [«{» "order": "DESC" }] }')).toMatchInlineSnapshot(`
      "error: A sorting needs "field".
        missing-key at /sort/0, 400 FRAMEWORK__INVALID_SORT_QUERY
        Add "field" → { "sort": [{ "order": "DESC", "field": "$1" }] }"
    `);
  });

  it('an aggregation', () => {
    expect(editor('{ "aggregations": [«{»}] }')).toMatchInlineSnapshot(`
      "error: An aggregation needs "name" and "type".
        missing-key at /aggregations/0, 400 FRAMEWORK__INVALID_AGGREGATION_QUERY
        Add "name", "type" → { "aggregations": [{ "name": "$1", "type": "$2" }] }"
    `);
  });

  it('null is a value for equals', () => {
    expect(
      editor('{ "filter": [{ "type": "equals", "field": "manufacturerId", "value": null }] }'),
    ).toMatchInlineSnapshot(`"no problem"`);
  });
});
