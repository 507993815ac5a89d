import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('multiplied-aggregation');

describe('multiplied-aggregation', () => {
  it('a sum', () => {
    expect(
      editor(
        '{ "filter": [{ "type": "equals", "field": "categories.active", "value": true }], "aggregations": [{ "name": "a", "type": «"sum"», "field": "stock" }] }',
      ),
    ).toMatchInlineSnapshot(`
      "warning: A filter goes through "categories": the sum includes a row once for each child that matches it.
        multiplied-aggregation at /aggregations/0/type
        Because of "categories.active". ↳ categories.active"
    `);
  });

  it('buckets', () => {
    expect(
      editor(
        '{ "filter": [{ "type": "prefix", "field": "tags.name", "value": "a" }], "aggregations": [{ "name": "a", "type": «"terms"», "field": "active" }] }',
      ),
    ).toMatchInlineSnapshot(`
      "warning: A filter goes through "tags": the "count" of a bucket includes a row once for each child that matches it.
        multiplied-aggregation at /aggregations/0/type
        Because of "tags.name". ↳ tags.name"
    `);
  });

  it('one id meets one child', () => {
    expect(
      editor(
        '{ "filter": [{ "type": "equals", "field": "categories.id", "value": "0123456789abcdef0123456789abcdef" }], "aggregations": [{ "name": "a", "type": "sum", "field": "stock" }] }',
      ),
    ).toMatchInlineSnapshot(`"no problem"`);
  });

  it('a count is distinct', () => {
    expect(
      editor(
        '{ "filter": [{ "type": "equals", "field": "categories.active", "value": true }], "aggregations": [{ "name": "a", "type": "count", "field": "id" }] }',
      ),
    ).toMatchInlineSnapshot(`"no problem"`);
  });

  it('aggregations do not see a post-filter', () => {
    expect(
      editor(
        '{ "post-filter": [{ "type": "equals", "field": "categories.active", "value": true }], "aggregations": [{ "name": "a", "type": "sum", "field": "stock" }] }',
      ),
    ).toMatchInlineSnapshot(`"no problem"`);
  });
});
