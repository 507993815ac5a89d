import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('deprecated-property');

describe('deprecated-property', () => {
  it('what the schema does not call deprecated is fine', () => {
    expect(editor('{ "sort": "name" }')).toMatchInlineSnapshot(`"no problem"`);
  });
});
