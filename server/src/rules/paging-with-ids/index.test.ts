import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('paging-with-ids');

describe('paging-with-ids', () => {
  it('limit and page', () => {
    expect(editor('{ "ids": ["0123456789abcdef0123456789abcdef"], «"limit"»: 1, «"page"»: 1 }')).toMatchInlineSnapshot(`
      "warning: With "ids" the shop ignores "limit": all of these rows are returned.
        paging-with-ids at /limit
        Because of "ids". ↳ "ids"
        Remove "limit" → { "ids": ["0123456789abcdef0123456789abcdef"], "page": 1 }
      warning: With "ids" the shop ignores "page": all of these rows are returned.
        paging-with-ids at /page
        Because of "ids". ↳ "ids"
        Remove "page" → { "ids": ["0123456789abcdef0123456789abcdef"], "limit": 1 }"
    `);
  });

  it('the mode of the total is no harm', () => {
    expect(editor('{ "ids": ["0123456789abcdef0123456789abcdef"], "total-count-mode": 1 }')).toMatchInlineSnapshot(
      `"no problem"`,
    );
  });
});
