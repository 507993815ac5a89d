import { describe, expect, it } from 'vitest';
import { answer } from '../../testing/answer.ts';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('unknown-id-property');
const ID = '63a50e5c62d7e191942936b20ed10a62';

describe('unknown-id-property', () => {
  it('a key that the entity does not have', () => {
    expect(
      editor(`{ "ids": [{ "productId": "${ID}", «"langId"»: "${ID}" }] }`, { entity: 'product_translation' }),
    ).toMatchInlineSnapshot(`
      "error: "langId" is not a property of product_translation: a combined id names its primary keys.
        unknown-id-property at /ids/0/langId, 400 FRAMEWORK__UNMAPPED_FIELD"
    `);
  });

  it('all keys are there: nothing', () => {
    expect(
      editor(`{ "ids": [{ "productId": "${ID}", "languageId": "${ID}" }] }`, { entity: 'product_translation' }),
    ).toMatchInlineSnapshot(`"no problem"`);
  });

  // addIdCondition shifts the first value off each object, whatever its name.
  it('where the first id is a single value nobody reads the names', () => {
    expect(editor(`{ "ids": [{ «"foo"»: "${ID}" }] }`)).toMatchInlineSnapshot(`
      "warning: "foo" is not a property of product: a combined id names its primary keys.
        unknown-id-property at /ids/0/foo"
    `);
    expect(answer({ ids: [{ foo: ID }] })).toBe('200');
    expect(answer({ ids: [ID, { foo: ID, bar: 'x' }] })).toBe('200');
    expect(answer({ ids: [{ foo: ID, bar: ID }] })).toBe('400 FRAMEWORK__UNMAPPED_FIELD');
  });
});
