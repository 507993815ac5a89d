import { describe, expect, it } from 'vitest';
import type { Directive } from '../criteria/directives.ts';
import { readCriteria } from '../criteria/document.ts';
import { analyzed, worldFor } from '../testing/editor.ts';
import { analyze } from './analyze.ts';

function codesIn(text: string): readonly string[] {
  return analyzed(text).problems.map(({ code }) => code);
}

describe('@disable', () => {
  it('silences its rule in the whole file', () => {
    expect(codesIn('// @disable unknown-key\n{ "limit": 5, "foo": 1,\n"bar": 1 }')).toEqual([]);
  });

  it('silences its rule in each line that follows one', () => {
    const line = (name: string) => `// @disable-next-line unknown-key\n"${name}": 1,\n"${name}2": 1,\n`;
    expect(codesIn(`{\n${line('foo')}${line('bar')}"limit": 5 }`)).toEqual(['unknown-key', 'unknown-key']);
  });

  it('wins in the whole file over a line', () => {
    const text = '// @disable unknown-key\n{ "limit": 5, "foo": 1,\n// @disable-next-line unknown-key\n"bar": 1 }';
    expect(codesIn(text)).toEqual([]);
  });

  it('silences no other rule, and nothing that is no JSON', () => {
    expect(codesIn('// @disable unknown-field\n{ "limit": 5, "foo": 1 }')).toEqual(['unused-disable', 'unknown-key']);
    expect(codesIn('// @disable syntax-error\n{ "limit": 5, }')).toEqual(['syntax-error']);
  });
});

describe('many directives', () => {
  it.each([
    '// @disable x',
    '// @disable unknown-field',
    '// @disable-next-line unknown-field',
    '// @entity product',
    '// @header sw-language-id: x',
    '// @nothing',
    '// @nothing-{n}',
  ])('are each looked at as often as a few are: %s', (line) => {
    expect(looksAtEach(line, 2000)).toBeLessThan(looksAtEach(line, 20) + 5);
  });
});

/** How often all rules together look at a directive, of which a file has so many. */
function looksAtEach(line: string, count: number): number {
  const lines = Array.from({ length: count }, (_, index) => line.replace('{n}', String(index)));
  const text = readCriteria('untitled:criteria', lines.join('\n'));
  let looks = 0;
  const handler: ProxyHandler<Directive> = {
    get: (directive, key) => {
      looks++;
      return Reflect.get(directive, key);
    },
  };
  const directives = text.directives.map((directive) => new Proxy(directive, handler));
  expect(analyze({ ...text, directives }, worldFor()).problems.length).toBeGreaterThan(count / 2);
  return looks / count;
}
