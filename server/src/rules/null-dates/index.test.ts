import { describe, expect, it } from 'vitest';
import { analyzed, editorFor } from '../../testing/editor.ts';

const editor = editorFor('null-dates');

describe('null-dates', () => {
  it('a date that may be empty', () => {
    expect(
      editor(
        '{ "aggregations": [{ "name": "h", "type": "histogram", "field": «"releaseDate"», "interval": "month" }] }',
      ),
    ).toMatchInlineSnapshot(`
      "warning: "releaseDate" may be empty, and the shop counts empty dates as today. Filter them out.
        null-dates at /aggregations/0/field
        Filter empty dates out → { "aggregations": [{ "name": "h", "type": "filter", "filter": [{ "type": "not", "queries": [{ "type": "equals", "field": "releaseDate", "value": null }] }], "aggregation": { "name": "h", "type": "histogram", "field": "releaseDate", "interval": "month" } }] }"
    `);
  });

  it('beside other aggregations, and filters of the rows', () => {
    expect(
      editor(
        '{ "filter": { "active": true }, "aggregations": [{ "name": "h", "type": "histogram", "field": «"releaseDate"», "interval": "month" }, { "name": "c", "type": "count", "field": "id" }] }',
      ),
    ).toMatchInlineSnapshot(`
      "warning: "releaseDate" may be empty, and the shop counts empty dates as today. Filter them out.
        null-dates at /aggregations/0/field
        Filter empty dates out → { "filter": { "active": true }, "aggregations": [{ "name": "h", "type": "filter", "filter": [{ "type": "not", "queries": [{ "type": "equals", "field": "releaseDate", "value": null }] }], "aggregation": { "name": "h", "type": "histogram", "field": "releaseDate", "interval": "month" } }, { "name": "c", "type": "count", "field": "id" }] }"
    `);
  });

  it('added to the filter around it', () => {
    expect(
      editor(
        '{ "aggregations": [{ "name": "h", "type": "filter", "filter": [{ "type": "equals", "field": "active", "value": true }], "aggregation": { "name": "h", "type": "histogram", "field": «"releaseDate"», "interval": "month" } }] }',
      ),
    ).toMatchInlineSnapshot(`
      "warning: "releaseDate" may be empty, and the shop counts empty dates as today. Filter them out.
        null-dates at /aggregations/0/aggregation/field
        Filter empty dates out → { "aggregations": [{ "name": "h", "type": "filter", "filter": [{ "type": "equals", "field": "active", "value": true }, { "type": "not", "queries": [{ "type": "equals", "field": "releaseDate", "value": null }] }], "aggregation": { "name": "h", "type": "histogram", "field": "releaseDate", "interval": "month" } }] }"
    `);
  });

  it('below buckets it changes what they count', () => {
    const text =
      '{ "limit": 5, "aggregations": [{ "name": "t", "type": "terms", "field": "taxId", "aggregation": { "name": "h", "type": "histogram", "field": "releaseDate", "interval": "month" } }] }';
    const fixes = analyzed(text).problems.flatMap((problem) => problem.fixes?.() ?? []);
    expect(fixes.map(({ title, preferred }) => ({ title, preferred }))).toEqual([
      { title: 'Filter empty dates out', preferred: false },
    ]);
  });

  it('one that is always set', () => {
    expect(
      editor('{ "aggregations": [{ "name": "h", "type": "histogram", "field": "createdAt", "interval": "month" }] }'),
    ).toMatchInlineSnapshot(`"no problem"`);
  });

  it('filtered', () => {
    expect(
      editor(
        '{ "filter": [{ "type": "range", "field": "releaseDate", "parameters": { "gte": "2025-01-01" } }], "aggregations": [{ "name": "h", "type": "histogram", "field": "releaseDate", "interval": "month" }] }',
      ),
    ).toMatchInlineSnapshot(`"no problem"`);
  });
});
