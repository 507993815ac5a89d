import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('invalid-value');

describe('invalid-value', () => {
  it('limit and page', () => {
    expect(editor('{ "limit": «0», "page": «-1» }')).toMatchInlineSnapshot(`
      "error: "limit" must be a whole number of at least 1.
        invalid-value at /limit, 400 FRAMEWORK__INVALID_LIMIT_QUERY
        Remove "limit" → { "page": -1 }
      error: "page" must be a whole number of at least 1.
        invalid-value at /page, 400 FRAMEWORK__INVALID_PAGE_QUERY
        Remove "page" → { "limit": 0 }"
    `);
  });

  it('no ids', () => {
    expect(editor('{ "ids": «[]» }')).toMatchInlineSnapshot(`
      "error: "ids" must be a list of at least one id.
        invalid-value at /ids, 400 FRAMEWORK__INVALID_API_CRITERIA_IDS
        Remove "ids" → {}"
    `);
  });

  it('no ids before 6.6.3', () => {
    expect(
      editor(`// @shopware 6.5.8
{ "ids": «[]» }`),
    ).toMatchInlineSnapshot(`
  "warning: "ids" must be a list of at least one id. An empty list finds all rows.
    invalid-value at /ids
    Remove "ids" → // @shopware 6.5.8
  {}"
`);
  });

  it('ids with dashes', () => {
    expect(editor('{ "ids": [«"01234567-89ab-cdef-0123-456789abcdef"»] }')).toMatchInlineSnapshot(`
      "error: This entry must be an id of 32 hex digits.
        invalid-value at /ids/0, 400 FRAMEWORK__INVALID_UUID
        Write the id without dashes → { "ids": ["0123456789abcdef0123456789abcdef"] }"
    `);
  });

  it('a duration', () => {
    expect(
      editor(
        '{ "filter": [{ "type": "since", "field": "createdAt", "value": «"5 days"», "parameters": { "operator": "gt" } }] }',
      ),
    ).toMatchInlineSnapshot(`
      "error: "value" must be an ISO 8601 duration such as "P5D" or "PT12H".
        invalid-value at /filter/0/value, 500 0
        Change to "P5D" → { "filter": [{ "type": "since", "field": "createdAt", "value": "P5D", "parameters": { "operator": "gt" } }] }"
    `);
  });

  it('the operator of not', () => {
    expect(
      editor(
        '{ "filter": [{ "type": "not", "operator": «"nor"», "queries": [{ "type": "equals", "field": "active", "value": true }] }] }',
      ),
    ).toMatchInlineSnapshot(`
      "error: "operator" must be "and", "or" or "xor".
        invalid-value at /filter/0/operator, 500 0"
    `);
  });

  it('the interval of a histogram', () => {
    expect(
      editor(
        '{ "aggregations": [{ "name": "h", "type": "histogram", "field": "createdAt", "interval": «"decade"» }] }',
      ),
    ).toMatchInlineSnapshot(`
      "error: "interval" must be one of minute, hour, day, week, month, quarter, year.
        invalid-value at /aggregations/0/interval, 500 FRAMEWORK__INVALID_DATE_HISTOGRAM_INTERVAL"
    `);
  });

  it('a time zone', () => {
    expect(
      editor(
        '{ "aggregations": [{ "name": "h", "type": "histogram", "field": "createdAt", "interval": "day", "timeZone": «"Berlin"» }] }',
      ),
    ).toMatchInlineSnapshot(`
      "error: "timeZone" must be a time zone such as "Europe/Berlin".
        invalid-value at /aggregations/0/timeZone, 500 FRAMEWORK__INVALID_TIMEZONE
        Change to "Europe/Berlin" → { "aggregations": [{ "name": "h", "type": "histogram", "field": "createdAt", "interval": "day", "timeZone": "Europe/Berlin" }] }"
    `);
  });

  it('a backtick in a name', () => {
    expect(editor('{ "aggregations": [{ "name": «"a`b"», "type": "max", "field": "stock" }] }')).toMatchInlineSnapshot(`
      "error: "name" must be a name without backticks.
        invalid-value at /aggregations/0/name, 500 0"
    `);
  });

  it('no ranges', () => {
    expect(
      editor('{ "aggregations": [{ "name": "r", "type": "range", "field": "stock", "ranges": «[]» }] }'),
    ).toMatchInlineSnapshot(`
      "error: "ranges" must be a list of at least one range.
        invalid-value at /aggregations/0/ranges, 500 0"
    `);
  });

  it('numbers as texts are fine', () => {
    expect(editor('{ "limit": "10", "page": "1" }')).toMatchInlineSnapshot(`"no problem"`);
  });

  it('limit is not looked at next to ids', () => {
    expect(editor('{ "ids": ["0123456789abcdef0123456789abcdef"], «"limit"»: 0 }')).toMatchInlineSnapshot(
      `
      "warning: With "ids" the shop ignores "limit": all of these rows are returned.
        paging-with-ids at /limit
        Because of "ids". ↳ "ids"
        Remove "limit" → { "ids": ["0123456789abcdef0123456789abcdef"] }"
    `,
    );
  });

  it('bounds by other names', () => {
    expect(
      editor('{ "filter": [{ "type": "range", "field": "stock", "parameters": { «"min"»: 1, "max": 2 } }] }'),
    ).toMatchInlineSnapshot(`
      "error: The object "parameters" of a range filter has no key "min". Did you mean "gte"?
        invalid-value at /filter/0/parameters/min, 400 FRAMEWORK__INVALID_FILTER_QUERY
        Change to "gte" and "lte" → { "filter": [{ "type": "range", "field": "stock", "parameters": { "gte": 1, "lte": 2 } }] }"
    `);
  });

  it('a bound of mathematics', () => {
    expect(
      editor('{ "filter": [{ "type": "range", "field": "stock", "parameters": { «">="»: 5 } }] }'),
    ).toMatchInlineSnapshot(`
      "error: The object "parameters" of a range filter has no key ">=". Did you mean "gte"?
        invalid-value at /filter/0/parameters/>=, 400 FRAMEWORK__INVALID_FILTER_QUERY
        Change to "gte" → { "filter": [{ "type": "range", "field": "stock", "parameters": { "gte": 5 } }] }"
    `);
  });

  it('what is no bound', () => {
    expect(
      editor('{ "filter": [{ "type": "range", "field": "stock", "parameters": { "gte": 5, «"step"»: 6 } }] }'),
    ).toMatchInlineSnapshot(`
      "error: The object "parameters" of a range filter has no key "step".
        invalid-value at /filter/0/parameters/step, 400 FRAMEWORK__INVALID_FILTER_QUERY
        Remove "step" → { "filter": [{ "type": "range", "field": "stock", "parameters": { "gte": 5 } }] }"
    `);
  });

  it('an empty bound', () => {
    expect(
      editor('{ "filter": [{ "type": "range", "field": "stock", "parameters": { "gte": 5, "lte": «""» } }] }'),
    ).toMatchInlineSnapshot(`
      "error: "lte" must be a number, a string that is not empty, or null.
        invalid-value at /filter/0/parameters/lte, 400 FRAMEWORK__INVALID_FILTER_QUERY"
    `);
  });

  it('an operator of mathematics', () => {
    expect(
      editor(
        '{ "filter": [{ "type": "since", "field": "createdAt", "value": "P5D", "parameters": { "operator": «">"» } }] }',
      ),
    ).toMatchInlineSnapshot(`
      "error: "operator" must be one of gt, gte, lt, lte, eq, neq.
        invalid-value at /filter/0/parameters/operator, 500 0
        Change to "gt" → { "filter": [{ "type": "since", "field": "createdAt", "value": "P5D", "parameters": { "operator": "gt" } }] }"
    `);
  });

  it.each([
    ['interval', 'daily', 'day'],
    ['interval', '1M', 'month'],
    ['interval', '1m', 'minute'],
    ['timeZone', 'europe/berlin', 'Europe/Berlin'],
    ['timeZone', 'utc', 'UTC'],
  ])('what others write: %s %s', (key, written, meant) => {
    const others = key === 'interval' ? '' : ', "interval": "day"';
    const histogram = `"name": "h", "type": "histogram", "field": "createdAt"${others}, "${key}"`;
    expect(editor(`{ "aggregations": [{ ${histogram}: «"${written}"» }] }`)).toContain(`Change to "${meant}" →`);
  });

  it.each(['p5d', '-P5D', '5d'])('a duration in other letters or with a sign: %s', (written) => {
    expect(editor(since(written))).toContain('Change to "P5D" →');
  });

  it.each([
    ['12 hrs', 'PT12H'],
    ['2 Months', 'P2M'],
    ['30 min.', 'PT30M'],
    ['1yr', 'P1Y'],
    ['10 secs', 'PT10S'],
  ])('a duration in words: %s', (written, meant) => {
    expect(editor(since(written))).toContain(`Change to "${meant}" →`);
  });

  it.each(['500 milliseconds', '5 hamsters', '5 moons', '1 decade', '5m'])('no duration: %s', (written) => {
    expect(editor(since(written))).not.toContain('→');
  });
});

function since(value: string): string {
  const others = '"type": "since", "field": "createdAt", "parameters": { "operator": "gt" }';
  return `{ "filter": [{ ${others}, "value": «"${value}"» }] }`;
}
