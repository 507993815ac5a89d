import { describe, expect, it } from 'vitest';
import { schemaLabel, schemaMark } from './schemaLabel.ts';

const now = new Date(2026, 10, 21, 12, 0);
const at = (date: Date) => ({ id: 'a', source: 'stored', fetchedAt: date.toISOString() }) as const;

describe('a schema in the status bar', () => {
  it('shows the time of today, else the day', () => {
    expect(schemaMark(at(new Date(2026, 10, 21, 9, 5)), now)).toBe('schema of 09:05');
    expect(schemaMark(at(new Date(2026, 10, 19, 9, 5)), now)).toBe('schema of 19 Nov');
  });

  it('says where it comes from', () => {
    expect(schemaMark(undefined, now)).toBe('bundled schema');
    expect(schemaMark({ id: 'a', source: 'file' }, now)).toBe('schema file');
    expect(schemaLabel(undefined)).toMatch(/bundled/);
    expect(schemaLabel(at(new Date(2026, 10, 21, 9, 0)), now.getTime())).toBe(
      'Schema: stored on this computer, read 3 h ago.',
    );
  });
});
