import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSyntax } from '../../criteria/syntax.ts';
import { editorFor } from '../../testing/editor.ts';
import { apply } from '../edits.ts';
import { independentFaults } from './faults.ts';
import { plainEdits } from './fixes.ts';

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
      "error: "limit" is a key without quotes: keys must be in double quotes.
        syntax-error at null
        Change to "limit" → { "limit": 1 }"
    `);
  });

  it('single quotes', () => {
    expect(editor(`{ "term": «'desk'» }`)).toMatchInlineSnapshot(`
      "error: "'desk'" is not a JSON value. Strings must be in double quotes.
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
      "error: "True" is not a JSON value. Strings must be in double quotes.
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
      "error: JSON does not allow this white space: write plain spaces (it may be a no-break space).
        syntax-error at null
        Change to plain spaces → { "limit": 1 }"
    `);
  });

  it('commas with nothing between them', () => {
    expect(editor('{ "limit": 1 , «,» }')).toMatchInlineSnapshot(`
      "error: There is nothing before this comma.
        syntax-error at null
        Remove the commas → { "limit": 1   }"
    `);
    expect(editor('{ "limit": 5,«,» "term": "a" }')).toMatchInlineSnapshot(`
      "error: There is nothing before this comma.
        syntax-error at null
        Remove the comma → { "limit": 5, "term": "a" }"
    `);
    expect(editor('{ "associations": {«,»} }')).toMatchInlineSnapshot(`
      "error: There is nothing before this comma.
        syntax-error at null
        Remove the comma → { "associations": {} }"
    `);
  });

  it('a value that is missing', () => {
    expect(editor('{ "page": «}»')).toMatchInlineSnapshot(`
      "error: A value is expected here.
        syntax-error at null
        Add a value → { "page": \${1:null} }"
    `);
    expect(editor('{ "a" «}»')).toMatchInlineSnapshot(`
      "error: A colon is expected between key and value.
        syntax-error at null
        Add a value → { "a": \${1:null} }"
    `);
    expect(editor('{ "limit" «5» }')).toMatchInlineSnapshot(`
      "error: A colon is expected between key and value.
        syntax-error at null
        Add a colon → { "limit": 5 }"
    `);
  });

  it('brackets that are too many, or of the wrong kind', () => {
    expect(editor('{ "limit": 1 }«}»')).toMatchInlineSnapshot(`
      "error: The body ends before this: a criteria is one JSON object.
        syntax-error at null
        Remove "}" → { "limit": 1 }"
    `);
    expect(editor('{ "filter": []«]» }')).toMatchInlineSnapshot(`
      "error: "]" appears here while a "{" is still open.
        syntax-error at null
        Remove "]" → { "filter": [] }"
    `);
    expect(editor('{ "filter": [{ "type": "equals" «]» }')).toMatchInlineSnapshot(`
      "error: "]" appears here while a "{" is still open.
        syntax-error at null
        Add } → { "filter": [{ "type": "equals" } ] }"
    `);
    expect(editor('«}»')).toContain('A value is expected here.');
  });

  it('a text that is not closed, also where a comment with quotes follows', () => {
    expect(editor('{ "term": «"oak» }')).toMatchInlineSnapshot(`
      "error: The string is not closed: a double quote is missing.
        syntax-error at null
        Add the closing quote → { "term": "oak" }"
    `);
    expect(editor('{\n  "term": «"oak», // say "desk"\n  "limit": 1\n}')).toMatchInlineSnapshot(`
      "error: The string is not closed: a double quote is missing.
        syntax-error at null
        Add the closing quote → {
        "term": "oak", // say "desk"
        "limit": 1
      }"
    `);
    expect(editor('{\n  "term": «"oak» // a "b"\n}')).toMatchInlineSnapshot(`
      "error: The string is not closed: a double quote is missing.
        syntax-error at null
        Add the closing quote → {
        "term": "oak" // a "b"
      }"
    `);
    expect(editor('{ "sort": [{ "field": «"name», "order": "ASC" }] }')).toMatchInlineSnapshot(`
      "error: The string is not closed: a double quote is missing.
        syntax-error at null
        Add the closing quote → { "sort": [{ "field": "name", "order": "ASC" }] }"
    `);
  });

  it('what other languages write', () => {
    expect(editor('{ "limit": 5«;» "term": "a" }')).toMatchInlineSnapshot(`
      "error: ";" has no meaning in JSON.
        syntax-error at null
        Change to "," → { "limit": 5, "term": "a" }"
    `);
    expect(editor('{ "total-count-mode": 0«1» }')).toMatchInlineSnapshot(`
      "error: A comma is expected between two entries.
        syntax-error at null
        Change to 1 → { "total-count-mode": 1 }"
    `);
    expect(editor('«#» all of them\n{ "limit": 1 }')).toMatchInlineSnapshot(`
      "error: Comments begin with "//".
        syntax-error at null
        Change to "//" → // all of them
      { "limit": 1 }"
    `);
    expect(editor('{ «“limit”»: 1 }')).toMatchInlineSnapshot(`
      "error: "“limit”" is a key without quotes: keys must be in double quotes.
        syntax-error at null
        Change to "limit" → { "limit": 1 }"
    `);
    expect(editor('{ "term": «"a\tb"» }')).toMatchInlineSnapshot(`
      "error: This character must be escaped in a JSON string.
        syntax-error at null
        Write it with escapes → { "term": "a\\tb" }"
    `);
  });

  it('every fault that does not follow from another', () => {
    expect(editor('{ "grouping": ["id"«,»], "associations": { "media": {}«,» }«,» }')).toMatchInlineSnapshot(`
      "error: JSON allows no comma after the last entry.
        syntax-error at null
        Remove the comma → { "grouping": ["id"], "associations": { "media": {}, }, }
      error: JSON allows no comma after the last entry.
        syntax-error at null
        Remove the comma → { "grouping": ["id",], "associations": { "media": {} }, }
      error: JSON allows no comma after the last entry.
        syntax-error at null
        Remove the comma → { "grouping": ["id",], "associations": { "media": {}, } }"
    `);
    expect(editor(`{ «limit»: 1, "term": «'desk'» «"page"»: 2 }`)).toMatchInlineSnapshot(`
      "error: "limit" is a key without quotes: keys must be in double quotes.
        syntax-error at null
        Change to "limit" → { "limit": 1, "term": 'desk' "page": 2 }
      error: "'desk'" is not a JSON value. Strings must be in double quotes.
        syntax-error at null
        Change to "desk" → { limit: 1, "term": "desk" "page": 2 }
      error: A comma is expected between two entries.
        syntax-error at null
        Add a comma → { limit: 1, "term": 'desk', "page": 2 }"
    `);
    expect(editor('{ "limit": 5«,» // five\n}')).toMatchInlineSnapshot(`
      "error: JSON allows no comma after the last entry.
        syntax-error at null
        Remove the comma → { "limit": 5 // five
      }"
    `);
  });

  it('the wrong kind of brackets', () => {
    expect(editor('{"limit":5«]»')).toMatchInlineSnapshot(`
      "error: "]" appears here while a "{" is still open.
        syntax-error at null
        Change to "}" → {"limit":5}"
    `);
    expect(editor('["limit"«:»5]')).toMatchInlineSnapshot(`
      "error: Keys with values belong in an object, not in a list.
        syntax-error at null
        Change to an object → {"limit":5}"
    `);
  });

  it('a text over several lines', () => {
    expect(editor('{ "term": «"a»\n  b", "limit": 1 }')).toContain('→ { "term": "a\\n  b", "limit": 1 }');
    expect(editor('{ "term": «"a»\r\nb" }')).toContain('→ { "term": "a\\nb" }');
    expect(editor('{ "term": «"a»,\n  "limit": 5 }')).toContain('→ { "term": "a",\n  "limit": 5 }');
  });

  it('a comment that is not closed before what closes', () => {
    expect(editor('{ "limit": 5 «/* x }»')).toContain('→ { "limit": 5 /* x */ }');
    expect(editor('{ "fields": ["id" «/* x ]}»')).toContain('→ { "fields": ["id" /* x */ ]}');
    expect(editor('{ "limit": 5 «/* x\n}»')).toContain('→ { "limit": 5 /* x */\n}');
  });

  it('a comment that hides more than one fault', () => {
    expect(editor('{ "limit": 5, "aggregations": [{ "name" «/* : "a" }] }»')).toContain('Close the comment');
  });

  it('a number that JSON does not have is no other number', () => {
    expect(editor('{ "limit": 0«5» }')).toMatchInlineSnapshot(`
      "error: A comma is expected between two entries.
        syntax-error at null
        Change to 5 → { "limit": 5 }"
    `);
  });

  it('what is not finished yet is one fault', () => {
    expect(editor('{ "filter": [{ "field": «"na»')).toContain('The string is not closed');
  });

  it('what stands between entries in other languages separates nothing at the end', () => {
    const found = editor('{ "limit": 5«;» "term": "a"«;» }');
    expect(found).toContain('Change to "," → { "limit": 5, "term": "a"; }');
    expect(found).toContain('Remove ";" → { "limit": 5; "term": "a" }');
  });

  it('whatever the text, each fix alone leaves fewer faults', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ';',
      ':',
      '"a"',
      "'b'",
      '"',
      '1',
      '01',
      'True',
      ' ',
      '\n',
      '// c\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('');
        const { errors } = parseSyntax(text);
        for (const { fixes } of independentFaults(parseSyntax(text))) {
          for (const fix of fixes()) {
            expect(parseSyntax(apply(text, plainEdits(fix))).errors.length, text).toBeLessThan(errors.length);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
