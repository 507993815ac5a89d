import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('page-without-limit');

describe('page-without-limit', () => {
  it('the second page', () => {
    expect(editor('{ "page": «2» }')).toMatchInlineSnapshot(`
      "warning: Without "limit" the shop ignores "page": page 2 is page 1 again.
        page-without-limit at /page
        Add "limit": 25 → { "page": 2, "limit": 25 }"
    `);
  });

  it('the first is the first', () => {
    expect(editor('{ "page": 1 }')).toMatchInlineSnapshot(`"no problem"`);
  });

  it('of 2026', () => {
    expect(
      editor(`// @shopware 6.7.14
{ "page": 2 }`),
    ).toMatchInlineSnapshot(`"no problem"`);
  });
});
