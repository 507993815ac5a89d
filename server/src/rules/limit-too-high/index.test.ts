import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('limit-too-high');

describe('limit-too-high', () => {
  it('the Admin API', () => {
    expect(editor('{ "limit": «1000» }')).toMatchInlineSnapshot(`
      "error: The shop returns at most 500 rows in one answer.
        limit-too-high at /limit, 400 FRAMEWORK__QUERY_LIMIT_EXCEEDED
        Change to 500 → { "limit": 500 }"
    `);
  });

  it('the Store API', () => {
    expect(
      editor(`// @api store
{ "limit": «500» }`),
    ).toMatchInlineSnapshot(`
  "error: The shop returns at most 100 rows in one answer.
    limit-too-high at /limit, 400 FRAMEWORK__QUERY_LIMIT_EXCEEDED
    Change to 100 → // @api store
  { "limit": 100 }"
`);
  });

  it('not between 6.4.5 and 6.6 in the Admin API', () => {
    expect(
      editor(`// @shopware 6.5.8
{ "limit": 100000 }`),
    ).toMatchInlineSnapshot(`"no problem"`);
  });

  it('not in an association', () => {
    expect(editor('{ "associations": { "media": { "limit": 5000 } } }')).toMatchInlineSnapshot(`"no problem"`);
  });
});
