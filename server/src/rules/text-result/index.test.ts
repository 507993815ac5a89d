import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('text-result');

describe('text-result', () => {
  it('max', () => {
    expect(editor('{ "aggregations": [{ "name": "m", "type": «"max"», "field": "stock" }] }')).toMatchInlineSnapshot(`
      "hint: The result is a string such as "282.4900", or null where there are no rows: convert it before you calculate.
        text-result at /aggregations/0/type"
    `);
  });

  it('a date is a text anyway', () => {
    expect(editor('{ "aggregations": [{ "name": "m", "type": "max", "field": "createdAt" }] }')).toMatchInlineSnapshot(
      `"no problem"`,
    );
  });

  it('avg is a number', () => {
    expect(editor('{ "aggregations": [{ "name": "m", "type": "avg", "field": "stock" }] }')).toMatchInlineSnapshot(
      `"no problem"`,
    );
  });
});
