import { describe, expect, it } from 'vitest';
import { analysisOf } from '../testing/editor.ts';
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
});
