import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('sub-join');

describe('sub-join', () => {
  it('a negated condition', () => {
    expect(
      editor(
        '{ "filter": [{ "type": "not", "queries": [{ "type": "equals", "field": "«children.stock»", "value": 1 }] }] }',
      ),
    ).toMatchInlineSnapshot(`
      "error: The shop's SQL for a negated condition on "children" is wrong: it joins a second time and refers to a column that is not there.
        sub-join at /filter/0/queries/0/field, 500 1054"
    `);
  });

  it('two conditions that may be met by two children', () => {
    expect(
      editor(
        '{ "filter": [{ "type": "equals", "field": "«children.stock»", "value": 1 }, { "type": "equals", "field": "«children.active»", "value": true }] }',
      ),
    ).toMatchInlineSnapshot(`
      "error: The shop's SQL for a further condition on "children" is wrong: it joins a second time and refers to a column that is not there.
        sub-join at /filter/0/field, 500 1054
      error: The shop's SQL for a further condition on "children" is wrong: it joins a second time and refers to a column that is not there.
        sub-join at /filter/1/field, 500 1054"
    `);
  });

  it('inside a many-to-many association', () => {
    expect(
      editor(
        '{ "associations": { "categories": { "filter": [{ "type": "not", "queries": [{ "type": "equals", "field": "«tags.name»", "value": 1 }] }] } } }',
      ),
    ).toMatchInlineSnapshot(`
      "warning: The shop's SQL for a negated condition on "tags" inside a many-to-many association is wrong: it joins a second time and refers to a column that is not there.
        sub-join at /associations/categories/filter/0/queries/0/field, 500 1054 when rows"
    `);
  });

  it('one condition is fine', () => {
    expect(editor('{ "filter": [{ "type": "equals", "field": "children.stock", "value": 1 }] }')).toMatchInlineSnapshot(
      `"no problem"`,
    );
  });

  it('asking for rows without children is fine', () => {
    expect(
      editor(
        '{ "filter": [{ "type": "not", "queries": [{ "type": "equals", "field": "children.id", "value": null }] }] }',
      ),
    ).toMatchInlineSnapshot(`"no problem"`);
  });
});
