import { describe, expect, it } from 'vitest';
import { editor } from '../testing/editor.ts';
import { folds } from './folding.ts';

function folded(source: string): readonly string[] {
  const { text, analysis } = editor(source);
  return folds(analysis).map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`);
}

describe('folding', () => {
  it('takes objects and lists up to what closes them', () => {
    expect(folded('{"a": [\n1]}')).toEqual(['body: {"a": [\n1]', 'body: [\n1']);
  });

  it('takes comments that follow each other as one', () => {
    expect(folded('// @entity product\n// @shop a\n{ // b\n/* c */\n}// d')).toEqual([
      'comment: // @entity product\n// @shop a',
      'comment: // b\n/* c */',
      'comment: // d',
      'body: { // b\n/* c */\n',
    ]);
  });

  it('copes with nothing', () => {
    expect(folded('')).toEqual([]);
  });
});
