import { describe, expect, it } from 'vitest';
import { maskHeaders, maskRecord, maskSecrets } from './secrets.ts';

describe('hiding secrets', () => {
  it('hides every occurrence, also as it stands in a URL', () => {
    expect(maskSecrets('a p@ss word, p%40ss%20word, p@ss word!', ['p@ss word'])).toBe('a •••, •••, •••!');
  });

  describe('as it was sent and sent back', () => {
    const password = `p"a\\s/s wörd's 😀 & <b>\t+`;
    const json = JSON.stringify({ password });
    const php = json.replaceAll('/', '\\/').replace(/[^\x20-\x7e]/g, (unit) => {
      return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
    });

    it.each([
      ['JSON', json],
      ['JSON inside of JSON', JSON.stringify(json)],
      ['JSON of PHP', php],
      ['JSON of PHP inside of JSON', JSON.stringify(php)],
      ['JSON of Symfony', php.replace(/[<>&']/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16).toUpperCase()}`)],
      ['a form', new URLSearchParams({ password }).toString()],
      ['a URL', `password=${encodeURIComponent(password)}`],
      ['a URL in small letters', encodeURIComponent(password).replace(/%../g, (part) => part.toLowerCase())],
      ['HTML', php.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`)],
      [
        'HTML of PHP',
        password
          .replaceAll('&', '&amp;')
          .replaceAll('"', '&quot;')
          .replaceAll('<', '&lt;')
          .replaceAll('>', '&gt;')
          .replaceAll("'", '&#039;'),
      ],
    ])('as %s', (_, echo) => {
      const masked = maskSecrets(`before ${echo} after`, [password]);
      expect(masked.replace('password', '').replace(/&#34;|[^\w•]/g, '')).toBe('before•••after');
    });
  });

  it('leaves what only looks like it', () => {
    expect(maskSecrets('Secret secreT a.b.c axbxc', ['secret', 'a.b.c'])).toBe('Secret secreT ••• axbxc');
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
