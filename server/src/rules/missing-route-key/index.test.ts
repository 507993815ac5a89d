import { describe, expect, it } from 'vitest';
import { analyzed, editorFor } from '../../testing/editor.ts';

const editor = editorFor('missing-route-key');

// The recorded exchange st-media-noids, and the probes of the older shops ("media without ids", "search without search word").
describe('missing-route-key', () => {
  it('media without ids', () => {
    expect(editor('// @path /store-api/media\n«{» "page": 1 }')).toMatchInlineSnapshot(`
      "error: The route /store-api/media needs "ids": without it the shop refuses the request.
        missing-route-key at , 400 CONTENT__MEDIA_EMPTY_ID
        Add "ids" → // @path /store-api/media
      { "page": 1, "ids": ["$1"] }"
    `);
  });

  it('media before 6.6', () => {
    expect(
      editor('// @path /store-api/media\n// @shopware 6.5.8\n«{» "ids": ["0123456789abcdef0123456789abcdef"] }'),
    ).toMatchInlineSnapshot(`
      "error: The route /store-api/media was added in Shopware 6.6.0.
        missing-route-key at , 404 0"
    `);
  });

  it('a search without a word, before 6.7', () => {
    expect(editor('// @path /store-api/search\n// @shopware 6.6.7\n«{» "limit": 1 }')).toMatchInlineSnapshot(`
      "error: The route /store-api/search needs "search": without it the shop refuses the request.
        missing-route-key at , 400 FRAMEWORK__MISSING_REQUEST_PARAMETER
        Add "search" → // @path /store-api/search
      // @shopware 6.6.7
      { "limit": 1, "search": "$1" }"
    `);
    expect(editor('// @path /store-api/search\n{ "limit": 1 }')).toMatchInlineSnapshot(`"no problem"`);
    expect(
      editor('// @path /store-api/search\n// @shopware 6.6.7\n{ "limit": 1, "search": "desk" }'),
    ).toMatchInlineSnapshot(`"no problem"`);
  });

  it('what is wrong with the criteria of a search comes first', () => {
    const { prediction } = analyzed('// @path /store-api/search\n// @shopware 6.6.7\n{ "limit": 0 }');
    expect(prediction?.errors[0]?.code).toBe('FRAMEWORK__INVALID_LIMIT_QUERY');
  });
});
