import { describe, expect, it } from 'vitest';
import { analyzed, editorFor } from '../../testing/editor.ts';

const editor = editorFor('association-as-field');

describe('association-as-field', () => {
  it('a to-many association', () => {
    expect(editor('{ "filter": [{ "type": "equals", "field": "«categories»", "value": 1 }] }')).toMatchInlineSnapshot(`
      "error: "categories" is an association to category, not a field: it has no value of its own. Use "categories.id" or another field of category.
        association-as-field at /filter/0/field, 500 FRAMEWORK__FIELD_ACCESSOR_BUILDER_NOT_FOUND
        Change to "categories.id" → { "filter": [{ "type": "equals", "field": "categories.id", "value": 1 }] }"
    `);
  });

  it('a step that leads to one, and one without an id', () => {
    expect(
      editor('{ "filter": [{ "type": "equals", "field": "manufacturer.«translations»", "value": 1 }] }'),
    ).toMatchInlineSnapshot(`
      "error: "translations" is an association to product_manufacturer_translation, not a field: it has no value of its own. Use a field of product_manufacturer_translation.
        association-as-field at /filter/0/field, 500 FRAMEWORK__FIELD_ACCESSOR_BUILDER_NOT_FOUND"
    `);
  });

  it('the id is preferred where ids are compared', () => {
    const isPreferred = (value: unknown) => {
      const text = JSON.stringify({ limit: 5, filter: [{ type: 'equals', field: 'categories', value }] });
      return analyzed(text).problems.flatMap(({ fixes }) => (fixes?.() ?? []).map(({ preferred }) => preferred));
    };
    expect(isPreferred('0123456789abcdef0123456789abcdef')).toEqual([true]);
    expect(isPreferred(null)).toEqual([true]);
    expect(isPreferred('Shoes')).toEqual([false]);
  });

  it('is fine with a field behind it', () => {
    expect(
      editor(
        '{ "filter": [{ "type": "equals", "field": "categories.id", "value": "0123456789abcdef0123456789abcdef" }] }',
      ),
    ).toMatchInlineSnapshot(`"no problem"`);
  });

  it('inside an association it is refused only when rows are found', () => {
    expect(editor('{ "associations": { "media": { "sort": [{ "field": "«media»" }] } } }')).toMatchInlineSnapshot(`
      "warning: "media" is an association to media, not a field: it has no value of its own. Use "media.id" or another field of media.
        association-as-field at /associations/media/sort/0/field, 500 FRAMEWORK__FIELD_ACCESSOR_BUILDER_NOT_FOUND when rows
        Change to "media.id" → { "associations": { "media": { "sort": [{ "field": "media.id" }] } } }"
    `);
  });

  it('an object in place of a value', () => {
    expect(editor('{ "filter": { "«media»": {} } }', { shopware: '6.4.20.2' })).toContain('is an association');
  });
});
