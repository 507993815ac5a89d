import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('quoted-json-key');

describe('quoted-json-key', () => {
  it('a key with a dash', () => {
    expect(
      editor('{ "filter": [{ "type": "equals", "field": «"customFields.\\"my-field\\""», "value": 1 }] }'),
    ).toMatchInlineSnapshot(`
      "warning: The shop quotes my-field itself. Quoted twice it finds nothing on MariaDB, and is an error on MySQL.
        quoted-json-key at /filter/0/field
        Change to "customFields.my-field" → { "filter": [{ "type": "equals", "field": "customFields.my-field", "value": 1 }] }"
    `);
  });

  it('without a dash', () => {
    expect(
      editor('{ "filter": [{ "type": "equals", "field": "customFields.\\"my_field\\"", "value": 1 }] }'),
    ).toMatchInlineSnapshot(`"no problem"`);
  });
});
