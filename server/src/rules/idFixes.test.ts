import { describe, expect, it } from 'vitest';
import { editorFor } from '../testing/editor.ts';

const editor = editorFor('invalid-value');
const ID = '0123456789abcdef0123456789abcdef';

describe('a bad id in "ids"', () => {
  it('is marked by itself', () => {
    expect(
      editor(`{ "ids": ["${ID}", «"oops"», "${ID}", «"01234567-89ab-cdef-0123-456789abcdef"»] }`),
    ).toMatchInlineSnapshot(`
      "error: This entry must be an id of 32 hex digits.
        invalid-value at /ids/1, 400 FRAMEWORK__INVALID_UUID
      error: This entry must be an id of 32 hex digits.
        invalid-value at /ids/3, 400 FRAMEWORK__INVALID_UUID
        Write the id without dashes → { "ids": ["0123456789abcdef0123456789abcdef", "oops", "0123456789abcdef0123456789abcdef", "0123456789abcdef0123456789abcdef"] }"
    `);
  });

  it('may be several', () => {
    expect(editor(`{ "ids": [«"${ID}|${ID}"»] }`)).toMatchInlineSnapshot(`
      "error: This entry must be an id of 32 hex digits.
        invalid-value at /ids/0, 400 FRAMEWORK__INVALID_UUID
        Change to several ids → { "ids": ["0123456789abcdef0123456789abcdef", "0123456789abcdef0123456789abcdef"] }"
    `);
    expect(editor(`{ "ids": «"${ID}, ${ID}"» }`)).toMatchInlineSnapshot(`
      "error: "ids" must be ids of 32 hex digits with "|" between them.
        invalid-value at /ids, 400 FRAMEWORK__INVALID_UUID
        Change to several ids → { "ids": ["0123456789abcdef0123456789abcdef","0123456789abcdef0123456789abcdef"] }"
    `);
  });

  it('is not changed where nothing is an id', () => {
    expect(editor('{ "ids": «"a,b"» }')).not.toContain('→');
  });
});
