import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('id-as-text');

describe('id-as-text', () => {
  it('contains', () => {
    expect(
      editor('{ "filter": [{ "type": «"contains"», "field": "id", "value": "0123456789abcdef0123456789abcdef" }] }'),
    ).toMatchInlineSnapshot(`
      "warning: "id" is an id, stored as bytes: "contains" finds nothing or arbitrary rows. Use "equals" or "equalsAny" with whole ids.
        id-as-text at /filter/0/type
        Change to "equals" → { "filter": [{ "type": "equals", "field": "id", "value": "0123456789abcdef0123456789abcdef" }] }"
    `);
  });

  it('a range', () => {
    expect(
      editor('{ "filter": [{ "type": «"range"», "field": "manufacturerId", "parameters": { "gt": "a" } }] }'),
    ).toMatchInlineSnapshot(`
      "warning: "manufacturerId" is an id, stored as bytes: "range" finds nothing or arbitrary rows. Use "equals" or "equalsAny" with whole ids.
        id-as-text at /filter/0/type"
    `);
  });

  it('a list of ids is searched as text', () => {
    expect(
      editor('{ "filter": [{ "type": "contains", "field": "categoryIds", "value": "0123" }] }'),
    ).toMatchInlineSnapshot(`"no problem"`);
  });
});
