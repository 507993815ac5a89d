import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('same-child');

describe('same-child', () => {
  it('two entries', () => {
    expect(
      editor(
        '{ "filter": [{ "type": "equals", "field": "categories.active", "value": true }, { "type": "equals", "field": "«categories.visible»", "value": true }] }',
      ),
    ).toMatchInlineSnapshot(`
      "information: This may match a different row of "categories" than the condition on "categories.active". If one row must match both, put them into one group.
        same-child at /filter/1/field
        Because of "categories.active". ↳ categories.active
        Put both into one group → { "filter": [{ "type": "multi", "operator": "and", "queries": [{ "type": "equals", "field": "categories.active", "value": true }, { "type": "equals", "field": "categories.visible", "value": true }] }] }"
    `);
  });

  it('in one group', () => {
    expect(
      editor(
        '{ "filter": [{ "type": "and", "queries": [{ "type": "equals", "field": "categories.active", "value": true }, { "type": "equals", "field": "categories.visible", "value": true }] }] }',
      ),
    ).toMatchInlineSnapshot(`"no problem"`);
  });

  it('the same path twice wants two children', () => {
    expect(
      editor(
        '{ "filter": [{ "type": "equals", "field": "tags.name", "value": "a" }, { "type": "equals", "field": "tags.name", "value": "b" }] }',
      ),
    ).toMatchInlineSnapshot(`"no problem"`);
  });
});
