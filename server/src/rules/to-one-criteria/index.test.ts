import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('to-one-criteria');

describe('to-one-criteria', () => {
  it('limit and sort', () => {
    expect(
      editor('{ "associations": { "manufacturer": { «"limit"»: 1, «"sort"»: [{ "field": "name" }] } } }'),
    ).toMatchInlineSnapshot(`
      "warning: "manufacturer" is one row or none: "limit" has no effect here, and does not restrict the product either.
        to-one-criteria at /associations/manufacturer/limit
        Remove "limit" → { "associations": { "manufacturer": { "sort": [{ "field": "name" }] } } }
      warning: "manufacturer" is one row or none: "sort" has no effect here, and does not restrict the product either.
        to-one-criteria at /associations/manufacturer/sort
        Remove "sort" → { "associations": { "manufacturer": { "limit": 1 } } }"
    `);
  });

  it('a filter', () => {
    expect(
      editor(
        '{ "associations": { "cover": { «"filter"»: [{ "type": "equals", "field": "position", "value": 1 }] } } }',
      ),
    ).toMatchInlineSnapshot(`
      "warning: "cover" is one row or none: "filter" has no effect here, and does not restrict the product either.
        to-one-criteria at /associations/cover/filter
        Remove "filter" → { "associations": { "cover": {} } }"
    `);
  });

  it('what says nothing is no harm', () => {
    expect(
      editor(
        '{ "associations": { "manufacturer": { "filter": [], "sort": [], "limit": null, "total-count-mode": 1 } } }',
      ),
    ).toMatchInlineSnapshot(`"no problem"`);
  });

  it('to-many is shaped', () => {
    expect(editor('{ "associations": { "media": { "limit": 1 } } }')).toMatchInlineSnapshot(`"no problem"`);
  });
});
