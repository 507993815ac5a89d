import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('null-parent');

describe('null-parent', () => {
  it('a category', () => {
    expect(
      editor(`// @entity category
{ "associations": { «"parent"»: {} } }`),
    ).toMatchInlineSnapshot(`
  "warning: The shop accepts "parent" of category and answers null, although "parentId" is set. Search category by that id.
    null-parent at /associations/parent
    Remove "parent" → // @entity category
  { "associations": {} }"
`);
  });

  it('filtering by it is fine', () => {
    expect(
      editor(`// @entity category
{ "filter": [{ "type": "equals", "field": "parent.active", "value": true }] }`),
    ).toMatchInlineSnapshot(`"no problem"`);
  });
});
