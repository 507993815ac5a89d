import { describe, expect, it } from 'vitest';
import { analyzed, editorFor } from '../../testing/editor.ts';

const editor = editorFor('unsupported-range-field');

describe('unsupported-range-field', () => {
  it('a counter', () => {
    expect(
      editor(
        '{ "aggregations": [{ "name": "r", "type": "range", "field": «"autoIncrement"», "ranges": [{ "to": 5 }] }] }',
      ),
    ).toMatchInlineSnapshot(`
      "error: "autoIncrement" is not a plain number: a range aggregation takes columns of the types int, float and price.
        unsupported-range-field at /aggregations/0/field, 500 FRAMEWORK__NOT_SUPPORTED_FIELD_FOR_AGGREGATION"
    `);
  });

  it('was fine before 6.6.6', () => {
    expect(
      editor(`// @shopware 6.6.5
{ "aggregations": [{ "name": "r", "type": "range", "field": "autoIncrement", "ranges": [{ "to": 5 }] }] }`),
    ).toMatchInlineSnapshot(`"no problem"`);
  });

  it('a price is fine', () => {
    expect(
      editor('{ "aggregations": [{ "name": "r", "type": "range", "field": "price", "ranges": [{ "to": 5 }] }] }'),
    ).toMatchInlineSnapshot(`"no problem"`);
  });

  it('inside an association nothing is aggregated', () => {
    const body =
      '{ "associations": { "media": { "aggregations": [{ "name": "r", "type": "range", "field": "createdAt", "ranges": [{}] }] } } }';
    const { problems, prediction } = analyzed(body);
    expect(prediction).toBeUndefined();
    expect(problems.filter(({ severity }) => severity === 'warning').map(({ code }) => code)).toEqual([
      'root-only-key',
    ]);
  });
});
