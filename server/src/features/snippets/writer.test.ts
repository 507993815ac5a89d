import { describe, expect, it } from 'vitest';
import { FAMILIES } from '../../criteria/grammar/families.ts';
import { SHAPES } from '../../criteria/grammar/index.ts';
import { analysisOf } from '../testing/editor.ts';
import { SKELETONS, skeletonText } from './skeletons.ts';
import { SnippetWriter, withoutStops } from './writer.ts';

describe('a snippet for an editor without snippets', () => {
  it('has first choices and placeholders', () => {
    const writer = new SnippetWriter();
    const snippet = `"order": "${writer.choice(['ASC', 'DESC'])}", "limit": ${writer.stop('25')}${writer.stop()}`;
    expect(withoutStops(snippet)).toBe('"order": "ASC", "limit": 25');
  });

  it('has lists and objects that hold nothing yet, no empty name in them', () => {
    for (const key of ['"fields": ["$1"]', '"grouping": ["$1"]', '"sort": [\n\t$1\n]', '"includes": {\n\t$1\n}']) {
      const text = `{ "limit": 5, ${withoutStops(key)} }`;
      expect(text).toMatch(/: (\[\]|\{\}) \}$/);
      expect(analysisOf(text, 'file:///product.swcriteria.json').problems).toEqual([]);
    }
  });

  it('is JSON: every key, every type, every body to begin with', () => {
    const objects = Object.values(SHAPES).map((shape) => new SnippetWriter().object(shape));
    const entries = Object.values(SHAPES).flatMap(({ keys }) =>
      Object.entries(keys).map(([name, key]) => `{ ${new SnippetWriter().entry(name, key)} }`),
    );
    const variants = (['filter', 'aggregation'] as const).flatMap((family) =>
      Object.keys(FAMILIES[family]).map((type) => new SnippetWriter().variant(family, type)),
    );
    const bodies = SKELETONS.map((skeleton) => skeletonText(skeleton, false));
    for (const snippet of [...objects, ...entries, ...variants, ...bodies]) {
      expect(() => JSON.parse(withoutStops(snippet)), snippet).not.toThrow();
    }
    expect(entries.length).toBeGreaterThan(30);
  });
});
