import { describe, expect, it } from 'vitest';
import { answer } from '../../testing/answer.ts';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('invalid-id');

describe('invalid-id', () => {
  it('a word', () => {
    expect(
      editor('{ "filter": [{ "type": "equals", "field": "manufacturerId", "value": «"shopware"» }] }'),
    ).toMatchInlineSnapshot(`
      "error: "shopware" is not a valid id: an id has 32 hex digits.
        invalid-id at /filter/0/value, 400 FRAMEWORK__INVALID_UUID"
    `);
  });

  it('with dashes', () => {
    expect(
      editor('{ "filter": [{ "type": "equals", "field": "id", "value": «"01234567-89ab-cdef-0123-456789abcdef"» }] }'),
    ).toMatchInlineSnapshot(`
      "error: "01234567-89ab-cdef-0123-456789abcdef" is not a valid id: an id has 32 hex digits.
        invalid-id at /filter/0/value, 400 FRAMEWORK__INVALID_UUID
        Write the id without dashes → { "filter": [{ "type": "equals", "field": "id", "value": "0123456789abcdef0123456789abcdef" }] }"
    `);
  });

  it('one of a list', () => {
    expect(
      editor(
        '{ "filter": [{ "type": "equalsAny", "field": "categories.id", "value": ["0123456789abcdef0123456789abcdef", «"x"»] }] }',
      ),
    ).toMatchInlineSnapshot(`
      "error: "x" is not a valid id: an id has 32 hex digits.
        invalid-id at /filter/0/value/1, 400 FRAMEWORK__INVALID_UUID"
    `);
  });

  it('a number is read as text', () => {
    expect(editor('{ "filter": [{ "type": "equals", "field": "taxId", "value": «5» }] }')).toMatchInlineSnapshot(`
      "error: 5 is not a valid id: an id has 32 hex digits.
        invalid-id at /filter/0/value, 400 FRAMEWORK__INVALID_UUID"
    `);
  });

  it('upper case is fine', () => {
    expect(
      editor('{ "filter": [{ "type": "equals", "field": "taxId", "value": "0123456789ABCDEF0123456789ABCDEF" }] }'),
    ).toMatchInlineSnapshot(`"no problem"`);
  });

  it('null asks for rows without', () => {
    expect(
      editor('{ "filter": [{ "type": "equals", "field": "manufacturerId", "value": null }] }'),
    ).toMatchInlineSnapshot(`"no problem"`);
  });

  it('a value of the short form', () => {
    expect(
      editor('{ "filter": { "taxId": «"x"», "product.id": "0123456789abcdef0123456789abcdef" } }'),
    ).toMatchInlineSnapshot(`
        "error: "x" is not a valid id: an id has 32 hex digits.
          invalid-id at /filter/taxId, 400 FRAMEWORK__INVALID_UUID"
      `);
  });

  it('a part of a text', () => {
    const id = '0123456789abcdef0123456789abcdef';
    expect(
      editor(
        `{ "filter": [{ "type": "equalsAny", "field": "taxId", "value": "${id}|«xyz»|«01234567-89ab-cdef-0123-456789abcdef»" }] }`,
      ),
    ).toMatchInlineSnapshot(`
      "error: "xyz" is not a valid id: an id has 32 hex digits.
        invalid-id at /filter/0/value, 400 FRAMEWORK__INVALID_UUID
      error: "01234567-89ab-cdef-0123-456789abcdef" is not a valid id: an id has 32 hex digits.
        invalid-id at /filter/0/value, 400 FRAMEWORK__INVALID_UUID
        Write the id without dashes → { "filter": [{ "type": "equalsAny", "field": "taxId", "value": "0123456789abcdef0123456789abcdef|xyz|0123456789abcdef0123456789abcdef" }] }"
    `);
  });

  it('a variable whose value is none', () => {
    expect(
      editor('// @var n abc\n{ "filter": [{ "type": "equals", "field": "manufacturerId", "value": «"{{n}}"» }] }'),
    ).toMatchInlineSnapshot(`
      "error: "abc" is not a valid id: an id has 32 hex digits.
        invalid-id at /filter/0/value, 400 FRAMEWORK__INVALID_UUID
        Because of "@var n". ↳ // @var n abc"
    `);
    const id = '0123456789abcdef0123456789abcdef';
    expect(
      editor(`// @var n ${id}\n{ "filter": [{ "type": "equals", "field": "manufacturerId", "value": "{{n}}" }] }`),
    ).toBe('no problem');
    expect(
      editor('{ "filter": [{ "type": "equals", "field": "manufacturerId", "value": "{{later}}" }] }', { shops: ['a'] }),
    ).toBe('no problem');
  });

  // EntityDefinitionQueryHelper::getField ends at the id, whatever follows in the path; `getFieldAccessor` too.
  it('an id with something behind it in the path', () => {
    expect(
      editor('{ "filter": [{ "type": "equals", "field": "manufacturerId«.name»", "value": «"Shopware AG"» }] }'),
    ).toMatchInlineSnapshot(`
      "warning: The shop discards the end of this path and uses "manufacturerId".
        ignored-path-end at /filter/0/field
        Change to "manufacturerId" → { "filter": [{ "type": "equals", "field": "manufacturerId", "value": "Shopware AG" }] }
      error: "Shopware AG" is not a valid id: an id has 32 hex digits.
        invalid-id at /filter/0/value, 400 FRAMEWORK__INVALID_UUID"
    `);
    const id = '0123456789abcdef0123456789abcdef';
    expect(answer({ filter: { 'id.foo': 'x' } })).toBe('400 FRAMEWORK__INVALID_UUID');
    expect(answer({ filter: { 'id.foo': id } })).toBe('200');
    expect(answer({ filter: [{ type: 'equalsAny', field: 'taxId.foo', value: ['x'] }] })).toBe(
      '400 FRAMEWORK__INVALID_UUID',
    );
  });

  // EntityDefinitionQueryHelper::addIdCondition; the same check as of a plain id (reference, section 2.1).
  it('in a combined id', () => {
    const id = '0123456789abcdef0123456789abcdef';
    expect(
      editor(`{ "ids": [{ "productId": «"x"», "languageId": "${id}" }] }`, { entity: 'product_translation' }),
    ).toMatchInlineSnapshot(`
      "error: "x" is not a valid id: an id has 32 hex digits.
        invalid-id at /ids/0/productId, 400 FRAMEWORK__INVALID_UUID"
    `);
    const translation = { entity: 'product_translation' };
    const invalid = '400 FRAMEWORK__INVALID_UUID';
    expect(
      answer(
        {
          ids: [
            { productId: id, languageId: id },
            { productId: id, languageId: 'en' },
          ],
        },
        translation,
      ),
    ).toBe(invalid);
    expect(answer({ ids: [{ productId: id, name: 'x' }] }, translation)).toBe('200');
    expect(answer({ ids: [{ id: 'xyz' }] })).toBe(invalid);
    expect(answer({ ids: [id, { foo: 'xyz', bar: id }] })).toBe(invalid);
  });

  it('several ids in one text', () => {
    const [a, b] = ['0123456789abcdef0123456789abcdef', 'fedcba9876543210fedcba9876543210'];
    const filter = (value: string) =>
      `{ "filter": [{ "type": "equalsAny", "field": "manufacturerId", "value": ${value} }] }`;
    expect(editor(filter(`«"${a},${b}"»`))).toContain(`→ ${filter(`["${a}", "${b}"]`)}`);
    expect(editor(filter(`[«"${a}, ${b}"»]`))).toContain(`→ ${filter(`["${a}", "${b}"]`)}`);
    expect(editor(filter(`"${a}|«${b},${a}»"`))).toContain(`→ ${filter(`"${a}|${b}|${a}"`)}`);
    expect(editor(filter(`«"${a},b"»`))).not.toContain('→');
  });
});
