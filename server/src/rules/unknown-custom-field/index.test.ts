import { describe, expect, it } from 'vitest';
import { customField } from '../../testing/customField.ts';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('unknown-custom-field');
const customFields = [
  customField('rec_text'),
  customField('rec_float', { type: 'float', entities: ['category', 'order'] }),
  customField('care.label'),
];
const equals = (path: string) => `{ "filter": [{ "type": "equals", "field": ${path}, "value": "1" }] }`;

describe('unknown-custom-field', () => {
  it('a name that is near one of the shop', () => {
    expect(editor(equals('"customFields.«rec_txt»"'), { customFields })).toMatchInlineSnapshot(`
      "information: The shop has no custom field "rec_txt" for product. It is compared as a string, and is null wherever nothing was stored under this name. Did you mean "rec_text"?
        unknown-custom-field at /filter/0/field
        Change to "customFields.rec_text" → { "filter": [{ "type": "equals", "field": "customFields.rec_text", "value": "1" }] }"
    `);
  });

  it('behind an association, with quotes, and with a part of its value', () => {
    expect(editor(equals('"categories.customFields.«recFloat».deep"'), { customFields })).toMatchInlineSnapshot(`
      "information: The shop has no custom field "recFloat" for category. It is compared as a string, and is null wherever nothing was stored under this name. Did you mean "rec_float"?
        unknown-custom-field at /filter/0/field
        Change to "categories.customFields.rec_float.deep" → { "filter": [{ "type": "equals", "field": "categories.customFields.rec_float.deep", "value": "1" }] }"
    `);
    expect(editor(equals('«"customFields.\\"care_label\\""»'), { customFields })).toMatchInlineSnapshot(`
      "information: The shop has no custom field "care_label" for product. It is compared as a string, and is null wherever nothing was stored under this name. Did you mean "care.label"?
        unknown-custom-field at /filter/0/field
        Change to "customFields."care.label"" → { "filter": [{ "type": "equals", "field": "customFields.\\"care.label\\"", "value": "1" }] }"
    `);
  });

  it('one of other entities', () => {
    expect(editor('{ "sort": [{ "field": "customFields.«rec_float»" }] }', { customFields })).toMatchInlineSnapshot(`
      "information: The custom field "rec_float" is not one of product, but of "category" and "order". It is null wherever nothing was stored under this name.
        unknown-custom-field at /sort/0/field"
    `);
  });

  it.each([
    equals('"customFields.rec_text"'),
    equals('"customFields.rec_text.deep"'),
    equals('"customFields.\\"rec_text\\""'),
    equals('"customFields.\\"care.label\\""'),
    equals('"customFields"'),
    equals('"customFields."'),
    equals('"translations.customFields.rec_text"'),
    equals('"manufacturer.customFields.anything"'),
    '{ "fields": ["customFields.nope"], "limit": 5 }',
  ])('silent: %s', (text) => {
    expect(editor(text, { customFields })).toBe('no problem');
  });

  it('is silent where the shop has none, or they are not known', () => {
    expect(editor(equals('"customFields.rec_txt"'), { customFields: [] })).toBe('no problem');
    expect(editor(equals('"customFields.rec_txt"'))).toBe('no problem');
  });
});
