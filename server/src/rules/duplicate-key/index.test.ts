import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('duplicate-key');

describe('duplicate-key', () => {
  it('at the root', () => {
    expect(editor('{ "limit": 5, "term": "a", «"limit"»: 10 }')).toMatchInlineSnapshot(`
      "warning: "limit" stands twice in this object: the shop sees only the last one.
        duplicate-key at /limit
        The earlier one, which the shop does not see. ↳ "limit"
        Remove the earlier "limit" → { "term": "a", "limit": 10 }"
    `);
  });

  it('on lines of their own', () => {
    expect(
      editor(`{
  "limit": 5,
  "term": "a",
  «"limit"»: 10
}`),
    ).toMatchInlineSnapshot(`
      "warning: "limit" stands twice in this object: the shop sees only the last one.
        duplicate-key at /limit
        The earlier one, which the shop does not see. ↳ "limit"
        Remove the earlier "limit" → {
        "term": "a",
        "limit": 10
      }"
    `);
  });

  it('an association', () => {
    expect(editor('{ "associations": { "media": { "limit": 1 }, «"media"»: {} } }')).toMatchInlineSnapshot(`
      "warning: "media" stands twice in this object: the shop sees only the last one.
        duplicate-key at /associations/media
        The earlier one, which the shop does not see. ↳ "media"
        Remove the earlier "media" → { "associations": { "media": {} } }"
    `);
  });

  it('one key in two objects is fine', () => {
    expect(editor('{ "limit": 5, "associations": { "media": { "limit": 5 } } }')).toMatchInlineSnapshot(`"no problem"`);
  });
});
