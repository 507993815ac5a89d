import { describe, expect, it } from 'vitest';
import { analyzed } from '../testing/editor.ts';

/** The codes of what is shown, in the order of the text; the missing limit aside. */
function codes(text: string, shopware: string): readonly string[] {
  return analyzed(text, { shopware })
    .problems.map(({ code }) => code)
    .filter((code) => code !== 'limit-missing');
}

describe('one mistake, one problem', () => {
  it.each([
    ['a kind of filter that came later', '6.4.5', 'unknown-type', sinceFilter('releaseDate')],
    ['a key that came later', '6.5.8', 'unknown-value', '{ "excludes": { "foo": ["x"], "product": ["naem"] } }'],
    ['fields in 6.4', '6.4.20', 'unknown-value', '{ "fields": ["naem", "parent.name"] }'],
    [
      'a misspelt sorting of one row',
      '6.7.6',
      'to-one-criteria',
      '{ "associations": { "tax": { "sort": [{ "field": "naem" }] } } }',
    ],
  ])('%s', (_, shopware, code, text) => {
    expect(codes(text, shopware)).toEqual([code]);
  });

  it.each([
    ['a limit of one row', 'invalid-value', '{ "associations": { "tax": { "limit": "x" } } }'],
    ['what only the root has', 'wrong-type', '{ "associations": { "media": { "includes": "x" } } }'],
  ])('what is refused as a whole is not told to have no effect: %s', (_, code, text) => {
    expect(codes(text, '6.7.6')).toEqual([code]);
  });

  it('what is refused inside is told', () => {
    expect(codes(sinceFilter('naem'), '6.4.5')).toEqual(['unknown-type', 'unknown-field']);
    expect(
      codes('{ "associations": { "tax": { "filter": [{ "type": "eqals", "field": "name", "value": 1 }] } } }', '6.7.6'),
    ).toEqual(['to-one-criteria', 'unknown-type']);
  });

  it('what stands beside is told', () => {
    expect(codes('{ "excludes": { "foo": [] }, "limt": 5 }', '6.5.8')).toEqual(['unknown-value', 'unknown-key']);
  });

  it('what can be moved is looked into: at the root the same counts', () => {
    expect(codes('{ "associations": { "media": { "includes": { "product_media": ["positon"] } } } }', '6.7.6')).toEqual(
      ['root-only-key', 'unknown-property'],
    );
  });
});

function sinceFilter(field: string): string {
  const parameters = '{ "operator": "gt" }';
  return `{ "filter": [{ "type": "since", "field": "${field}", "value": "P5D", "parameters": ${parameters} }] }`;
}
