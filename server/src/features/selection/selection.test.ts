import { describe, expect, it } from 'vitest';
import { editor } from '../testing/editor.ts';
import { selectionSpans } from './selection.ts';

function grown(source: string): readonly string[] {
  const { text, offset, analysis } = editor(source);
  return selectionSpans(analysis, offset).map(({ start, end }) => text.slice(start, end));
}

describe('the selection', () => {
  it('grows from the segment of a path to the whole document', () => {
    expect(grown('// a\n{"filter": [{"field": "manufac|turer.name"}]}')).toEqual([
      'manufacturer',
      'manufacturer.name',
      '"manufacturer.name"',
      '"field": "manufacturer.name"',
      '{"field": "manufacturer.name"}',
      '[{"field": "manufacturer.name"}]',
      '"filter": [{"field": "manufacturer.name"}]',
      '{"filter": [{"field": "manufacturer.name"}]}',
      '// a\n{"filter": [{"field": "manufacturer.name"}]}',
    ]);
  });

  it('takes what is inside of brackets before the brackets', () => {
    expect(grown('[1, |2]')).toEqual(['2', '1, 2', '[1, 2]']);
    expect(grown('{"limit": 1|00}')).toEqual(['100', '"limit": 100', '{"limit": 100}']);
  });

  it('every step holds the one before', () => {
    const source = '{"sort": "-name,stock", "associations": {"media": {}}} // x';
    for (let at = 0; at <= source.length; at++) {
      const { analysis } = editor(source);
      const spans = selectionSpans(analysis, at);
      for (const [index, inner] of spans.slice(0, -1).entries()) {
        const outer = spans[index + 1];
        expect(outer && outer.start <= inner.start && outer.end >= inner.end).toBe(true);
      }
      expect(spans.at(-1)).toEqual({ start: 0, end: source.length });
    }
  });

  it('is the document where there is nothing else', () => {
    expect(grown('|')).toEqual(['']);
  });
});
