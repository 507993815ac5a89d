import { describe, expect, it } from 'vitest';
import { FAMILIES } from '../../criteria/grammar/families.ts';
import { withoutStops } from '../../features/snippets/writer.ts';
import { analyzed } from '../../testing/editor.ts';
import { apply } from '../edits.ts';

const BODIES = [
  ...Object.keys(FAMILIES.filter).map((type) => ({ filter: [{ type }] })),
  ...Object.keys(FAMILIES.aggregation).map((type) => ({ aggregations: [{ type }] })),
  { filter: [{}] },
  { aggregations: [{}] },
  { sort: [{}] },
  { query: [{}] },
].map((body) => JSON.stringify(body));

describe('the fix of a missing key, for an editor without snippets', () => {
  it.each(BODIES)('leaves JSON with the keys: %s', (text) => {
    const [missing] = analyzed(text).problems.filter(({ code }) => code === 'missing-key');
    const [fix] = missing?.fixes?.() ?? [];
    const edits = (fix?.edits ?? []).map((edit) => ({ ...edit, text: withoutStops(edit.text) }));
    const mended = apply(text, edits);
    expect(() => JSON.parse(mended)).not.toThrow();
    expect(mended.length).toBeGreaterThan(text.length);
    const again = analyzed(mended).problems.filter(({ code }) => code === 'missing-key');
    expect(again.map(({ message }) => message)).not.toContain(missing?.message);
  });
});
