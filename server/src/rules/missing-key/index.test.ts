import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('missing-key');

describe('missing-key', () => {
  it('several keys are one problem', () => {
    expect(editor('{ "filter": [«{» "type": "equals" }] }')).toMatchInlineSnapshot(`
      "error: An equals filter needs "field" and "value".
        missing-key at /filter/0, 400 FRAMEWORK__INVALID_FILTER_QUERY
        Add "field", "value" → { "filter": [{ "type": "equals", "field": "$1", "value": \${2:null} }] }"
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
            "value": \${1:null}
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
      "error: A range filter needs "parameters": "gte" and "lt" must be in there.
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
      "error: A scored filter needs "query": "type", "field" and "value" must be in there.
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

  it('the filters of a group under another key', () => {
    expect(
      editor('{ "filter": [{ "type": "not", «"filters"»: [{ "type": "equals", "field": "name", "value": "a" }] }] }'),
    ).toMatchInlineSnapshot(`
      "warning: A not filter has no key "filters". Did you mean "queries"? A group without "queries" is no condition at all: it matches everything.
        missing-key at /filter/0
        Change to "queries" → { "filter": [{ "type": "not", "queries": [{ "type": "equals", "field": "name", "value": "a" }] }] }"
    `);
  });

  it('one filter as the filters of a group', () => {
    expect(
      editor('{ "filter": [{ "type": "not", «"filter"»: { "type": "equals", "field": "name", "value": "a" } }] }'),
    ).toMatchInlineSnapshot(`
      "warning: A not filter has no key "filter". Did you mean "queries"? A group without "queries" is no condition at all: it matches everything.
        missing-key at /filter/0
        Change to "queries" → { "filter": [{ "type": "not", "queries": [{ "type": "equals", "field": "name", "value": "a" }] }] }"
    `);
  });

  it('a condition beside the filters of a group', () => {
    expect(editor('{ "filter": [{ "type": "not", «"field"»: "name", "value": "a" }] }')).toMatchInlineSnapshot(`
      "warning: A not filter needs "queries": "field" and "value" must be in there. A group without "queries" is no condition at all: it matches everything.
        missing-key at /filter/0
        Move into "queries" → { "filter": [{ "type": "not", "queries": [{ "type": "equals", "field": "name", "value": "a" }] }] }"
    `);
  });

  it('an empty group matches everything, too', () => {
    expect(editor('{ "filter": [{ "type": "or", "queries": «[]» }] }')).toMatchInlineSnapshot(`
      "warning: An or filter needs a value for "queries". A group without "queries" is no condition at all: it matches everything.
        missing-key at /filter/0/queries"
    `);
  });

  it('one aggregation in a list', () => {
    expect(
      editor(
        '{ "aggregations": [{ "name": "a", "type": "terms", "field": "name", "aggregation": «[{ "name": "b", "type": "count", "field": "id" }]» }] }',
      ),
    ).toMatchInlineSnapshot(`
      "error: "aggregation" must be an aggregation, not a list.
        missing-key at /aggregations/0/aggregation, 400 FRAMEWORK__INVALID_AGGREGATION_QUERY
        Take it out of the list → { "aggregations": [{ "name": "a", "type": "terms", "field": "name", "aggregation": { "name": "b", "type": "count", "field": "id" } }] }"
    `);
  });

  it('several aggregations in a list', () => {
    expect(
      editor(
        '{ "aggregations": [{ "name": "a", "type": "terms", "field": "name", "aggregation": «[{ "name": "b", "type": "count", "field": "id" }, { "name": "c", "type": "max", "field": "stock" }]» }] }',
      ),
    ).toMatchInlineSnapshot(`
      "error: "aggregation" must be an aggregation, not a list.
        missing-key at /aggregations/0/aggregation, 400 FRAMEWORK__INVALID_AGGREGATION_QUERY"
    `);
  });

  it('a list in the list of filters', () => {
    expect(editor('{ "filter": [«[{ "type": "equals", "field": "name", "value": "a" }]»] }')).toMatchInlineSnapshot(`
      "error: This entry must be a filter, not a list.
        missing-key at /filter/0, 400 FRAMEWORK__INVALID_FILTER_QUERY
        Take it out of the list → { "filter": [{ "type": "equals", "field": "name", "value": "a" }] }"
    `);
  });

  it('a list as the filter of a scored filter', () => {
    expect(
      editor('{ "query": [{ "query": «[{ "type": "equals", "field": "name", "value": "a" }]» }] }'),
    ).toMatchInlineSnapshot(`
      "error: "query" must be a filter, not a list.
        missing-key at /query/0/query, 400 FRAMEWORK__INVALID_FILTER_QUERY
        Take it out of the list → { "query": [{ "query": { "type": "equals", "field": "name", "value": "a" } }] }"
    `);
  });

  it('another word for the field', () => {
    expect(editor('{ "filter": [{ "type": "equals", «"property"»: "name", "value": "a" }] }')).toMatchInlineSnapshot(`
      "error: An equals filter has no key "property". Did you mean "field"?
        missing-key at /filter/0, 400 FRAMEWORK__INVALID_FILTER_QUERY
        Change to "field" → { "filter": [{ "type": "equals", "field": "name", "value": "a" }] }"
    `);
  });

  it('the only unknown key for the only missing one', () => {
    expect(editor('{ "filter": [{ "type": "equals", "field": "name", «"is"»: "a" }] }')).toMatchInlineSnapshot(`
      "error: An equals filter has no key "is". Did you mean "value"?
        missing-key at /filter/0, 400 FRAMEWORK__INVALID_FILTER_QUERY
        Change to "value" → { "filter": [{ "type": "equals", "field": "name", "value": "a" }] }
        Add "value" → { "filter": [{ "type": "equals", "field": "name", "is": "a", "value": \${1:null} }] }"
    `);
  });

  it('another word in a sorting', () => {
    expect(editor('{ "sort": [{ «"by"»: "name" }] }')).toMatchInlineSnapshot(`
      "error: A sorting has no key "by". Did you mean "field"?
        missing-key at /sort/0, 400 FRAMEWORK__INVALID_SORT_QUERY
        Change to "field" → { "sort": [{ "field": "name" }] }"
    `);
  });

  it('the field of a sorting as key', () => {
    expect(editor('{ "sort": [{ «"name"»: "ASC" }] }')).toMatchInlineSnapshot(`
      "error: A sorting has no key "name". Did you mean "field": "name", "order": "ASC"?
        missing-key at /sort/0, 400 FRAMEWORK__INVALID_SORT_QUERY
        Change to "field": "name", "order": "ASC" → { "sort": [{ "field": "name", "order": "ASC" }] }"
    `);
  });

  it('the bounds under another key', () => {
    expect(
      editor('{ "filter": [{ "type": "range", "field": "stock", «"value"»: { "gte": 5 } }] }'),
    ).toMatchInlineSnapshot(`
      "error: A range filter has no key "value". Did you mean "parameters"?
        missing-key at /filter/0, 400 FRAMEWORK__INVALID_FILTER_QUERY
        Change to "parameters" → { "filter": [{ "type": "range", "field": "stock", "parameters": { "gte": 5 } }] }"
    `);
  });

  it('bounds by other names beside the parameters', () => {
    expect(
      editor('{ "filter": [{ "type": "range", "field": "stock", «"from"»: 1, "to": 5 }] }'),
    ).toMatchInlineSnapshot(`
      "error: A range filter needs "parameters": "from" and "to" must be in there.
        missing-key at /filter/0, 400 FRAMEWORK__INVALID_FILTER_QUERY
        Move into "parameters" → { "filter": [{ "type": "range", "field": "stock", "parameters": { "gte": 1, "lte": 5 } }] }"
    `);
  });

  it('a misspelt operator of a duration', () => {
    expect(
      editor(
        '{ "filter": [{ "type": "since", "field": "createdAt", "value": "P5D", "parameters": { «"opertor"»: "gt" } }] }',
      ),
    ).toMatchInlineSnapshot(`
      "error: The object "parameters" of a since or until filter has no key "opertor". Did you mean "operator"?
        missing-key at /filter/0/parameters/opertor, 400 FRAMEWORK__INVALID_FILTER_QUERY
        Change to "operator" → { "filter": [{ "type": "since", "field": "createdAt", "value": "P5D", "parameters": { "operator": "gt" } }] }"
    `);
  });

  it('an empty field', () => {
    expect(editor('{ "filter": [{ "type": "equals", "field": «""», "value": "a" }] }')).toMatchInlineSnapshot(`
      "error: An equals filter needs a value for "field".
        missing-key at /filter/0/field, 400 FRAMEWORK__INVALID_FILTER_QUERY"
    `);
  });

  it('one scored filter instead of a list', () => {
    expect(
      editor('{ "query": «{ "score": 1, "query": { "type": "equals", "field": "name", "value": "a" } }» }'),
    ).toMatchInlineSnapshot(`
      "error: "query" must be a list.
        missing-key at /query, 400 FRAMEWORK__INVALID_FILTER_QUERY
        Put it into a list → { "query": [{ "score": 1, "query": { "type": "equals", "field": "name", "value": "a" } }] }"
    `);
  });

  it('two misspelt keys are one problem', () => {
    expect(editor('{ "filter": [{ "type": "equals", «"fild"»: "name", "val": "a" }] }')).toMatchInlineSnapshot(`
      "error: An equals filter has no key "fild". Did you mean "field"?
        missing-key at /filter/0, 400 FRAMEWORK__INVALID_FILTER_QUERY
        Change to "field" and "value" → { "filter": [{ "type": "equals", "field": "name", "value": "a" }] }"
    `);
  });

  it('a misspelt key beside a missing one', () => {
    expect(editor('{ "filter": [{ "type": "equals", «"val"»: "a" }] }')).toMatchInlineSnapshot(`
      "error: An equals filter has no key "val". Did you mean "value"?
        missing-key at /filter/0, 400 FRAMEWORK__INVALID_FILTER_QUERY
        Change to "value" → { "filter": [{ "type": "equals", "value": "a" }] }"
    `);
  });

  it('a missing value is not wrong besides', () => {
    expect(
      editor('{ "filter": [«{» "type": "since", "field": "createdAt", "parameters": { "operator": "gt" } }] }'),
    ).toMatchInlineSnapshot(`
      "error: A since filter needs "value".
        missing-key at /filter/0, 400 FRAMEWORK__INVALID_FILTER_QUERY
        Add "value" → { "filter": [{ "type": "since", "field": "createdAt", "parameters": { "operator": "gt" }, "value": "$1" }] }"
    `);
  });

  it('another word for the type', () => {
    expect(editor('{ "aggregations": [{ «"kind"»: "terms", "name": "n", "field": "name" }] }')).toMatchInlineSnapshot(`
      "error: An aggregation has no key "kind". Did you mean "type"?
        missing-key at /aggregations/0, 400 FRAMEWORK__INVALID_AGGREGATION_QUERY
        Change to "type" → { "aggregations": [{ "type": "terms", "name": "n", "field": "name" }] }"
    `);
  });

  it('a list of values under a name of its own is one of equalsAny', () => {
    expect(
      editor('{ "filter": [{ "type": "equals", "field": "name", «"values"»: ["a", "b"] }] }'),
    ).toMatchInlineSnapshot(`
      "error: An equals filter has no key "values". A list belongs in "value" of "equalsAny".
        missing-key at /filter/0, 400 FRAMEWORK__INVALID_FILTER_QUERY
        Change to "equalsAny" → { "filter": [{ "type": "equalsAny", "field": "name", "value": ["a", "b"] }] }"
    `);
  });

  it('bounds are those of a range', () => {
    expect(
      editor('{ "filter": [{ "type": "equals", "field": "stock", «"parameters"»: { "gte": 1 } }] }'),
    ).toMatchInlineSnapshot(`
      "error: An equals filter has no key "parameters". Bounds belong in "parameters" of "range".
        missing-key at /filter/0, 400 FRAMEWORK__INVALID_FILTER_QUERY
        Change to "range" → { "filter": [{ "type": "range", "field": "stock", "parameters": { "gte": 1 } }] }"
    `);
    expect(
      editor('{ "filter": [{ "type": "equals", "field": "stock", «"from"»: 1, "to": 5 }] }'),
    ).toMatchInlineSnapshot(`
      "error: An equals filter has no key "from". Bounds belong in "parameters" of "range".
        missing-key at /filter/0, 400 FRAMEWORK__INVALID_FILTER_QUERY
        Change to "range" → { "filter": [{ "type": "range", "field": "stock", "parameters": { "gte": 1, "lte": 5 } }] }"
    `);
    expect(
      editor('{ "filter": [{ "type": "since", "field": "createdAt", «"parameters"»: { "gte": "2020-01-01" } }] }'),
    ).toMatchInlineSnapshot(`
      "error: A since filter needs "value". Bounds belong in "parameters" of "range".
        missing-key at /filter/0, 400 FRAMEWORK__INVALID_FILTER_QUERY
        Change to "range" → { "filter": [{ "type": "range", "field": "createdAt", "parameters": { "gte": "2020-01-01" } }] }"
    `);
  });

  it('nothing to compare with is a thing of equals', () => {
    expect(editor('{ "filter": [{ "type": "equalsAny", "field": "ean", "value": «null» }] }')).toMatchInlineSnapshot(`
      "error: An equalsAny filter needs a value for "value".
        missing-key at /filter/0/value, 400 FRAMEWORK__INVALID_FILTER_QUERY
        Change to "equals" → { "filter": [{ "type": "equals", "field": "ean", "value": null }] }"
    `);
  });

  it('a range with an operator and a value', () => {
    expect(
      editor('{ "filter": [{ "type": "range", "field": "stock", «"value"»: 5, "operator": ">=" }] }'),
    ).toMatchInlineSnapshot(`
      "error: A range filter has no key "value". Bounds belong in "parameters" of "range".
        missing-key at /filter/0, 400 FRAMEWORK__INVALID_FILTER_QUERY
        Move into "parameters" → { "filter": [{ "type": "range", "field": "stock", "parameters": { "gte": 5 } }] }"
    `);
  });

  it.each(['not', 'nand'])('what is compared with nothing goes along: %s', (type) => {
    const shown = editor(`{ "filter": [{ "type": "${type}", «"field"»: "name", "value": null }] }`, {
      shopware: '6.7.6',
    });
    const meant = '{ "type": "equals", "field": "name", "value": null }';
    expect(shown).toContain(`→ { "filter": [{ "type": "${type}", "queries": [${meant}] }] }`);
  });

  it.each([
    ['«"from"»: 1, «"min"»: 2', 'two names for one bound'],
    ['«"from"»: { "a": 1 }', 'an object'],
    ['«"gte"»: [1, 2]', 'a list'],
  ])('no bounds: %s (%s)', (written) => {
    const shown = editor(`{ "filter": [«{» "type": "equals", "field": "stock", ${written} }] }`);
    expect(shown).not.toContain('"parameters"');
  });

  it('a range with two values', () => {
    expect(editor('{ "filter": [{ "type": "range", "field": "stock", «"value"»: [1, 5] }] }')).toContain(
      'Move into "parameters" → { "filter": [{ "type": "range", "field": "stock", "parameters": { "gte": 1, "lte": 5 } }] }',
    );
  });

  it('several sortings in one object', () => {
    expect(editor('{ "sort": [{ «"name"»: "asc", «"stock"»: "desc" }] }')).toMatchInlineSnapshot(`
      "error: A sorting has no key "name". Did you mean "field": "name", "order": "ASC"?
        missing-key at /sort/0, 400 FRAMEWORK__INVALID_SORT_QUERY
        Change to several sortings → { "sort": [{ "field": "name", "order": "ASC" }, { "field": "stock", "order": "DESC" }] }
      warning: A sorting has no key "stock": the shop ignores it.
        unknown-key at /sort/0/stock
        Remove "stock" → { "sort": [{ "name": "asc" }] }"
    `);
  });

  it('several sortings where only one can stand', () => {
    expect(
      editor(
        '{ "aggregations": [{ "name": "a", "type": "terms", "field": "name", "sort": { «"name"»: "asc", «"stock"»: "desc" } }] }',
      ),
    ).toMatchInlineSnapshot(`
      "error: The sorting of buckets has no key "name". Did you mean "field": "name", "order": "ASC"?
        missing-key at /aggregations/0/sort, 500 0
        Change to "field": "name", "order": "ASC" → { "aggregations": [{ "name": "a", "type": "terms", "field": "name", "sort": { "field": "name", "order": "ASC", "stock": "desc" } }] }
      warning: The sorting of buckets has no key "stock": the shop ignores it.
        unknown-key at /aggregations/0/sort/stock
        Remove "stock" → { "aggregations": [{ "name": "a", "type": "terms", "field": "name", "sort": { "name": "asc" } }] }"
    `);
  });
});
