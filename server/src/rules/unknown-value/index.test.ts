import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('unknown-value');

describe('unknown-value', () => {
  it('the order of a sorting', () => {
    expect(editor('{ "sort": [{ "field": "name", "order": «"descending"» }] }')).toMatchInlineSnapshot(`
      "warning: "order" must be "ASC" or "DESC". It sorts ascending: only "desc", in any case, is descending.
        unknown-value at /sort/0/order
        Change to "DESC" → { "sort": [{ "field": "name", "order": "DESC" }] }"
    `);
  });

  it('the kind of a sorting', () => {
    expect(editor('{ "sort": [{ "field": "name", "type": «"natural"» }] }')).toMatchInlineSnapshot(`
      "warning: "type" must be "count". It is a plain sorting: only "count" has a meaning.
        unknown-value at /sort/0/type"
    `);
  });

  it('the operator of multi', () => {
    expect(
      editor(
        '{ "filter": [{ "type": "multi", "operator": «"||"», "queries": [{ "type": "equals", "field": "active", "value": true }] }] }',
      ),
    ).toMatchInlineSnapshot(`
      "warning: "operator" must be "and" or "or". Anything but "or" is read as "and".
        unknown-value at /filter/0/operator
        Change to "or" → { "filter": [{ "type": "multi", "operator": "or", "queries": [{ "type": "equals", "field": "active", "value": true }] }] }"
    `);
  });

  it('xor is no multi', () => {
    expect(
      editor(
        '{ "filter": [{ "type": "multi", "operator": «"xor"», "queries": [{ "type": "equals", "field": "active", "value": true }] }] }',
      ),
    ).toMatchInlineSnapshot(`
      "warning: "operator" must be "and" or "or". Anything but "or" is read as "and".
        unknown-value at /filter/0/operator"
    `);
  });

  it('total-count-mode', () => {
    expect(editor('{ "total-count-mode": «3» }')).toMatchInlineSnapshot(`
      "warning: "total-count-mode" must be 0, 1, 2, "none", "exact" or "next-pages". It counts as 0: "total" is the number of rows in this answer.
        unknown-value at /total-count-mode"
    `);
  });

  it('fields before 6.5', () => {
    expect(
      editor(`// @shopware 6.4.20
{ "fields": «["name"]» }`),
    ).toMatchInlineSnapshot(`
      "warning: Before Shopware 6.5.0 the shop ignores "fields": whole rows are returned.
        unknown-value at /fields
        Remove "fields" → // @shopware 6.4.20
      {}"
    `);
  });

  it('excludes before 6.7.3', () => {
    expect(
      editor(`// @shopware 6.6.10
{ "excludes": «{ "product": ["name"] }» }`),
    ).toMatchInlineSnapshot(`
      "warning: Before Shopware 6.7.3 the shop ignores "excludes".
        unknown-value at /excludes
        Remove "excludes" → // @shopware 6.6.10
      {}"
    `);
  });

  it('any case is fine', () => {
    expect(
      editor(
        '{ "sort": [{ "field": "name", "order": "Desc" }], "filter": [{ "type": "multi", "operator": "OR", "queries": [{ "type": "equals", "field": "active", "value": true }] }] }',
      ),
    ).toMatchInlineSnapshot(`"no problem"`);
  });

  it('an operator that is a type of group', () => {
    const filter = (group: string) =>
      `{ "filter": [{ ${group}, "queries": [{ "type": "equals", "field": "active", "value": true }] }] }`;
    expect(editor(filter('"type": "multi", "operator": «"nor"»'))).toContain(
      `Change to "type": "nor" → ${filter('"type": "nor"')}`,
    );
    expect(editor(filter('"type": "multi", "operator": «"nor"»'), { shopware: '6.4.0' })).not.toContain('→');
  });
});
