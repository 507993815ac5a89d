import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('unknown-type');

describe('unknown-type', () => {
  it('a filter', () => {
    expect(editor('{ "filter": [{ "type": «"eqauls"», "field": "name", "value": 1 }] }')).toMatchInlineSnapshot(`
      "error: There is no filter type "eqauls". Did you mean "equals"?
        unknown-type at /filter/0/type, 400 FRAMEWORK__INVALID_FILTER_QUERY
        Change to "equals" → { "filter": [{ "type": "equals", "field": "name", "value": 1 }] }"
    `);
  });

  it('one of SQL', () => {
    expect(editor('{ "filter": [{ "type": «"like"», "field": "name", "value": 1 }] }')).toMatchInlineSnapshot(`
      "error: There is no filter type "like". Did you mean "contains"?
        unknown-type at /filter/0/type, 400 FRAMEWORK__INVALID_FILTER_QUERY
        Change to "contains" → { "filter": [{ "type": "contains", "field": "name", "value": 1 }] }"
    `);
  });

  it('case counts', () => {
    expect(editor('{ "filter": [{ "type": «"EqualsAny"», "field": "name", "value": ["a"] }] }')).toMatchInlineSnapshot(`
      "error: There is no filter type "EqualsAny". Did you mean "equalsAny"?
        unknown-type at /filter/0/type, 400 FRAMEWORK__INVALID_FILTER_QUERY
        Change to "equalsAny" → { "filter": [{ "type": "equalsAny", "field": "name", "value": ["a"] }] }"
    `);
  });

  it('an aggregation', () => {
    expect(editor('{ "aggregations": [{ "name": "t", "type": «"term"», "field": "name" }] }')).toMatchInlineSnapshot(`
      "error: There is no aggregation type "term". Did you mean "terms"?
        unknown-type at /aggregations/0/type, 400 FRAMEWORK__INVALID_AGGREGATION_QUERY
        Change to "terms" → { "aggregations": [{ "name": "t", "type": "terms", "field": "name" }] }"
    `);
  });

  it('one that came later', () => {
    expect(
      editor(`// @shopware 6.4.6
{ "filter": [{ "type": «"equalsAll"», "field": "categories.id", "value": ["0123456789abcdef0123456789abcdef"] }] }`),
    ).toMatchInlineSnapshot(`
      "error: "equalsAll" was added in Shopware 6.4.9; this is checked as 6.4.6.
        unknown-type at /filter/0/type, 400 FRAMEWORK__INVALID_FILTER_QUERY"
    `);
  });

  it('a negated type is the type inside not', () => {
    expect(editor('{ "filter": [{ "type": «"notEquals"», "field": "name", "value": "a" }] }')).toMatchInlineSnapshot(`
      "error: There is no filter type "notEquals". That is "equals" inside "not".
        unknown-type at /filter/0/type, 400 FRAMEWORK__INVALID_FILTER_QUERY
        Wrap in "not" → { "filter": [{ "type": "not", "queries": [{ "type": "equals", "field": "name", "value": "a" }] }] }"
    `);
  });

  it('a mark of negation', () => {
    expect(editor('{ "filter": [{ "type": «"!contains"», "field": "name", "value": "a" }] }')).toMatchInlineSnapshot(`
      "error: There is no filter type "!contains". That is "contains" inside "not".
        unknown-type at /filter/0/type, 400 FRAMEWORK__INVALID_FILTER_QUERY
        Wrap in "not" → { "filter": [{ "type": "not", "queries": [{ "type": "contains", "field": "name", "value": "a" }] }] }"
    `);
  });

  it('a negation behind', () => {
    expect(editor('{ "filter": [{ "type": «"equalsNot"», "field": "name", "value": "a" }] }')).toMatchInlineSnapshot(`
      "error: There is no filter type "equalsNot". That is "equals" inside "not".
        unknown-type at /filter/0/type, 400 FRAMEWORK__INVALID_FILTER_QUERY
        Wrap in "not" → { "filter": [{ "type": "not", "queries": [{ "type": "equals", "field": "name", "value": "a" }] }] }"
    `);
  });

  it('a misspelt negation is never its opposite', () => {
    expect(editor('{ "filter": [{ "type": «"noEqals"», "field": "name", "value": "a" }] }')).toMatchInlineSnapshot(`
      "error: There is no filter type "noEqals". Types: equals, equalsAny, equalsAll, contains, prefix, suffix, range, since, until, multi, not, and, or, nand, nor.
        unknown-type at /filter/0/type, 400 FRAMEWORK__INVALID_FILTER_QUERY"
    `);
  });

  it('xor is not or', () => {
    expect(
      editor('{ "filter": [{ "type": «"xor"», "queries": [{ "type": "equals", "field": "name", "value": "a" }] }] }'),
    ).toMatchInlineSnapshot(`
      "error: There is no filter type "xor". That is "not" with "operator": "xor" inside "not".
        unknown-type at /filter/0/type, 400 FRAMEWORK__INVALID_FILTER_QUERY
        Wrap in "not" → { "filter": [{ "type": "not", "queries": [{ "type": "not", "queries": [{ "type": "equals", "field": "name", "value": "a" }], "operator": "xor" }] }] }"
    `);
  });

  it.each([
    ['eq', 'equals'],
    ['in', 'equalsAny'],
    ['starts_with', 'prefix'],
    ['endsWith', 'suffix'],
  ])('%s, as other languages have it', (written, meant) => {
    expect(editor(`{ "filter": [{ "type": «"${written}"», "field": "name", "value": "a" }] }`)).toContain(
      `Change to "${meant}" → { "filter": [{ "type": "${meant}", "field": "name", "value": "a" }] }`,
    );
  });

  it.each(['neq', '!=', '<>', 'is_not'])('%s, the negation of another language', (written) => {
    expect(editor(`{ "filter": [{ "type": «"${written}"», "field": "name", "value": "a" }] }`)).toContain(
      'Wrap in "not" → { "filter": [{ "type": "not", "queries": [{ "type": "equals", "field": "name", "value": "a" }] }] }',
    );
  });

  it('a bound as a type', () => {
    expect(editor('{ "filter": [{ "type": «">="», "field": "stock", "value": 5 }] }')).toMatchInlineSnapshot(`
      "error: There is no filter type ">=". Bounds belong in "parameters" of "range".
        unknown-type at /filter/0/type, 400 FRAMEWORK__INVALID_FILTER_QUERY
        Change to "range" → { "filter": [{ "type": "range", "field": "stock", "parameters": { "gte": 5 } }] }"
    `);
    expect(editor('{ "filter": [{ "type": «"lt"», "field": "stock", "parameters": { "lt": 5 } }] }')).toContain(
      'Change to "range" → { "filter": [{ "type": "range", "field": "stock", "parameters": { "lt": 5 } }] }',
    );
  });

  it('a pattern of SQL is none of the shop', () => {
    expect(editor('{ "filter": [{ "type": «"like"», "field": "name", "value": "oak%" }] }')).not.toContain('Change');
  });

  it('what a misspelt type would read is not judged', () => {
    const since = '"field": "createdAt", "value": "P1D", "parameters": { "operator": "gt" }';
    const shown = editor(`{ "limit": 1, "filter": [{ "type": «"sice"», ${since} }] }`);
    expect(shown.split('\n').filter((line) => /^(error|warning)/.test(line))).toHaveLength(1);
  });

  it('no type is meant that the version does not have', () => {
    const ranges = '"name": "a", "field": "stock", "ranges": [{ "to": 10 }]';
    const written = `{ "limit": 1, "aggregations": [{ "type": «"rnage"», ${ranges} }] }`;
    expect(editor(written)).toContain('Change to "range"');
    expect(editor(written, { shopware: '6.4.20' })).not.toContain('range');
  });

  it.each([
    ['"type": «"match"», "field": "name", "value": "a"', '"type": "contains", "field": "name", "value": "a"'],
    ['"type": «"isNull"», "field": "name"', '"type": "equals", "field": "name", "value": null'],
    [
      '"type": «"between"», "field": "stock", "from": 1, "to": 5',
      '"type": "range", "field": "stock", "parameters": { "gte": 1, "lte": 5 }',
    ],
    [
      '"type": «"between"», "field": "stock", "value": [1, 5]',
      '"type": "range", "field": "stock", "parameters": { "gte": 1, "lte": 5 }',
    ],
  ])('a filter of another language: %s', (marked, mended) => {
    expect(editor(`{ "filter": [{ ${marked} }] }`)).toContain(`→ { "filter": [{ ${mended} }] }`);
  });

  it('what has no type of its own', () => {
    expect(editor('{ "filter": [{ "type": «"isNotNull"», "field": "name" }] }')).toMatchInlineSnapshot(`
      "error: There is no filter type "isNotNull". That is "equals" with "value": null inside "not".
        unknown-type at /filter/0/type, 400 FRAMEWORK__INVALID_FILTER_QUERY
        Wrap in "not" → { "filter": [{ "type": "not", "queries": [{ "type": "equals", "field": "name", "value": null }] }] }"
    `);
    expect(editor('{ "filter": [{ "type": «"isNull"», "field": "name", "value": "a" }] }')).not.toContain('→');
  });

  it.each([
    ['average', 'avg'],
    ['cardinality', 'count'],
    ['maximum', 'max'],
  ])('an aggregation of another language: %s', (written, meant) => {
    const aggregation = (type: string) => `{ "aggregations": [{ "name": "a", "type": ${type}, "field": "stock" }] }`;
    expect(editor(aggregation(`«"${written}"»`))).toContain(`→ ${aggregation(`"${meant}"`)}`);
  });

  it('a type that is no string is told which ones there are', () => {
    expect(editor('{ "filter": [{ "type": «5», "field": "name", "value": "a" }] }')).toContain('Types: equals, ');
    expect(editor('{ "aggregations": [{ "name": "a", "type": «true», "field": "stock" }] }')).toContain('Types: avg, ');
  });

  it.each(['like', 'notLike', 'notMatch'])('a pattern, for which the shop has nothing: %s', (type) => {
    expect(editor(`{ "filter": [{ "type": «"${type}"», "field": "name", "value": "foo%" }] }`)).not.toContain('→');
  });

  it('a percent sign in a text', () => {
    const filter = (type: string) => `{ "filter": [{ "type": ${type}, "field": "name", "value": "50%" }] }`;
    expect(editor(filter('«"contain"»'))).toContain(`→ ${filter('"contains"')}`);
  });
});
