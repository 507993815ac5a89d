import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('duplicate-key');

describe('duplicate-key', () => {
  it('at the root', () => {
    expect(editor('{ "limit": 5, "term": "a", «"limit"»: 10 }')).toMatchInlineSnapshot(`
      "warning: "limit" appears twice in this object: the shop sees only the last one.
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
      "warning: "limit" appears twice in this object: the shop sees only the last one.
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
      "warning: "media" appears twice in this object: the shop sees only the last one.
        duplicate-key at /associations/media
        The earlier one, which the shop does not see. ↳ "media"
        Remove the earlier "media" → { "associations": { "media": {} } }"
    `);
  });

  it('two lists', () => {
    expect(
      editor('{ "ids": ["0123456789abcdef0123456789abcdef"], «"ids"»: ["0123456789abcdef0123456789abcdee"] }'),
    ).toMatchInlineSnapshot(`
      "warning: "ids" appears twice in this object: the shop sees only the last one.
        duplicate-key at /ids
        The earlier one, which the shop does not see. ↳ "ids"
        Merge both "ids" → { "ids": ["0123456789abcdef0123456789abcdef", "0123456789abcdef0123456789abcdee"] }
        Remove the earlier "ids" → { "ids": ["0123456789abcdef0123456789abcdee"] }"
    `);
    expect(
      editor(`{
  "fields": [
    "id" // always
  ],
  "limit": 1,
  «"fields"»: [
    "name"
  ]
}`),
    ).toMatchInlineSnapshot(`
      "warning: "fields" appears twice in this object: the shop sees only the last one.
        duplicate-key at /fields
        The earlier one, which the shop does not see. ↳ "fields"
        Merge both "fields" → {
        "fields": [
          "id", // always
          "name"
        ],
        "limit": 1
      }
        Remove the earlier "fields" → {
        "limit": 1,
        "fields": [
          "name"
        ]
      }"
    `);
  });

  it('two objects', () => {
    expect(editor('{ "associations": { "media": {} }, «"associations"»: { "tax": {} } }')).toMatchInlineSnapshot(`
      "warning: "associations" appears twice in this object: the shop sees only the last one.
        duplicate-key at /associations
        The earlier one, which the shop does not see. ↳ "associations"
        Merge both "associations" → { "associations": { "media": {}, "tax": {} } }
        Remove the earlier "associations" → { "associations": { "tax": {} } }"
    `);
    expect(editor('{ "associations": { "tax": { "limit": 1 } }, «"associations"»: { "tax": {} } }')).not.toContain(
      'Merge',
    );
  });

  it('one key in two objects is fine', () => {
    expect(editor('{ "limit": 5, "associations": { "media": { "limit": 5 } } }')).toMatchInlineSnapshot(`"no problem"`);
  });
});
