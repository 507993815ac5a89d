import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('duplicate-aggregation');

describe('duplicate-aggregation', () => {
  it('two of one name', () => {
    expect(
      editor(
        '{ "aggregations": [{ "name": "a", "type": "sum", "field": "stock" }, { "name": «"a"», "type": "avg", "field": "stock" }] }',
      ),
    ).toMatchInlineSnapshot(`
      "warning: Two results have the name "a": the last one wins, the other is lost.
        duplicate-aggregation at /aggregations/1/name
        The first result of this name, which is lost. ↳ "a"
        Change to "a-2" → { "aggregations": [{ "name": "a", "type": "sum", "field": "stock" }, { "name": "a-2", "type": "avg", "field": "stock" }] }"
    `);
  });

  it('the name of a filter aggregation appears nowhere', () => {
    expect(
      editor(
        '{ "aggregations": [{ "name": «"active"», "type": "filter", "filter": [{ "type": "equals", "field": "active", "value": true }], "aggregation": { "name": "stock", "type": "sum", "field": "stock" } }] }',
      ),
    ).toMatchInlineSnapshot(`
      "information: The result of a filter aggregation appears under the name of the nested one: "stock". "active" appears nowhere.
        duplicate-aggregation at /aggregations/0/name
        Change the nested name to "active" → { "aggregations": [{ "name": "active", "type": "filter", "filter": [{ "type": "equals", "field": "active", "value": true }], "aggregation": { "name": "active", "type": "sum", "field": "stock" } }] }
        Change to "stock" → { "aggregations": [{ "name": "stock", "type": "filter", "filter": [{ "type": "equals", "field": "active", "value": true }], "aggregation": { "name": "stock", "type": "sum", "field": "stock" } }] }"
    `);
  });

  it('the name of a filter aggregation, which another result has', () => {
    expect(
      editor(
        '{ "aggregations": [{ "name": "a", "type": "sum", "field": "stock" }, { "name": «"a"», "type": "filter", "filter": [{ "type": "equals", "field": "active", "value": true }], "aggregation": { "name": "b", "type": "sum", "field": "stock" } }] }',
      ),
    ).toMatchInlineSnapshot(`
      "information: The result of a filter aggregation appears under the name of the nested one: "b". "a" appears nowhere.
        duplicate-aggregation at /aggregations/1/name
        Change to "b" → { "aggregations": [{ "name": "a", "type": "sum", "field": "stock" }, { "name": "b", "type": "filter", "filter": [{ "type": "equals", "field": "active", "value": true }], "aggregation": { "name": "b", "type": "sum", "field": "stock" } }] }"
    `);
  });

  it('two nested ones of one name', () => {
    expect(
      editor(
        '{ "aggregations": [{ "name": "a", "type": "filter", "filter": [{ "type": "equals", "field": "active", "value": true }], "aggregation": { "name": "a", "type": "sum", "field": "stock" } }, { "name": "a", "type": "filter", "filter": [{ "type": "equals", "field": "active", "value": false }], "aggregation": { "name": «"a"», "type": "sum", "field": "stock" } }] }',
      ),
    ).toMatchInlineSnapshot(`
      "warning: Two results have the name "a": the last one wins, the other is lost.
        duplicate-aggregation at /aggregations/1/aggregation/name
        The first result of this name, which is lost. ↳ "a"
        Change to "a-2" → { "aggregations": [{ "name": "a", "type": "filter", "filter": [{ "type": "equals", "field": "active", "value": true }], "aggregation": { "name": "a", "type": "sum", "field": "stock" } }, { "name": "a", "type": "filter", "filter": [{ "type": "equals", "field": "active", "value": false }], "aggregation": { "name": "a-2", "type": "sum", "field": "stock" } }] }"
    `);
  });

  it('a name that a later one has is not free', () => {
    const sum = (name: string) => `{ "name": ${name}, "type": "sum", "field": "stock" }`;
    const list = (second: string) => `{ "aggregations": [${sum('"a"')}, ${sum(second)}, ${sum('"a-2"')}] }`;
    expect(editor(list('«"a"»'))).toContain(`→ ${list('"a-3"')}`);
  });
});
