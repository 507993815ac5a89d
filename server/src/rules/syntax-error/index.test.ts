import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('syntax-error');

describe('syntax-error', () => {
  it('a trailing comma', () => {
    expect(editor('{ "limit": 1«,» }')).toMatchInlineSnapshot(`
      "error: JSON allows no comma after the last entry.
        syntax-error at null
        Remove the comma → { "limit": 1 }"
    `);
  });

  it('a key without quotes', () => {
    expect(editor('{ «limit»: 1 }')).toMatchInlineSnapshot(`
      "error: "limit" is a key without its quotes: keys stand in double quotes.
        syntax-error at null
        Change to "limit" → { "limit": 1 }"
    `);
  });

  it('single quotes', () => {
    expect(editor(`{ "term": «'desk'» }`)).toMatchInlineSnapshot(`
      "error: "'desk'" is no JSON value. Texts stand in double quotes.
        syntax-error at null
        Change to "desk" → { "term": "desk" }"
    `);
  });

  it('a missing comma', () => {
    expect(editor('{ "limit": 5 «"term"»: "a" }')).toMatchInlineSnapshot(`
      "error: A comma is expected between two entries.
        syntax-error at null
        Add a comma → { "limit": 5, "term": "a" }"
    `);
  });

  it('missing brackets', () => {
    expect(editor('{ "filter": [{ "type": "equals"«}»')).toMatchInlineSnapshot(`
      "error: The list is not closed: a "]" is missing.
        syntax-error at null
        Add ]} → { "filter": [{ "type": "equals"} ]}"
    `);
  });

  it('a word of another language', () => {
    expect(editor('{ "filter": [{ "type": "equals", "field": "active", "value": «True» }] }')).toMatchInlineSnapshot(`
      "error: "True" is no JSON value. Texts stand in double quotes.
        syntax-error at null
        Change to true → { "filter": [{ "type": "equals", "field": "active", "value": true }] }"
    `);
  });

  it('comments are fine', () => {
    expect(
      editor(`{ /* all */ "limit": 1 // one
}`),
    ).toMatchInlineSnapshot(`"no problem"`);
  });

  it('white space that is none to JSON', () => {
    expect(editor('{«\u00a0»"limit": 1 }')).toMatchInlineSnapshot(`
      "error: This white space is none to JSON: write plain spaces (it may be a no-break space).
        syntax-error at null
        Change to plain spaces → { "limit": 1 }"
    `);
  });
});
