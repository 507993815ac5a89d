import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('wrong-type');

describe('wrong-type', () => {
  it('one filter in a group', () => {
    expect(
      editor('{ "filter": [{ "type": "not", "queries": «{ "type": "equals", "field": "active", "value": true }» }] }'),
    ).toMatchInlineSnapshot(`
      "error: "queries" must be a list.
        wrong-type at /filter/0/queries, 500 0
        Put it into a list → { "filter": [{ "type": "not", "queries": [{ "type": "equals", "field": "active", "value": true }] }] }"
    `);
  });

  it('one sorting', () => {
    expect(editor('{ "sort": «{ "field": "name" }» }')).toMatchInlineSnapshot(`
      "error: "sort" must be a list.
        wrong-type at /sort, 400 FRAMEWORK__INVALID_SORT_QUERY
        Put it into a list → { "sort": [{ "field": "name" }] }"
    `);
  });

  it('aggregations by name', () => {
    expect(editor('{ "aggregations": «{ "most": { "type": "max", "field": "stock" } }» }')).toMatchInlineSnapshot(`
      "error: "aggregations" must be a list of aggregations; the name goes into the aggregation as "name".
        wrong-type at /aggregations, 500 0
        Change to a list → { "aggregations": [{ "name": "most", "type": "max", "field": "stock" }] }"
    `);
  });

  it('names of associations', () => {
    expect(editor('{ "associations": «["manufacturer", "media"]» }')).toMatchInlineSnapshot(`
      "warning: "associations" must be an object, not a list. It is ignored: nothing is loaded.
        wrong-type at /associations
        Change to an object → { "associations": { "manufacturer": {}, "media": {} } }"
    `);
  });

  it('an association that is true', () => {
    expect(editor('{ "associations": { "manufacturer": «true» } }')).toMatchInlineSnapshot(`
      "warning: "manufacturer" must be a criteria object such as {}. It is ignored: nothing is loaded.
        wrong-type at /associations/manufacturer
        Change to {} → { "associations": { "manufacturer": {} } }"
    `);
  });

  it('a list in equals', () => {
    expect(
      editor('{ "filter": [{ "type": "equals", "field": "name", "value": «["a", "b"]» }] }'),
    ).toMatchInlineSnapshot(`
      "error: "value" must be one value or null; use "equalsAny" for a list.
        wrong-type at /filter/0/value, 400 FRAMEWORK__INVALID_FILTER_QUERY
        Change to "equalsAny" → { "filter": [{ "type": "equalsAny", "field": "name", "value": ["a", "b"] }] }"
    `);
  });

  it('null in a short map', () => {
    expect(editor('{ "filter": { "manufacturerId": «null» } }')).toMatchInlineSnapshot(`
      "error: "manufacturerId" must be a single value.
        wrong-type at /filter/manufacturerId, 400 FRAMEWORK__INVALID_FILTER_QUERY
        Change to a list of filters → { "filter": [{ "type": "equals", "field": "manufacturerId", "value": null }] }"
    `);
  });

  it('one name of a field', () => {
    expect(editor('{ "fields": «"name"» }')).toMatchInlineSnapshot(`
      "error: "fields" must be a list of field paths.
        wrong-type at /fields, 500 0
        Change to ["name"] → { "fields": ["name"] }"
    `);
  });

  it('a list of one sorting of buckets', () => {
    expect(
      editor(
        '{ "aggregations": [{ "name": "t", "type": "terms", "field": "stock", "sort": «[{ "field": "_count" }]» }] }',
      ),
    ).toMatchInlineSnapshot(`
      "error: "sort" must be one sorting object, not a list.
        wrong-type at /aggregations/0/sort, 500 0
        Take it out of the list → { "aggregations": [{ "name": "t", "type": "terms", "field": "stock", "sort": { "field": "_count" } }] }"
    `);
  });

  it('a number to sort by', () => {
    expect(editor('{ "sort": «5» }')).toMatchInlineSnapshot(`
      "error: "sort" must be a list of sortings.
        wrong-type at /sort, 500 0"
    `);
  });

  it('an empty list is an empty object to PHP', () => {
    expect(editor('{ "associations": [], "includes": [], "filter": [] }')).toMatchInlineSnapshot(`"no problem"`);
  });

  it('null counts as absent', () => {
    expect(editor('{ "limit": null, "filter": null, "sort": null, "associations": null }')).toMatchInlineSnapshot(
      `"no problem"`,
    );
  });

  it('comments stay when a list becomes an object, or an object a list', () => {
    expect(editor('{\n  "associations": «[\n    "manufacturer", // who\n    "media" // what\n  ]»\n}')).toContain(
      'Change to an object → {\n  "associations": {\n    "manufacturer": {}, // who\n    "media": {} // what\n  }\n}',
    );
    expect(
      editor(
        '{\n  "aggregations": «{\n    // most\n    "m": { "type": "max", "field": "stock" /* all */ } // m\n  }»\n}',
      ),
    ).toContain(
      'Change to a list → {\n  "aggregations": [\n    // most\n    { "name": "m", "type": "max", "field": "stock" /* all */ } // m\n  ]\n}',
    );
  });

  it('what the shop takes for something else', () => {
    expect(editor('{ "term": «["red"]» }')).toMatchInlineSnapshot(`
      "warning: "term" must be a string. A list or an object is read as the string "Array".
        wrong-type at /term
        Take it out of the list → { "term": "red" }"
    `);
    expect(editor('{ "term": «{ "a": 1 }» }')).toContain('A list or an object is read as the string "Array".');
    expect(editor('{ "sort": [{ "field": "name", "naturalSorting": «"false"» }] }')).toMatchInlineSnapshot(`
      "warning: "naturalSorting" must be true or false. It counts as true.
        wrong-type at /sort/0/naturalSorting
        Change to false → { "sort": [{ "field": "name", "naturalSorting": false }] }"
    `);
    expect(editor('{ "sort": [{ "field": "name", "naturalSorting": "0" }] }')).toBe('no problem');
    expect(
      editor(
        '{ "aggregations": [{ "type": "range", "name": "r", "field": "stock", "ranges": [{ "from": «"a"», "to": "10" }] }] }',
      ),
    ).toMatchInlineSnapshot(`
      "warning: "from" must be a number. A string counts as the number at its beginning, or else as 0.
        wrong-type at /aggregations/0/ranges/0/from"
    `);
    expect(
      editor('{ "aggregations": [{ "type": "terms", "name": "t", "field": "name", "sort": «"_count"» }] }'),
    ).toContain('"sort" must be a sorting: an object with "field".');
  });

  it('sortings as texts', () => {
    expect(editor('{ "sort": [«"-name"», «"stock asc"», «"id"»] }')).toMatchInlineSnapshot(`
      "error: This entry must be a sorting: an object with "field".
        wrong-type at /sort/0, 400 FRAMEWORK__INVALID_SORT_QUERY
        Change to { "field": "name", "order": "DESC" } → { "sort": [{ "field": "name", "order": "DESC" }, "stock asc", "id"] }
      error: This entry must be a sorting: an object with "field".
        wrong-type at /sort/1, 400 FRAMEWORK__INVALID_SORT_QUERY
        Change to { "field": "stock", "order": "ASC" } → { "sort": ["-name", { "field": "stock", "order": "ASC" }, "id"] }
      error: This entry must be a sorting: an object with "field".
        wrong-type at /sort/2, 400 FRAMEWORK__INVALID_SORT_QUERY
        Change to { "field": "id" } → { "sort": ["-name", "stock asc", { "field": "id" }] }"
    `);
  });

  it('a sorting instead of a list', () => {
    expect(editor('{ "sort": «{ "field": "name" }» }')).toMatchInlineSnapshot(`
      "error: "sort" must be a list.
        wrong-type at /sort, 400 FRAMEWORK__INVALID_SORT_QUERY
        Put it into a list → { "sort": [{ "field": "name" }] }"
    `);
  });

  it('a filter where scored filters belong', () => {
    expect(editor('{ "query": «{ "type": "equals", "field": "name", "value": "a" }» }')).toMatchInlineSnapshot(`
      "warning: "query" must be a list. It is ignored.
        wrong-type at /query
        Put it into a list → { "query": [{ "query": { "type": "equals", "field": "name", "value": "a" } }] }"
    `);
  });

  it('bounds in place of a value', () => {
    expect(
      editor('{ "filter": [{ "type": "equals", "field": "stock", "value": «{ "min": 1, "lt": 5 }» }] }'),
    ).toMatchInlineSnapshot(`
      "error: "value" must be one value or null; use "equalsAny" for a list. Bounds belong in "parameters" of "range".
        wrong-type at /filter/0/value, 400 FRAMEWORK__INVALID_FILTER_QUERY
        Change to "range" → { "filter": [{ "type": "range", "field": "stock", "parameters": { "gte": 1, "lt": 5 } }] }"
    `);
  });

  it('a list of one text', () => {
    expect(editor('{ "filter": [{ "type": "contains", "field": "name", "value": «["a"]» }] }')).toMatchInlineSnapshot(`
      "warning: "value" must be a string. A list is read as the string "Array".
        wrong-type at /filter/0/value
        Take it out of the list → { "filter": [{ "type": "contains", "field": "name", "value": "a" }] }"
    `);
    expect(editor('{ "filter": [{ "type": "contains", "field": "name", "value": «["a", "b"]» }] }')).not.toContain('→');
  });

  it('one negated filter instead of a list', () => {
    expect(
      editor(
        '{ "filter": [{ "type": "multi", "queries": «{ "type": "notEquals", "field": "name", "value": "a" }» }] }',
      ),
    ).toMatchInlineSnapshot(`
      "error: "queries" must be a list.
        wrong-type at /filter/0/queries, 500 0
        Put it into a list → { "filter": [{ "type": "multi", "queries": [{ "type": "not", "queries": [{ "type": "equals", "field": "name", "value": "a" }] }] }] }"
    `);
  });

  it.each(['true', '["avg"]', '5', '"5"'])('the type of an aggregation is told once: %s', (type) => {
    const shown = editor(`{ "limit": 1, "aggregations": [{ "name": "a", "type": «${type}», "field": "stock" }] }`);
    expect(shown.split('\n').filter((line) => /^(error|warning)/.test(line))).toHaveLength(1);
  });

  it('paths in one text', () => {
    expect(editor('{ "grouping": «"manufaturerId, active"» }')).toMatchInlineSnapshot(`
      "warning: "grouping" must be a list of field paths. It is ignored: only a list groups.
        wrong-type at /grouping
        Change to ["manufacturerId", "active"] → { "grouping": ["manufacturerId", "active"] }"
    `);
    expect(editor('{ "grouping": «"10"» }')).not.toContain('→');
  });

  it('bounds and filters in the short form', () => {
    expect(editor('{ "filter": { "stock": «{ "gte": 1 }» } }')).toMatchInlineSnapshot(`
      "error: "stock" must be a single value.
        wrong-type at /filter/stock, 400 FRAMEWORK__INVALID_FILTER_QUERY
        Change to a list of filters → { "filter": [{ "type": "range", "field": "stock", "parameters": { "gte": 1 } }] }"
    `);
    expect(editor('{ "filter": { "stock": «{ "more": 1 }» } }')).not.toContain('→');
    expect(editor('{ "filter": { "stock": «[]» } }')).not.toContain('→');
    expect(
      editor('{ "filter": { "first": «{ "type": "equals", "field": "stock", "value": 1 }» } }'),
    ).toMatchInlineSnapshot(`
      "error: "filter" must be a list of filters. Without the list the shop reads the keys of this object as fields.
        wrong-type at /filter/first, 400 FRAMEWORK__INVALID_FILTER_QUERY
        Change to a list of filters → { "filter": [{ "type": "equals", "field": "stock", "value": 1 }] }"
    `);
  });

  it.each([
    ['{ "filter": [{ "type": "equals", "field": «["name"]», "value": "a" }] }', '"field": "name"'],
    ['{ "filter": [{ "type": «["equals"]», "field": "name", "value": "a" }] }', '"type": "equals"'],
    ['{ "filter": [{ "type": "contains", "field": "name", "value": «["a"]» }] }', '"value": "a"'],
    [
      '{ "filter": [{ "type": "since", "field": "createdAt", "value": "P5D", "parameters": «[{ "operator": "gt" }]» }] }',
      '"parameters": { "operator": "gt" }',
    ],
    ['{ "sort": [{ "field": "name", "order": «["desc"]» }] }', '"order": "desc"'],
    ['{ "limit": «[10]» }', '"limit": 10'],
  ])('the one value of a list is taken out: %s', (marked, mended) => {
    expect(editor(marked)).toMatch(/Take it out of the list → .*$/);
    expect(editor(marked).split('→').at(-1)).toContain(mended);
  });

  it('what the key does not take stays in its list', () => {
    expect(editor('{ "filter": [{ "type": «["foo"]», "field": "name", "value": "a" }] }')).not.toContain('→');
  });

  it.each([
    ['{ "sort": «{ "name": "ASC" }» }', '[{ "field": "name", "order": "ASC" }]'],
    [
      '{ "sort": «{ "name": "asc", "stock": "desc" }» }',
      '[{ "field": "name", "order": "ASC" }, { "field": "stock", "order": "DESC" }]',
    ],
    ['{ "sort": [«["-name"]»] }', '[{ "field": "name", "order": "DESC" }]'],
    ['{ "sort": [«["name", "desc"]»] }', '[{ "field": "name", "order": "DESC" }]'],
    [
      '{ "aggregations": [{ "name": "t", "type": "terms", "field": "stock", "sort": «"-_count"» }] }',
      '"sort": { "field": "_count", "order": "DESC" }',
    ],
  ])('sortings that are written otherwise: %s', (marked, mended) => {
    expect(editor(marked).split('→').at(-1)).toContain(mended);
  });

  it('an order alone is no sorting', () => {
    expect(editor('{ "sort": [«"name"», «"ASC"»] }').match(/→/g)).toHaveLength(1);
  });

  it('filters by name', () => {
    expect(
      editor(
        '{ "filter": { "a": «{ "type": "equals", "field": "name", "value": "x" }», "b": { "type": "equals", "field": "stock", "value": 1 } } }',
      ),
    ).toMatchInlineSnapshot(`
      "error: "filter" must be a list of filters. Without the list the shop reads the keys of this object as fields.
        wrong-type at /filter/a, 400 FRAMEWORK__INVALID_FILTER_QUERY
        Change to a list of filters → { "filter": [{ "type": "equals", "field": "name", "value": "x" }, { "type": "equals", "field": "stock", "value": 1 }] }"
    `);
    expect(editor('{ "filter": { "stock": «{ "type": "equals", "value": 1 }» } }')).toContain(
      '→ { "filter": [{ "field": "stock", "type": "equals", "value": 1 }] }',
    );
  });

  it('what the shop takes for something else in an aggregation', () => {
    const aggregation = (keys: string) => editor(`{ "aggregations": [{ ${keys}, "field": "stock" }] }`);
    expect(aggregation('"type": "avg", "name": «["x"]»')).toMatchInlineSnapshot(`
      "warning: "name" must be a string. A list or an object is read as the string "Array".
        wrong-type at /aggregations/0/name
        Take it out of the list → { "aggregations": [{ "type": "avg", "name": "x", "field": "stock" }] }"
    `);
    expect(aggregation('"type": "terms", "name": "t", "limit": «"x"»')).toMatchInlineSnapshot(`
      "warning: "limit" must be a whole number of at least 0. The number at its beginning counts, or else 0: no limit.
        wrong-type at /aggregations/0/limit"
    `);
    expect(aggregation('"type": "terms", "name": "t", "limit": «[5]»')).toContain('It counts as 1.');
    expect(aggregation('"type": "terms", "name": "t", "limit": "5"')).toBe('no problem');
    expect(aggregation('"type": "range", "name": "r", "ranges": [«5», «"x"», «[1, 5]», { "from": 1 }]')).toContain(
      'It counts every row: "*-*".',
    );
  });
});
