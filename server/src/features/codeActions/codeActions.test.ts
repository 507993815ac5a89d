import { describe, expect, it } from 'vitest';
import { type EditorOptions, editor } from '../testing/editor.ts';
import { codeActions } from './codeActions.ts';

function titles(source: string, options?: EditorOptions): string[] {
  const { analysis, offset } = editor(source, options);
  return codeActions(analysis, offset, offset).map(({ title }) => title);
}

function done(source: string, title: string): string {
  const { analysis, offset, text } = editor(source);
  const action = codeActions(analysis, offset, offset).find((candidate) => candidate.title === title);
  if (!action) throw new Error(`"${title}" is not offered.`);
  return action.edits.reduce((whole, edit) => whole.slice(0, edit.start) + edit.text + whole.slice(edit.end), text);
}

const TYPO = '{\n  "sort": [{"field": "stok|"}]\n}';

describe('actions', () => {
  it('fix, reload and silence, in this order', () => {
    expect(titles(TYPO)).toEqual([
      'Change to "stock"',
      "Reload the shop's schema",
      'Silence "unknown-field" in this line',
      'Silence "unknown-field" in this file',
    ]);
    expect(done(TYPO, 'Change to "stock"')).toBe('{\n  "sort": [{"field": "stock"}]\n}');
  });

  it('reload only a schema that came from a shop', () => {
    expect(titles(TYPO, { world: { schemaSource: 'file' } })).not.toContain("Reload the shop's schema");
    expect(titles(TYPO, { world: { schemaSource: 'bundled' } })).not.toContain("Reload the shop's schema");
    expect(titles(TYPO, { world: { schemaSource: 'stored' } })).toContain("Reload the shop's schema");
  });

  it('silence with a directive in the place where it works', () => {
    expect(done(TYPO, 'Silence "unknown-field" in this line')).toBe(
      '{\n  // @disable-next-line unknown-field\n  "sort": [{"field": "stok"}]\n}',
    );
    expect(done('{"sort": [{"field": "stok|"}]}\r\n', 'Silence "unknown-field" in this file')).toBe(
      '// @disable unknown-field\r\n{"sort": [{"field": "stok"}]}\r\n',
    );
    expect(done('\ufeff{"sort": [{"field": "stok|"}]}', 'Silence "unknown-field" in this line')).toBe(
      '\ufeff// @disable-next-line unknown-field\n{"sort": [{"field": "stok"}]}',
    );
  });

  it('silence behind a comment that ends on the line', () => {
    expect(
      done('{\n  /* by\n     stock */ "sort": [{"field": "stok|"}]\n}', 'Silence "unknown-field" in this line'),
    ).toBe('{\n  /* by\n     stock */\n     // @disable-next-line unknown-field\n     "sort": [{"field": "stok"}]\n}');
  });

  it('never silence a syntax error, and a directive only in the file', () => {
    expect(titles('{"limit": 1,|}')).toEqual(expect.not.arrayContaining([expect.stringContaining('Silence')]));
    expect(titles('// @entty| product\n{}')).toEqual([
      'Change to "@entity"',
      'Silence "unknown-directive" in this file',
    ]);
  });

  it('are only those of the place', () => {
    expect(titles('{|\n  "sort": [{"field": "stok"}]\n}')).not.toContain('Change to "stock"');
  });
});
