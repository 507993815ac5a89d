import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('unknown-shop');

describe('unknown-shop', () => {
  it('a misspelt one', () => {
    expect(
      editor(
        `// @shop «stagin»
{}`,
        { shops: ['staging', 'live'] },
      ),
    ).toMatchInlineSnapshot(`
  "error: No shop "stagin" is configured. Did you mean "staging"?
    unknown-shop at null
    Change to "staging" → // @shop staging
  {}"
`);
  });

  it('shops are not known', () => {
    expect(
      editor(`// @shop staging
{}`),
    ).toMatchInlineSnapshot(`"no problem"`);
  });
});
