import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyOf } from './body.ts';

describe('what is sent', () => {
  it.each([
    ['the text itself', '{ "limit" : 1 }\n', '{ "limit" : 1 }\n'],
    ['without a byte order mark', '\uFEFF{}', '{}'],
    ['without comments', '// @entity product\n{ /* a */ "limit": 1 // b\n}', '\n{  "limit": 1 \n}'],
    ['with what looks like a comment in a string', '{"value": "http://x /* y */"}', '{"value": "http://x /* y */"}'],
    [
      'with duplicate keys and long numbers',
      '{"a": 1.0, "a": 12345678901234567890.10}',
      '{"a": 1.0, "a": 12345678901234567890.10}',
    ],
    ['with its line ends', '{\r\n\t"a": 1\r\n}', '{\r\n\t"a": 1\r\n}'],
    ['with escapes as written', '{"a": "\\u00fc\\/ü"}', '{"a": "\\u00fc\\/ü"}'],
    ['also when it is no object', '[1]', '[1]'],
  ])('%s', (_, text, body) => {
    expect(bodyOf(text)).toEqual({ body, unknownVariables: [] });
  });

  it('has the values of variables, inside strings only', () => {
    const text = '// {{a}}\n{"{{a}}": "x {{ a }}-{{b}}", "c": ["{{a}}{{a}}"]}';
    expect(bodyOf(text, { a: '1', b: 'two "words"\n' })).toEqual({
      body: '\n{"1": "x 1-two \\"words\\"\\n", "c": ["11"]}',
      unknownVariables: [],
    });
  });

  it('keeps what no variable is known for, and names it once', () => {
    expect(bodyOf('{"a": "{{x}} {{toString}} {{x}}"}')).toEqual({
      body: '{"a": "{{x}} {{toString}} {{x}}"}',
      unknownVariables: ['x', 'toString'],
    });
  });

  it('does not read a value as a pattern or as a variable', () => {
    expect(bodyOf('{"a": "{{x}}"}', { x: '$& {{x}}' })).toMatchObject({ body: '{"a": "$& {{x}}"}' });
  });

  it('is, for any JSON with comments around it, that JSON', () => {
    fc.assert(
      fc.property(fc.json(), fc.string({ unit: fc.constantFrom('a', '"', '{', '*', ' ') }), (json, words) => {
        expect(bodyOf(`\uFEFF// ${words}\n${json}// ${words}`)).toMatchObject({ body: `\n${json}` });
      }),
    );
  });
});

describe('nothing is sent', () => {
  it.each([
    ['for a trailing comma', '{"a": 1,}', 8],
    ['for an empty file', '', 0],
    ['for comments only', '// @entity product\n', 19],
    ['for a half-typed string', '{"a": "b', 6],
    ['for two values', '{} {}', 3],
    ['for a comment without end', '{} /* x', 3],
  ])('%s', (_, text, offset) => {
    expect(bodyOf(text)).toMatchObject({ problem: { offset, message: expect.stringMatching(/^[A-Z].*\.$/) } });
  });

  it('and the place counts the byte order mark', () => {
    expect(bodyOf('\uFEFF{"a": 1,}')).toMatchObject({ problem: { offset: 9 } });
  });
});
