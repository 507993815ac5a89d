import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply } from '../../rules/edits.ts';
import { formattingEdits, formattingEditsWithin } from './formatting.ts';

const TWO_SPACES = { tabSize: 2, insertSpaces: true };

function formatted(text: string, options = TWO_SPACES): string {
  return apply(text, formattingEdits(text, options));
}

describe('formatting', () => {
  it('indents, and leaves lines and comments as the author made them', () => {
    const source = `// @entity product
{
      "limit":10, // a page
  "filter": [{ "type":"equals","field": "active", "value": true }
  ,{ "type": "equals", "field": "stock", "value": 0 }]
}`;
    expect(formatted(source)).toBe(`// @entity product
{
  "limit": 10, // a page
  "filter": [{ "type": "equals", "field": "active", "value": true }
    , { "type": "equals", "field": "stock", "value": 0 }]
}`);
  });

  it('lays a body out that was pasted on one line', () => {
    expect(formatted('// @entity product\n{"limit":1,"ids":[]}')).toBe(
      '// @entity product\n{\n  "limit": 1,\n  "ids": []\n}',
    );
  });

  it('uses tabs where the editor does, and the line ends of the text', () => {
    expect(formatted('{\r\n"limit": 1\r\n}', { tabSize: 4, insertSpaces: false })).toBe('{\r\n\t"limit": 1\r\n}');
  });

  it('keeps a byte order mark, and to the lines that were asked for', () => {
    expect(formatted('\ufeff{\n"limit":1\n}')).toBe('\ufeff{\n  "limit": 1\n}');
    const text = '{\n"limit":1,\n"page":1\n}';
    const line = { start: text.indexOf('"page"'), end: text.indexOf('\n}') };
    expect(apply(text, formattingEditsWithin(text, TWO_SPACES, line))).toBe('{\n"limit":1,\n  "page": 1\n}');
  });

  it('changes no value, and nothing when it is done again', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 1, 3, '\t'), (value, indent) => {
        const once = formatted(JSON.stringify(value, null, indent));
        expect(JSON.parse(once)).toEqual(JSON.parse(JSON.stringify(value)));
        if (once.includes('\n')) expect(formatted(once)).toBe(once);
      }),
    );
  });
});
