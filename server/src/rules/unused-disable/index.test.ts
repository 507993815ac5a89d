import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('unused-disable');

describe('unused-disable', () => {
  it('silences nothing in the file', () => {
    expect(editor('// «@disable unknown-key "route"»\n{ "limit": 5 }')).toMatchInlineSnapshot(`
      "hint: "unknown-key" finds nothing in this file: this silences nothing.
        unused-disable at null
        Remove "@disable" → { "limit": 5 }"
    `);
  });

  it('silences nothing in the next line', () => {
    expect(editor('{\n  // «@disable-next-line unknown-key»\n  "limit": 5,\n  «"foo"»: 1\n}')).toMatchInlineSnapshot(`
      "hint: "unknown-key" finds nothing in the next line: this silences nothing.
        unused-disable at null
        Remove "@disable-next-line" → {
          "limit": 5,
        "foo": 1
      }
      warning: A criteria has no key "foo": the shop ignores it.
        unknown-key at /foo
        Remove "foo" → {
        // @disable-next-line unknown-key
        "limit": 5
      }"
    `);
  });

  it('names no rule', () => {
    expect(editor('// @disable «unknwon-key»\n{ "limit": 5 }')).toMatchInlineSnapshot(`
      "warning: There is no rule "unknwon-key". Did you mean "unknown-key"?
        unused-disable at null
        Change to "unknown-key" → // @disable unknown-key
      { "limit": 5 }"
    `);
  });

  it('is fine where it silences', () => {
    expect(editor('// @disable unknown-key "route"\n{ "limit": 5, "foo": 1 }')).toMatchInlineSnapshot(`"no problem"`);
  });
});
