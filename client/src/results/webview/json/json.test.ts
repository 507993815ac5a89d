import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf, prettyJson } from './prettyJson.ts';
import { tokensOf } from './tokens.ts';

describe('prettyJson', () => {
  it('indents as JSON.stringify does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(prettyJson(JSON.stringify(value)).text).toBe(JSON.stringify(value, null, 2));
      }),
    );
  });

  it('changes nothing but space', () => {
    const source = '{ "long": 12345678901234567890.10, "a": 1, "a": 2,\n"s": "a\\"b, {c}" }';
    expect(prettyJson(source).text).toBe(
      '{\n  "long": 12345678901234567890.10,\n  "a": 1,\n  "a": 2,\n  "s": "a\\"b, {c}"\n}',
    );
  });

  it('gives its lines', () => {
    const pretty = prettyJson('{"a":[1,2],"b":{}}');
    const lines = Array.from({ length: pretty.lineCount }, (_, number) => pretty.line(number));
    expect(lines).toEqual(['{', '  "a": [', '    1,', '    2', '  ],', '  "b": {}', '}']);
    expect(linesOf('one').line(0)).toBe('one');
  });
});

describe('tokensOf', () => {
  it('tells keys from values', () => {
    expect(tokensOf('  "name": "a \\"b\\": c",')).toEqual([
      { kind: 'plain', text: '  ' },
      { kind: 'key', text: '"name"' },
      { kind: 'plain', text: ':' },
      { kind: 'plain', text: ' ' },
      { kind: 'string', text: '"a \\"b\\": c"' },
      { kind: 'plain', text: ',' },
    ]);
  });

  it('knows numbers and keywords', () => {
    expect(tokensOf('-1.5e3').map(({ kind }) => kind)).toEqual(['number']);
    expect(tokensOf('null').map(({ kind }) => kind)).toEqual(['keyword']);
  });

  it('loses nothing', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (line) => {
        expect(
          tokensOf(line)
            .map(({ text }) => text)
            .join(''),
        ).toBe(line);
      }),
    );
  });
});
