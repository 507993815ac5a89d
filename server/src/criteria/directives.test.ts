import { describe, expect, it } from 'vitest';
import { readDirectives } from './directives.ts';

describe('directives', () => {
  it('stand at the top, also behind a byte order mark', () => {
    const text = '// @entity product\n{}';
    expect(readDirectives(`\ufeff${text}`).map(({ name, value }) => ({ name, value }))).toEqual([
      { name: 'entity', value: 'product' },
    ]);
    expect(readDirectives(`\ufeff${text}`)[0]?.start).toBe(1);
    expect(readDirectives(`{}\n${text}`)).toEqual([]);
  });
});
