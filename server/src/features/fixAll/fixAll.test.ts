import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply } from '../../rules/edits.ts';
import { analyzed } from '../../testing/editor.ts';
import { fixAll } from './fixAll.ts';

function fixed(text: string): string {
  return apply(text, fixAll(analyzed(text)));
}

describe('fix all', () => {
  it('takes out what has no effect, and keeps the author’s formatting', () => {
    const text = `// @entity product
{
  "ids": ["0123456789abcdef0123456789abcdef"], // just one
  "limit": 10,
  "includes": { "product": "name" }
}
`;
    expect(fixed(text)).toBe(`// @entity product
{
  "ids": ["0123456789abcdef0123456789abcdef"], // just one
  "includes": { "product": ["name"] }
}
`);
  });

  it('mends a trailing comma', () => {
    expect(fixed('{ "limit": 1, }')).toBe('{ "limit": 1 }');
    expect(fixed('{ "fields": ["id",], "associations": { "media": {}, },\n}')).toBe(
      '{ "fields": ["id"], "associations": { "media": {} }\n}',
    );
  });

  it('does not touch what only its author can decide', () => {
    const text = '{ "limit": 1, "filter": [{ "type": "equals", "field": "nmae", "value": "x" }] }';
    expect(fixed(text)).toBe(text);
  });

  it('of duplicate keys the one that the shop reads stays', () => {
    expect(fixed('{ "limit": 1, "limit": 2, "limit": 3 }')).toContain('"limit": 3');
  });

  it('is done after one run', () => {
    expect(
      fixed('{ "limit": 1, "page": 2, "ids": ["0123456789abcdef0123456789abcdef"], "includes": { "product": "id", } }'),
    ).toBe('{ "ids": ["0123456789abcdef0123456789abcdef"], "includes": { "product": ["id"] } }');
  });

  it.each([
    '{ "limit": 1, "filter": [{ "type": "equals", "field": "active", "value": true }], "filter": [{ "type": "equals", "field": "stock", "value": 1 }] }',
    '{ "limit": 1, "associations": { "manufacturer": { "filter": [{ "type": "equals", "field": "name", "value": "a" }], "sort": "name" } } }',
    '{ "limit": 1, "fields": ["id"], "associations": { "media": { "sort": "position" } } }',
    '{ "limit": 1, "aggregations": [{ "name": "a", "type": "histogram", "field": "createdAt", "interval": "day", "timeZone": "Europe/Berlin" }] }',
  ])('takes out nothing that its author may have meant: %s', (text) => {
    expect(fixed(text)).toBe(text);
  });

  it('never changes what the shop answers, and comes to an end', () => {
    const member = fc.constantFrom(
      '"limit": 5',
      '"limit": 5',
      '"page": 2',
      '"ids": ["0123456789abcdef0123456789abcdef"]',
      '"associations": { "manufacturer": { "limit": 3, "filter": [] } }',
      '"total-count-mode": 1',
      '"sort": [{ "field": "id" }]',
    );
    fc.assert(
      fc.property(fc.array(member, { maxLength: 8 }), (members) => {
        const text = `{ ${members.join(', ')} }`;
        const once = fixed(text);
        expect(analyzed(once).prediction?.status).toBe(analyzed(text).prediction?.status);
        expect(fixed(once)).toBe(once);
      }),
    );
  });
});
