import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('unknown-directive');

describe('unknown-directive', () => {
  it('a misspelt one', () => {
    expect(
      editor(`// «@entty» product
{}`),
    ).toMatchInlineSnapshot(`
  "warning: There is no directive "@entty". Did you mean "@entity"?
    unknown-directive at null
    Change to "@entity" → // @entity product
  {}"
`);
  });

  it('a comment is none', () => {
    expect(
      editor(`// entity product, for @home
{}`),
    ).toMatchInlineSnapshot(`"no problem"`);
  });
});
