import { describe, expect, it } from 'vitest';
import { editor } from '../testing/editor.ts';
import { highlights, mentionAt, mentionsIn } from './mentions.ts';

/** The source with « » around what names the same as the cursor. */
function highlighted(source: string): string {
  const { text, offset, analysis } = editor(source);
  const marks = highlights(analysis, offset).flatMap(({ start, end }) => [
    { at: end, mark: '»' },
    { at: start, mark: '«' },
  ]);
  marks.sort((a, b) => b.at - a.at);
  return marks.reduce((marked, { at, mark }) => marked.slice(0, at) + mark + marked.slice(at), text);
}

/** `entity.property` at the cursor. */
function named(source: string): string | undefined {
  const { offset, analysis } = editor(source);
  const found = mentionAt(analysis, offset);
  return found && (found.property === undefined ? found.entity : `${found.entity}.${found.property}`);
}

describe('what is named at the cursor', () => {
  it.each([
    ['{"sort": "-name,manufacturer.na|me"}', 'product_manufacturer.name'],
    ['{"filter": {"manufac|turer.name": "x"}}', 'product.manufacturer'],
    ['{"filter": {"prod|uct.name": "x"}}', 'product'],
    ['{"associations": {"cover": {"associations": {"me|dia": {}}}}}', 'product_media.media'],
    ['{"includes": {"product_|media": ["id"]}}', 'product_media'],
    ['{"includes": {"product_media": ["me|dia"]}}', 'product_media.media'],
    ['{"aggregations": [{"name": "a", "type": "entity", "field": "taxId", "definition": "ta|x"}]}', 'tax'],
    ['// @entity product-med|ia\n{}', 'product_media'],
  ])('%s → %s', (source, expected) => {
    expect(named(source)).toBe(expected);
  });

  it.each([
    '{"limit|": 1}',
    '{"filter": {"unknow|n": "x"}}',
    '{"includes": {"line_it|em": []}}',
    '// @entity nothi|ng\n{}',
    '{"filter": {"n\\u0061me.na|me": 1}}',
    '|',
  ])('nothing in %s', (source) => {
    expect(named(source)).toBeUndefined();
  });
});

describe('highlights', () => {
  it('are the same property, however it is reached', () => {
    const source = `{
      "filter": [{ "type": "equals", "field": "manufacturer.na|me", "value": "name" }, { "type": "equals", "field": "name", "value": 1 }],
      "sort": "-product.manufacturer.name",
      "includes": { "product_manufacturer": ["id", "name"] }
    }`;
    expect(highlighted(source)).toBe(`{
      "filter": [{ "type": "equals", "field": "manufacturer.«name»", "value": "name" }, { "type": "equals", "field": "name", "value": 1 }],
      "sort": "-product.manufacturer.«name»",
      "includes": { "product_manufacturer": ["id", "«name»"] }
    }`);
  });

  it('go along with an association from its key into the paths', () => {
    expect(highlighted('{"associations": {"cov|er": {}}, "fields": ["cover.media.url"]}')).toBe(
      '{"associations": {"«cover»": {}}, "fields": ["«cover».media.url"]}',
    );
  });

  it('come in the order of the text, and only where something is named', () => {
    const { analysis } = editor('// @entity product\n{"limit": 1, "filter": {"stock": 1, "name": 2}}');
    const mentions = mentionsIn(analysis);
    expect(mentions.map(({ property }) => property)).toEqual([undefined, 'stock', 'name']);
    expect(mentions.map(({ start }) => start)).toEqual([...mentions.map(({ start }) => start)].sort((a, b) => a - b));
  });
});
