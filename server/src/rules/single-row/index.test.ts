import { describe, expect, it } from 'vitest';
import { analyzed, editorFor } from '../../testing/editor.ts';

const editor = editorFor('single-row');

describe('single-row', () => {
  it('a term', () => {
    expect(editor('{ "term": "oak", "limit": «1» }')).toMatchInlineSnapshot(`
      "warning: With "limit": 1 the shop does not find the best match: the row is an arbitrary one of all that match. With 2 the best one comes first.
        single-row at /limit
        Because of "term". ↳ "term"
        Add "grouping": ["id"] → { "term": "oak", "limit": 1, "grouping": ["id"] }
        Change to 2 → { "term": "oak", "limit": 2 }"
    `);
  });

  it('an exact total over joined rows', () => {
    expect(
      editor(
        '{ "limit": «1», "total-count-mode": 1, "filter": [{ "type": "equals", "field": "categories.active", "value": true }] }',
      ),
    ).toMatchInlineSnapshot(`
      "warning: With "limit": 1 the shop counts joined rows: through "categories.active" a row is counted once for each child, and pages repeat it.
        single-row at /limit
        Because of "categories.active". ↳ categories.active
        Add "grouping": ["id"] → { "limit": 1, "total-count-mode": 1, "filter": [{ "type": "equals", "field": "categories.active", "value": true }], "grouping": ["id"] }
        Change to 2 → { "limit": 2, "total-count-mode": 1, "filter": [{ "type": "equals", "field": "categories.active", "value": true }] }"
    `);
  });

  it('grouped', () => {
    expect(editor('{ "term": "oak", "limit": 1, "grouping": ["id"] }')).toMatchInlineSnapshot(`"no problem"`);
  });

  it('grouping only by an id that may be read', () => {
    const fixes = analyzed('{ "term": "oak", "limit": 1 }', { entity: 'rule', api: 'store' }).problems.flatMap(
      (problem) => (problem.code === 'single-row' ? (problem.fixes?.() ?? []) : []),
    );
    expect(fixes.map(({ title, preferred }) => ({ title, preferred }))).toEqual([
      { title: 'Change to 2', preferred: true },
    ]);
  });

  it('without anything it is fine', () => {
    expect(editor('{ "limit": 1, "sort": [{ "field": "createdAt" }] }')).toMatchInlineSnapshot(`"no problem"`);
  });

  it('not for a limit that is none', () => {
    expect(editor('{ "limit": «true», "term": "desk" }')).not.toContain('single-row');
  });
});
