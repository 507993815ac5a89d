import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

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
        Filter empty dates out → { "aggregations": [{ "name": "h", "type": "histogram", "field": "releaseDate", "interval": "month" }], "filter": [{ "type": "not", "queries": [{ "type": "equals", "field": "releaseDate", "value": null }] }] }"
    `);
  });

  it('added to the filters that are there', () => {
    expect(
      editor(
        '{ "filter": [{ "type": "equals", "field": "active", "value": true }], "aggregations": [{ "name": "h", "type": "histogram", "field": «"releaseDate"», "interval": "month" }] }',
      ),
    ).toMatchInlineSnapshot(`
      "warning: "releaseDate" may be empty, and the shop counts empty dates as today. Filter them out.
        null-dates at /aggregations/0/field
        Filter empty dates out → { "filter": [{ "type": "equals", "field": "active", "value": true }, { "type": "not", "queries": [{ "type": "equals", "field": "releaseDate", "value": null }] }], "aggregations": [{ "name": "h", "type": "histogram", "field": "releaseDate", "interval": "month" }] }"
    `);
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
