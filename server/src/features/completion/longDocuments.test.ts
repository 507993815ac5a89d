import { afterEach, describe, expect, it, vi } from 'vitest';
import { analyze } from '../../analysis/analyze.ts';
import { complete } from './complete.ts';

vi.mock('../../analysis/analyze.ts', async (original) => {
  const real = await original<typeof import('../../analysis/analyze.ts')>();
  return { ...real, analyze: vi.fn(real.analyze) };
});

const { editor } = await import('../testing/editor.ts');

const LONG = 430;

/** Filters around the one that is being written; each of its own field, and every tenth through a to-many association. */
function filters(count: number): string {
  return Array.from({ length: count }, (_, index) => {
    const field = index % 10 === 0 ? 'categories.name' : 'manufacturer.name';
    return `{"type": "equals", "field": "${field}", "value": "word ${index}"},`;
  }).join('\n');
}

interface Asked {
  readonly labels: readonly string[];
  /** How much text the rules were handed each time. */
  readonly lengths: readonly number[];
}

/** Each editor has a world of its own, that nobody has asked yet. */
function ask(source: string): Asked {
  const { analysis, offset } = editor(source);
  vi.mocked(analyze).mockClear();
  const labels = complete(analysis, offset).map(({ label }) => label);
  const lengths = vi.mocked(analyze).mock.calls.map(([{ syntax }]) => syntax.text.length);
  return { labels, lengths };
}

afterEach(() => vi.mocked(analyze).mockClear());

describe('a completion in a long document', () => {
  it.each([
    ['a path that may be joined twice', '{"filter": [FILTERS {"type": "equals", "field": "children.|", "value": 1}]}'],
    [
      'one inside of a negation',
      '{"filter": [FILTERS {"type": "not", "queries": [{"type": "equals", "field": "children.|", "value": 1}]}]}',
    ],
    [
      'a key of a short map',
      '{"post-filter": [FILTERS {"type": "equals", "field": "id", "value": 1}], "filter": {"children.|": 1}}',
    ],
    [
      'an entity without an id',
      '// @entity product_translation\n{"filter": [FILTERS {"type": "equals", "field": "product.|", "value": 1}]}',
    ],
    [
      'a sorting by a count',
      '{"filter": [FILTERS {"type": "equals", "field": "id", "value": 1}], "sort": [{"type": "count", "field": "|"}]}',
    ],
    [
      'the kind of a sorting',
      '{"filter": [FILTERS {"type": "equals", "field": "id", "value": 1}], "sort": [{"field": "media.id", "type": "|"}]}',
    ],
    ['keys', '{"filter": [FILTERS {"type": "equals", "field": "id", "value": 1}], |}'],
  ])('asks the rules no more than in a short one: %s', (_, source) => {
    const short = ask(source.replace('FILTERS', filters(11)));
    const long = ask(source.replace('FILTERS', filters(LONG)));
    expect(long.labels).toEqual(short.labels);
    expect(long.lengths).toEqual(short.lengths);
    expect(short.lengths.length).toBeGreaterThan(0);
    expect(Math.max(...long.lengths)).toBeLessThan(filters(LONG).length / 2);
  });

  it('asks nothing again when the next letter is typed', () => {
    const first = editor('{"filter": [{"type": "equals", "field": "children.|", "value": 1}]}');
    complete(first.analysis, first.offset);
    const { world } = first.analysis;
    const next = editor('{"filter": [{"type": "equals", "field": "children.n|", "value": "oak"}]}');
    const analysis = analyze(next.analysis.document, world);
    vi.mocked(analyze).mockClear();
    complete(analysis, next.offset);
    expect(vi.mocked(analyze)).not.toHaveBeenCalled();
  });
});
