import { describe, expect, it } from 'vitest';
import { maskHeaders, maskRecord, maskSecrets } from './secrets.ts';

describe('hiding secrets', () => {
  it('hides every occurrence, also as it stands in a URL', () => {
    expect(maskSecrets('a p@ss word, p%40ss%20word, p@ss word!', ['p@ss word'])).toBe('a •••, •••, •••!');
  });

  it('hides the longer one of two that overlap', () => {
    expect(maskSecrets('secret-and-more', ['secret', 'secret-and-more'])).toBe('•••');
  });

  it('leaves a text alone that a very short secret would make unreadable', () => {
    expect(maskSecrets('a b', ['', 'a'])).toBe('a b');
  });

  it('hides at any depth of an object', () => {
    const value = { a: [{ b: 'say "secret"', c: 1 }, null], d: true };
    expect(maskRecord(value, new Set(['"secret"']))).toEqual({ a: [{ b: 'say •••', c: 1 }, null], d: true });
  });

  it('hides the values of headers that carry one', () => {
    const shown = maskHeaders({
      authorization: 'Bearer x',
      'sw-access-key': 'x',
      'sw-context-token': 'x',
      cookie: 'x',
      'cf-access-client-secret': 'x',
      'x-api-key': 'x',
      'sw-language-id': 'x',
    });
    expect(Object.entries(shown).filter(([, value]) => value === 'x')).toEqual([['sw-language-id', 'x']]);
  });
});
