import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('unknown-variable');
const shops: readonly string[] = [];

describe('unknown-variable', () => {
  it('is told where it is used first', () => {
    expect(editor('{ "term": "«{{ word }}» and {{word}}" }', { shops })).toMatchInlineSnapshot(`
      "information: {{ word }} has no value: it is sent as it is.
        unknown-variable at /term
        Add // @var word → // @var word $1
      { "term": "{{ word }} and {{word}}" }"
    `);
    expect(editor('\ufeff{ "filter": { "«{{field}}»": 1 } }', { shops })).toContain('\ufeff// @var field');
  });

  it('has its value from a directive, or may have it from a shop that is chosen later', () => {
    expect(editor('// @var word oak\n{ "term": "{{word}}" }', { shops })).toBe('no problem');
    expect(editor('{ "term": "{{word}}" }', { shops: ['staging'] })).toBe('no problem');
    expect(editor('{ "term": "{{word}}" }')).toBe('no problem');
  });
});
