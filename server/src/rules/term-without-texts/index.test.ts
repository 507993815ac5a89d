import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('term-without-texts');

describe('term-without-texts', () => {
  it('no texts', () => {
    expect(
      editor(`// @entity product_visibility
{ «"term"»: "a" }`),
    ).toMatchInlineSnapshot(`
  "warning: product_visibility has no text to search: the shop ignores "term" and returns all rows.
    term-without-texts at /term
    Remove "term" → // @entity product_visibility
  {}"
`);
  });

  it('texts', () => {
    expect(editor('{ "term": "a" }')).toMatchInlineSnapshot(`"no problem"`);
  });
});
