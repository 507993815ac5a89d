import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('unreadable-aggregation');

describe('unreadable-aggregation', () => {
  it('the greatest id', () => {
    expect(editor('{ "aggregations": [{ "name": "m", "type": "max", "field": «"id"» }] }')).toMatchInlineSnapshot(`
      "warning: "max" of an id is raw bytes, which the shop cannot write as JSON: it fails as soon as there is one.
        unreadable-aggregation at /aggregations/0/field, 500 0 when rows"
    `);
  });

  it('a histogram of a text', () => {
    expect(
      editor('{ "aggregations": [{ "name": "h", "type": "histogram", "field": «"name"», "interval": "day" }] }'),
    ).toMatchInlineSnapshot(`
      "warning: A histogram counts by date, and "name" is none: the shop fails on the first value that it cannot read as a date.
        unreadable-aggregation at /aggregations/0/field, 500 0 when rows"
    `);
  });

  it('an entity that there is not', () => {
    expect(
      editor(
        '{ "aggregations": [{ "name": "e", "type": "entity", "field": "manufacturerId", "definition": «"manufacturer"» }] }',
      ),
    ).toMatchInlineSnapshot(`
      "warning: There is no entity "manufacturer". Did you mean "product_manufacturer"?
        unreadable-aggregation at /aggregations/0/definition, 400 FRAMEWORK__EntityRepository_NOT_FOUND when rows
        Change to "product_manufacturer" → { "aggregations": [{ "name": "e", "type": "entity", "field": "manufacturerId", "definition": "product_manufacturer" }] }"
    `);
  });

  it('is fine on a number', () => {
    expect(editor('{ "aggregations": [{ "name": "m", "type": "max", "field": "stock" }] }')).toMatchInlineSnapshot(
      `"no problem"`,
    );
  });
});
