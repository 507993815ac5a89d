import { expect, it } from 'vitest';
import { editorFor } from '../testing/editor.ts';

const editor = editorFor('wrong-type');

it('an object where a path belongs', () => {
  expect(editor('{ "grouping": [«{ "field": "displayGroup" }»] }')).toMatchInlineSnapshot(`
    "error: This entry must be a field path.
      wrong-type at /grouping/0, 500 0
      Change to "displayGroup" → { "grouping": ["displayGroup"] }"
  `);
  expect(editor('{ "fields": [«{ "field": "name", "order": "ASC" }»] }')).not.toContain('→');
});
