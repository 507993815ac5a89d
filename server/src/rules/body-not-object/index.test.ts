import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('body-not-object');

describe('body-not-object', () => {
  it('a list is an empty criteria to the shop', () => {
    expect(editor('«[{ "limit": 1 }]»')).toMatchInlineSnapshot(`
      "warning: A criteria is an object. The shop reads anything else as an empty one and answers with all rows.
        body-not-object at 
        Take it out of the list → { "limit": 1 }"
    `);
  });

  it('a text as well', () => {
    expect(editor('«"product"»')).toMatchInlineSnapshot(`
      "warning: A criteria is an object. The shop reads anything else as an empty one and answers with all rows.
        body-not-object at "
    `);
  });

  it('an empty object is one', () => {
    expect(editor('{}')).toMatchInlineSnapshot(`"no problem"`);
  });
});
