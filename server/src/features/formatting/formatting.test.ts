import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Token, tokensFrom } from '../../criteria/tokens.ts';
import { apply } from '../../rules/edits.ts';
import { type FormattingOptions, formattingEdits, formattingEditsWithin } from './formatting.ts';

const TWO_SPACES = { tabSize: 2, insertSpaces: true };

function formatted(text: string, options: FormattingOptions = TWO_SPACES): string {
  return apply(text, formattingEdits(text, options));
}

describe('formatting', () => {
  it('puts every entry on its own line, but for short objects and lists that are written on one', () => {
    const source = `// @entity product
{"limit":10, // a page
  "filter": [{ "type":"equals","field": "active", "value": true }
  ,{ "type": "equals", "field": "stock", "value": 0 }], "sort": [{"field":"name"}]}`;
    expect(formatted(source)).toBe(`// @entity product
{
  "limit": 10, // a page
  "filter": [
    { "type": "equals", "field": "active", "value": true },
    { "type": "equals", "field": "stock", "value": 0 }
  ],
  "sort": [{ "field": "name" }]
}`);
  });

  it('lays a body out that was pasted on one line, and what is long in it', () => {
    expect(formatted('// @entity product\n{"limit":1,"ids":[]}')).toBe(
      '// @entity product\n{\n  "limit": 1,\n  "ids": []\n}',
    );
    expect(
      formatted(
        '{"filter":[{"type":"equals","field":"active","value":true},{"type":"equals","field":"name","value":"shirt"}]}',
      ),
    ).toBe(`{
  "filter": [
    { "type": "equals", "field": "active", "value": true },
    { "type": "equals", "field": "name", "value": "shirt" }
  ]
}`);
  });

  it('straightens the first line', () => {
    expect(formatted('  {\n"limit":5}')).toBe('{\n  "limit": 5\n}');
    expect(formatted('\n\n{}')).toBe('{}');
  });

  it('keeps comments where they are, and a blank line between entries', () => {
    const source = `// @entity product

{

  // why
  "limit": 5, /* a */ "page": 1, // b


  "term": "x" // c
  // d

}
// e
`;
    expect(formatted(source)).toBe(`// @entity product

{
  // why
  "limit": 5, /* a */
  "page": 1, // b

  "term": "x" // c
  // d
}
// e
`);
  });

  it('leaves the lines of a text with a fault', () => {
    expect(formatted('{\n"limit 20,\n"page":3\n}')).toBe('{\n"limit 20,\n  "page": 3\n}');
    expect(formatted('{"limit":5,"filter":[{"type": "equals"},],}')).not.toContain('\n');
  });

  it('leaves the end to the editor', () => {
    expect(formatted('{"limit":1}')).toBe('{\n  "limit": 1\n}');
    expect(formatted('{"limit":1}\n')).toBe('{\n  "limit": 1\n}\n');
    expect(formatted('{}', { ...TWO_SPACES, insertFinalNewline: true })).toBe('{}\n');
    expect(formatted('{}\n\n\n', { ...TWO_SPACES, trimFinalNewlines: true })).toBe('{}\n');
    expect(formatted('{}\n\n', { ...TWO_SPACES, insertFinalNewline: true })).toBe('{}\n\n');
    expect(formatted('\ufeff', TWO_SPACES)).toBe('\ufeff');
  });

  it('uses tabs where the editor does, and the line ends of the text', () => {
    expect(formatted('{\r\n"limit": 1\r\n}', { tabSize: 4, insertSpaces: false })).toBe('{\r\n\t"limit": 1\r\n}');
  });

  it('keeps a byte order mark, and to the lines that were asked for', () => {
    expect(formatted('\ufeff{\n"limit":1\n}')).toBe('\ufeff{\n  "limit": 1\n}');
    const text = '{\n"limit":1,\n"page":1\n}';
    const line = { start: text.indexOf('"page"'), end: text.indexOf('\n}') };
    expect(apply(text, formattingEditsWithin(text, TWO_SPACES, line))).toBe('{\n"limit":1,\n  "page": 1\n}');
    const whole = '{\n"limit":1,\n"page":1,\n"sort":"name"}';
    const lines = { start: whole.indexOf('"page"'), end: whole.indexOf('"sort"') };
    expect(apply(whole, formattingEditsWithin(whole, TWO_SPACES, lines))).toBe(
      '{\n"limit":1,\n  "page": 1,\n"sort":"name"}',
    );
  });

  it('changes no value, loses no comment, and changes nothing when it is done again', () => {
    const gap = fc.constantFrom('', '', '', ' ', '\n', '\r\n', '\n\n  ', '/* a */', ' // b\n', '\n  // c\n\n');
    fc.assert(
      fc.property(fc.jsonValue(), fc.infiniteStream(gap), (value, gaps) => {
        const text = [...tokensFrom(JSON.stringify(value), 0)].map(textOf(JSON.stringify(value))).join('\u0000');
        const source = text.replaceAll('\u0000', () => gaps.next().value ?? '');
        const once = formatted(source);
        expect(written(once)).toEqual(written(source));
        expect(formatted(once)).toBe(once);
      }),
    );
  });
});

function textOf(text: string): (token: Token) => string {
  return ({ start, end }) => text.slice(start, end);
}

function written(text: string): readonly string[] {
  return [...tokensFrom(text, 0)].map(textOf(text));
}
