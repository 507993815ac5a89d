import { describe, expect, it } from 'vitest';
import { analyzed, editorFor } from '../../testing/editor.ts';

const editor = editorFor('unreadable-aggregation');

describe('unreadable-aggregation', () => {
  it('the greatest id', () => {
    expect(editor('{ "aggregations": [{ "name": "m", "type": "max", "field": «"id"» }] }')).toMatchInlineSnapshot(`
      "warning: "max" of an id is raw bytes, which the shop cannot write as JSON: it fails as soon as there is a row.
        unreadable-aggregation at /aggregations/0/field, 500 0 when rows"
    `);
  });

  it('a histogram of a text', () => {
    expect(
      editor('{ "aggregations": [{ "name": "h", "type": "histogram", "field": «"name"», "interval": "day" }] }'),
    ).toMatchInlineSnapshot(`
      "warning: A histogram counts by date, and "name" is not one: the shop fails on the first value that it cannot read as a date.
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

  // The recorded type matrix of 6.7.6: fields of every type with every aggregation.
  it.each([
    ['product', 'price.gross', 'histogram', '500 0'],
    ['product', 'price.gross', 'entity', '400 FRAMEWORK__INVALID_UUID'],
    ['order', 'price.totalPrice', 'histogram', '500 0'],
    ['customer', 'remoteAddress', 'histogram', '500 0'],
    ['product', 'createdAt.rest', 'histogram', '200'],
    ['product', 'customFields.day', 'histogram', '200'],
  ])('%s.%s in %s', (entity, field, type, expected) => {
    const aggregation = { name: 'a', type, field, interval: 'month', definition: 'product' };
    const { prediction } = analyzed(JSON.stringify({ aggregations: [aggregation] }), { entity });
    const [first] = prediction?.errors ?? [];
    expect(first ? `${first.status} ${first.code}` : '200').toBe(expected);
  });
});
