import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('associations-beside-fields');

describe('associations-beside-fields', () => {
  it('not named in fields', () => {
    expect(editor('{ "fields": ["name"], "associations": { «"manufacturer"»: {} } }')).toMatchInlineSnapshot(`
      "warning: With "fields" the shop loads only what they name: "manufacturer" is not loaded. Name what you need of it there.
        associations-beside-fields at /associations/manufacturer
        Because of "fields". ↳ "fields"
        Remove "manufacturer" → { "fields": ["name"], "associations": {} }"
    `);
  });

  it('named in fields', () => {
    expect(editor('{ "fields": ["manufacturer.name"], "associations": { "manufacturer": {} } }')).toMatchInlineSnapshot(
      `"no problem"`,
    );
  });

  it('fields did not work in 6.4', () => {
    expect(
      editor(`// @shopware 6.4.20
{ "fields": null, "associations": { "manufacturer": {} } }`),
    ).toMatchInlineSnapshot(`"no problem"`);
  });

  it('not one that is not loaded in any case', () => {
    expect(editor('{ "fields": ["id"], "associations": { «"parent"»: {} } }')).not.toContain('beside-fields');
    expect(editor('{ "fields": ["id"], "associations": { «"orderLineItems"»: {} } }', { api: 'store' })).not.toContain(
      'beside-fields',
    );
  });
});
