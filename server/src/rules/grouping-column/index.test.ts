import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('grouping-column');

describe('grouping-column', () => {
  it('a path through an association', () => {
    expect(editor('{ "grouping": ["«manufacturer.name»"] }')).toMatchInlineSnapshot(`
      "error: "grouping" itself adds no join: "manufacturer.name" must also be used in a filter or sorting.
        grouping-column at /grouping/0, 500 1054"
    `);
  });

  it('a translated property', () => {
    expect(editor('{ "grouping": ["«name»"] }')).toMatchInlineSnapshot(`
      "error: "grouping" itself adds no join: "name" must also be used in a filter or sorting.
        grouping-column at /grouping/0, 500 1054"
    `);
  });

  it('the foreign key does the same', () => {
    expect(editor('{ "grouping": ["«manufacturer.id»"] }')).toMatchInlineSnapshot(`
      "error: "grouping" itself adds no join: "manufacturer.id" must also be used in a sorting, or use "manufacturerId".
        grouping-column at /grouping/0, 500 1054"
    `);
  });

  it('is fine when the same path is sorted by', () => {
    expect(editor('{ "grouping": ["manufacturer.name"], "sort": "manufacturer.name" }')).toMatchInlineSnapshot(
      `"no problem"`,
    );
  });

  it('is fine for a column of its own', () => {
    expect(editor('{ "grouping": ["displayGroup"] }')).toMatchInlineSnapshot(`"no problem"`);
  });

  it('not where a filter reads the id without a join, since 6.7.3', () => {
    const filter = '"filter": [{ "type": "equals", "field": "manufacturer.id", "value": null }]';
    expect(editor(`{ "grouping": ["«manufacturer.id»"], ${filter} }`)).toContain('grouping-column');
    expect(editor(`{ "grouping": ["manufacturer.id"], ${filter} }`, { shopware: '6.6.7.1' })).toBe('no problem');
  });

  it('is fine for a text that a search term joins', () => {
    expect(editor('{ "grouping": ["name"], "term": "desk" }')).toBe('no problem');
  });
});
