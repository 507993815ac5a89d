import fc from 'fast-check';
import { parse } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { apply } from '../../rules/edits.ts';
import { editor } from '../testing/editor.ts';
import { sortKeys } from './sortKeys.ts';

function sorted(source: string): string {
  const { text, analysis } = editor(source);
  return apply(text, sortKeys(analysis));
}

describe('sorting keys', () => {
  it('follows the documentation, unknown keys last', () => {
    expect(sorted('{"limit": 1, "what": 2, "filter": [], "associations": {}}')).toBe(
      '{"associations": {}, "limit": 1, "filter": [], "what": 2}',
    );
  });

  it('goes into filters, sortings, aggregations and associations', () => {
    const source = `{
  "sort": [{ "order": "DESC", "field": "name" }],
  "filter": [
    { "value": 1, "type": "equals", "field": "stock" }
  ],
  "aggregations": [{ "field": "stock", "type": "sum", "name": "a" }],
  "associations": { "media": { "limit": 1, "associations": { "tags": {}, "cover": {} } } }
}`;
    expect(sorted(source)).toBe(`{
  "associations": { "media": { "associations": { "tags": {}, "cover": {} }, "limit": 1 } },
  "filter": [
    { "type": "equals", "field": "stock", "value": 1 }
  ],
  "sort": [{ "field": "name", "order": "DESC" }],
  "aggregations": [{ "name": "a", "type": "sum", "field": "stock" }]
}`);
  });

  it('takes comments along with their entries', () => {
    const source = `{ // the search
  // how many
  // rows
  "limit": 10, // not more
  "page": 1 /* first */,

  /* load */
  "associations": {} // nothing
  // end
}`;
    expect(sorted(source)).toBe(`{ // the search
  /* load */
  "associations": {}, // nothing
  "page": 1 /* first */,

  // how many
  // rows
  "limit": 10 // not more
  // end
}`);
  });

  it('gives a comment before a key on the same line to that key', () => {
    expect(sorted('{"limit": 1, /* first */ "page": 1}')).toBe('{/* first */ "page": 1, "limit": 1}');
  });

  it('leaves alone what cannot be moved safely', () => {
    const sources = [
      '{"limit": 1, "page": 1 // last\n}',
      '{"limit": 1 // x\n, "page": 1}',
      '{"limit": 1, "page": 1',
      '{"associations": {"tags": {}, "cover": {}}}',
    ];
    for (const source of sources) expect(sorted(source)).toBe(source);
  });

  it('changes no value, loses no comment, and has nothing to do when it is done again', () => {
    const key = fc.constantFrom('limit', 'page', 'filter', 'sort', 'what', 'associations', 'ids', 'includes');
    const value = fc.constantFrom(
      '1',
      '[]',
      '{}',
      '[{"value": 1, "field": "a", "type": "equals"}]',
      '[{"order": "asc" /* up */, "field": "a"}]',
      '{"tax": {"limit": 2, "page": 1}}',
    );
    const space = fc.constantFrom('', ' ', '\n  ', ' /* c */ ', ' // c\n', '\n// d\n');
    const entry = fc.tuple(space, key, space, value, space).map(([a, name, b, v, c]) => `${a}"${name}":${b}${v}${c}`);
    const body = fc.array(entry, { maxLength: 6 }).map((entries) => `{${entries.join(',')}}`);
    fc.assert(
      fc.property(body, (source) => {
        const result = sorted(source);
        expect(parse(result)).toEqual(parse(source));
        expect([...result].toSorted()).toEqual([...source].toSorted());
        expect(sorted(result)).toBe(result);
      }),
      { numRuns: 300 },
    );
  });
});
