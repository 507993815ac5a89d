import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('exact-total');

describe('exact-total', () => {
  it('a number', () => {
    expect(editor('{ "limit": 25, "page": 2, "sort": "id", "total-count-mode": «1» }')).toMatchInlineSnapshot(`
      "hint: The exact total counts all rows that match in a query of its own. To tell whether more pages follow, 2 is enough: it looks at most five pages ahead.
        exact-total at /total-count-mode
        Because of "page". ↳ "page"
        Change to 2 → { "limit": 25, "page": 2, "sort": "id", "total-count-mode": 2 }"
    `);
  });

  it('a name', () => {
    expect(editor('{ "limit": 25, "page": 2, "sort": "id", "total-count-mode": «"exact"» }')).toMatchInlineSnapshot(`
      "hint: The exact total counts all rows that match in a query of its own. To tell whether more pages follow, "next-pages" is enough: it looks at most five pages ahead.
        exact-total at /total-count-mode
        Because of "page". ↳ "page"
        Change to "next-pages" → { "limit": 25, "page": 2, "sort": "id", "total-count-mode": "next-pages" }"
    `);
  });

  it('without pages the total is what is asked for', () => {
    expect(editor('{ "limit": 1, "total-count-mode": 1 }')).toMatchInlineSnapshot(`"no problem"`);
    expect(editor('{ "limit": 25, "total-count-mode": 1 }')).toMatchInlineSnapshot(`"no problem"`);
  });
});
