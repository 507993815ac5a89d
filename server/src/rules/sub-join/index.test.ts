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
      "error: The shop's SQL for a negated condition on "children" is wrong: it joins a second time and refers to a column that does not exist.
        sub-join at /filter/0/queries/0/field, 500 1054"
    `);
  });

  it('two conditions that may be met by two children', () => {
    expect(
      editor(
        '{ "filter": [{ "type": "equals", "field": "«children.stock»", "value": 1 }, { "type": "equals", "field": "«children.active»", "value": true }] }',
      ),
    ).toMatchInlineSnapshot(`
      "error: The shop's SQL for a further condition on "children" is wrong: it joins a second time and refers to a column that does not exist.
        sub-join at /filter/0/field, 500 1054
      error: The shop's SQL for a further condition on "children" is wrong: it joins a second time and refers to a column that does not exist.
        sub-join at /filter/1/field, 500 1054"
    `);
  });

  it('inside a many-to-many association', () => {
    expect(
      editor(
        '{ "associations": { "categories": { "filter": [{ "type": "not", "queries": [{ "type": "equals", "field": "«tags.name»", "value": 1 }] }] } } }',
      ),
    ).toMatchInlineSnapshot(`
      "warning: The shop's SQL for a negated condition on "tags" inside a many-to-many association is wrong: it joins a second time and refers to a column that does not exist.
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

  // JoinGroupBuilder: what is one group is joined once.
  it('is fine in a short map, which is one group', () => {
    expect(editor('{ "filter": { "children.stock": 1, "children.active": true } }')).toMatchInlineSnapshot(
      `"no problem"`,
    );
  });

  it('a duration beside another condition of its group, which it is none of', () => {
    expect(
      editor(
        '{ "filter": [{ "type": "multi", "operator": "and", "queries": [{ "type": "since", "field": "«children.createdAt»", "value": "P1D", "parameters": { "operator": "gt" } }, { "type": "equals", "field": "«children.active»", "value": true }] }] }',
      ),
    ).toMatchInlineSnapshot(`
      "error: The shop's SQL for a further condition on "children" is wrong: it joins a second time and refers to a column that does not exist.
        sub-join at /filter/0/queries/0/field, 500 1054
      error: The shop's SQL for a further condition on "children" is wrong: it joins a second time and refers to a column that does not exist.
        sub-join at /filter/0/queries/1/field, 500 1054"
    `);
  });

  // EntityAggregator: an aggregation sees filters, and of nested ones the field of the outermost counts.
  it('an aggregation over the children that a filter has met, but not over those of a post-filter', () => {
    const aggregated = '"aggregations": [{ "name": "n", "type": "count", "field": "children.id" }]';
    const filters = (key: string, field: string) =>
      `{ "${key}": [{ "type": "equals", "field": "${field}", "value": 1 }], ${aggregated} }`;
    expect(editor(filters('filter', '«children.stock»'))).toMatchInlineSnapshot(`
      "error: The shop's SQL for a further condition on "children" is wrong: it joins a second time and refers to a column that does not exist.
        sub-join at /filter/0/field, 500 1054"
    `);
    expect(editor(filters('post-filter', 'children.stock'))).toMatchInlineSnapshot(`"no problem"`);
  });

  it('is fine with an aggregation over children inside of another', () => {
    expect(
      editor(
        '{ "filter": [{ "type": "equals", "field": "children.stock", "value": 1 }], "aggregations": [{ "name": "t", "type": "max", "field": "name" }, { "name": "f", "type": "filter", "filter": [{ "type": "equals", "field": "active", "value": true }], "aggregation": { "name": "f", "type": "max", "field": "children.name" } }] }',
      ),
    ).toMatchInlineSnapshot(`"no problem"`);
  });
});
