import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('root-only-key');

describe('root-only-key', () => {
  it('includes', () => {
    expect(
      editor('{ "associations": { "media": { «"includes"»: { "product_media": ["id"] } } } }'),
    ).toMatchInlineSnapshot(`
      "warning: "includes" has an effect at the root only: the shop reads it here and does nothing with it.
        root-only-key at /associations/media/includes
        Move to the root → { "associations": { "media": {} }, "includes": { "product_media": ["id"] } }
        Remove "includes" → { "associations": { "media": {} } }"
    `);
  });

  it('includes, where the root has some', () => {
    expect(
      editor(
        '{ "associations": { "media": { «"includes"»: { "product_media": ["id", "media"], "media": ["path"] } } }, "includes": { "product": ["media"], "product_media": ["id"] } }',
      ),
    ).toMatchInlineSnapshot(`
      "warning: "includes" has an effect at the root only: the shop reads it here and does nothing with it.
        root-only-key at /associations/media/includes
        Move to the root → { "associations": { "media": {} }, "includes": { "product": ["media"], "product_media": ["id", "media"], "media": ["path"] } }
        Remove "includes" → { "associations": { "media": {} }, "includes": { "product": ["media"], "product_media": ["id"] } }"
    `);
    expect(
      editor(
        '{ "limit": 1, "associations": { "media": { «"includes"»: { /* few */ "media": ["path"] } } }, "includes": { "product": ["media"] } }',
      ),
    ).toMatchInlineSnapshot(`
      "warning: "includes" has an effect at the root only: the shop reads it here and does nothing with it.
        root-only-key at /associations/media/includes
        Remove "includes" → { "limit": 1, "associations": { "media": {} }, "includes": { "product": ["media"] } }"
    `);
  });

  it('aggregations', () => {
    expect(
      editor(
        '{ "associations": { "media": { «"aggregations"»: [{ "name": "c", "type": "count", "field": "id" }] } } }',
      ),
    ).toMatchInlineSnapshot(`
      "warning: "aggregations" has an effect at the root only: the shop reads it here and does nothing with it.
        root-only-key at /associations/media/aggregations
        Remove "aggregations" → { "associations": { "media": {} } }"
    `);
  });

  it('the Administration sends a total-count-mode', () => {
    expect(editor('{ "associations": { "media": { "total-count-mode": 1 } } }')).toMatchInlineSnapshot(`"no problem"`);
  });
});
