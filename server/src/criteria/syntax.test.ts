import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainSyntax, parseSyntax } from './syntax.ts';

/** The first fault as people see it. */
function complaint(text: string): string | undefined {
  const [fault] = parseSyntax(text).errors;
  return fault && explainSyntax(fault, text);
}

describe('a text that is no JSON is explained in a plain sentence', () => {
  it.each([
    ['{ "limit": 1, }', 'JSON allows no comma after the last entry.'],
    ['[1, ]', 'JSON allows no comma after the last entry.'],
    ['{ limit: 1 }', '"limit" is a key without quotes: keys must be in double quotes.'],
    ['{ "limit": all }', '"all" is not a JSON value. Strings must be in double quotes.'],
    ['{ "limit" 1 }', 'A colon is expected between key and value.'],
    ['{ "a": 1 "b": 2 }', 'A comma is expected between two entries.'],
    ['{ "a": }', 'A value is expected here.'],
    ['{ "a": 1', 'The object is not closed: a "}" is missing.'],
    ['[1', 'The list is not closed: a "]" is missing.'],
    ['{ "a": "x }', 'The string is not closed: a double quote is missing.'],
    ['{} {}', 'The body ends before this: a criteria is one JSON object.'],
    ["{ 'a': 1 }", `"'a'" is a key without quotes: keys must be in double quotes.`],
    ['{ "a": "\\x" }', 'This escape does not exist in JSON; a backslash is written "\\\\".'],
    ['/* open', 'The comment is not closed: "*/" is missing.'],
    ['['.repeat(200_000), 'Objects and lists are nested too deeply to be read.'],
  ])('%.40s', (text, sentence) => {
    expect(complaint(text)).toBe(sentence);
  });

  it('a comment that is cut off at once is marked inside the text', () => {
    expect(parseSyntax('{} /*').errors[0]).toMatchObject({ offset: 3, length: 2 });
  });

  it('comments, a byte order mark and Windows line ends are no faults', () => {
    expect(complaint('\ufeff// @entity product\r\n{ /* all */ "limit": 1 }\r\n')).toBeUndefined();
  });

  it('offsets are those of the text, byte order mark included', () => {
    const text = '\ufeff{ "limit": }';
    expect(parseSyntax(text).errors[0]).toMatchObject({ offset: text.indexOf('}') });
  });
});

// What json_decode($text, true, 512) of PHP 8.2 said.
describe('what is JSON, but not to PHP', () => {
  const HALF = 'This string contains half of a character: the other \\u escape is missing.';

  it.each([
    ['{ "term": "\\ud800" }', HALF],
    ['{ "term": "a\\udc00" }', HALF],
    ['{ "\\ud83d\\ud83d": 1 }', HALF],
    ['{ "term": "\\ud83d\\ude00" }', undefined],
    ['{ "term": "\\\\ud800" }', undefined],
    ['{ "term": "\\ud7ff" } // \\ud800', undefined],
    ['['.repeat(512) + ']'.repeat(512), undefined],
    ['['.repeat(513) + ']'.repeat(513), 'Objects and lists are nested too deeply to be read.'],
    [`${'{"a":'.repeat(512)}1${'}'.repeat(512)}`, undefined],
    [`${'{"a":'.repeat(513)}1${'}'.repeat(513)}`, 'Objects and lists are nested too deeply to be read.'],
  ])('%.40s', (text, sentence) => {
    expect(complaint(text)).toBe(sentence);
  });
});

it('whatever the text, faults lie inside it', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom('{', '}', '[', ']', '"', ':', ',', 'a', '1', ' ', '/', '*', '\\', '\n', '💥'),
      }),
      (text) => {
        for (const { offset, length } of parseSyntax(text).errors) {
          expect(offset).toBeGreaterThanOrEqual(0);
          expect(offset + length).toBeLessThanOrEqual(text.length);
        }
      },
    ),
  );
});
