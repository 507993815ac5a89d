import { applyEdits } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { setInShop } from './setInShop.ts';

const set = (text: string, value: unknown) => applyEdits(text, [...setInShop(text, 'staging', 'store', value)]);

describe('a property of a shop in a configuration', () => {
  it('is added behind the last one, spaced like it, and nothing else changes', () => {
    const text = '{\n  // Ours.\n  "shops": {\n    "staging": {\n      "url": "https://a.example"\n    }\n  }\n}\n';
    expect(set(text, { accessKey: 'SWSC' })).toBe(
      text.replace('a.example"', 'a.example",\n      "store": { "accessKey": "SWSC" }'),
    );
  });

  it('gets another value where it is there', () => {
    expect(set('{"shops":{"staging":{"store":{"accessKey":"A"},"url":"b"}}}', { accessKey: 'B' })).toBe(
      '{"shops":{"staging":{"store":{ "accessKey": "B" },"url":"b"}}}',
    );
  });
});
