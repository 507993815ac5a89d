import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('missing-route');

describe('missing-route', () => {
  it('an entity without a list of its own', () => {
    expect(editor('// @entity «tax»\n// @api store\n{ "limit": 5 }')).toMatchInlineSnapshot(`
      "information: The Store API has no route that lists tax. Name the one that this criteria is for: // @path /store-api/…
        missing-route at null"
    `);
  });

  it('a path says it', () => {
    expect(editor('// @entity tax\n// @api store\n// @path /store-api/acme/tax\n{}')).toMatchInlineSnapshot(
      `"no problem"`,
    );
  });

  it('products have one', () => {
    expect(editor('// @entity product\n// @api store\n{}')).toMatchInlineSnapshot(`"no problem"`);
  });
});
