import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('double-bound');

describe('double-bound', () => {
  it('gt and gte', () => {
    expect(
      editor('{ "filter": [{ "type": "range", "field": "stock", "parameters": { «"gte"»: 2, "gt": 1 } }] }'),
    ).toMatchInlineSnapshot(`
      "warning: Next to "gt" the shop ignores "gte".
        double-bound at /filter/0/parameters/gte
        Because of "gt". ↳ "gt"
        Remove "gte" → { "filter": [{ "type": "range", "field": "stock", "parameters": { "gt": 1 } }] }"
    `);
  });

  it('one on each side is fine', () => {
    expect(
      editor('{ "filter": [{ "type": "range", "field": "stock", "parameters": { "gte": 2, "lt": 9 } }] }'),
    ).toMatchInlineSnapshot(`"no problem"`);
  });
});
