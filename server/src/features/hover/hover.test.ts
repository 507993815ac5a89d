import { describe, expect, it } from 'vitest';
import { type EditorOptions, editor } from '../testing/editor.ts';
import { hover } from './hover.ts';

function hovered(source: string, options?: EditorOptions): { what: string; says: string } | undefined {
  const { analysis, offset, text } = editor(source, options);
  const found = hover(analysis, offset);
  return found && { what: text.slice(found.start, found.end), says: found.markdown };
}

describe('hover', () => {
  it('explains keys with their page', () => {
    const found = hovered('{"li|mit": 5}');
    expect(found?.what).toBe('"limit"');
    expect(found?.says).toContain('https://developer.shopware.com');
    expect(hovered('{"ex|cludes": {}}')?.says).toContain('since Shopware 6.7.3');
  });

  it('says what a limit counts where it stands', () => {
    const inside = (association: string) => hovered(`{"associations": {"${association}": {"li|mit": 5}}}`)?.says;
    expect(hovered('{"li|mit": 5}')?.says).toContain('at most 500 rows');
    expect(hovered('// @api store\n{"li|mit": 5}')?.says).toContain('at most 100 rows');
    expect(hovered('// @shopware 6.5.8\n{"li|mit": 5}', { line: '6.5' })?.says).toContain('all rows are returned');
    expect(inside('media')).toContain('to each parent');
    expect(inside('categories')).toContain('rows of `product_category`, before filter');
    expect(inside('manufacturer')).toContain('no effect here');
  });

  it('says what loading an association costs', () => {
    const says = (association: string) => hovered(`{"associations": {"${association}|": {}}}`)?.says;
    expect(says('manufacturer')).toContain('costs a join in the query');
    expect(says('media')).toContain('costs one more query, for all rows');
    expect(says('categories')).toContain('costs one more query, and a look into');
    expect(says('media')).toContain('https://developer.shopware.com');
  });

  it('leads from paths to the documentation', () => {
    expect(hovered('{"sort": "na|me"}')?.says).toContain('search-criteria.html');
    expect(hovered('{"fields": ["na|me"]}')?.says).toContain('partial-data-loading.html');
  });

  it('explains types and words', () => {
    expect(hovered('{"filter": [{"type": "ra|nge"}]}')?.says).toContain('Needs `field`, `parameters`.');
    expect(hovered('{"sort": [{"field": "name", "order": "de|sc"}]}')?.says).toContain('Descending');
    expect(hovered('{"sort": [{"field": "name", "or|der": "ASC"}]}')?.says).not.toContain('required');
    expect(hovered('{"total-count-mode": 1|}')?.says).toContain('Exact');
  });

  it('explains each segment of a path alone', () => {
    const first = hovered('{"filter": [{"type": "equals", "field": "manu|facturer.name", "value": 1}]}');
    expect(first).toMatchObject({ what: 'manufacturer', says: expect.stringContaining('many to one') });
    expect(first?.says).toContain('`manufacturerId` = `id`');
    expect(first?.says).toContain('Costs a join.');
    expect(hovered('{"sort": [{"field": "categ|ories.name"}]}')?.says).toContain('Costs two joins');
    expect(hovered('{"sort": [{"field": "me|dia.position"}]}')?.says).toContain('repeats a row for each match');
    const second = hovered('{"filter": [{"type": "equals", "field": "manufacturer.na|me", "value": 1}]}');
    expect(second).toMatchObject({ what: 'name', says: expect.stringContaining('Translated') });
    expect(hovered('{"sort": "id,-sto|ck"}')).toMatchObject({ what: 'stock', says: expect.stringContaining('int') });
    expect(hovered('{"filter": {"categories.i|d": 1}}')).toMatchObject({ what: 'id' });
  });

  it('says what cannot be used, and who may', () => {
    expect(hovered('{"sort": [{"field": "media.media.u|rl"}]}')?.says).toContain('not usable in a criteria');
    expect(hovered('{"sort": [{"field": "purchase|Prices"}]}')?.says).toContain('Only in the Admin API.');
    const price = hovered('// @api store\n{"sort": [{"field": "pri|ce"}]}');
    expect(price?.says).toContain('a criteria may use it in both');
    expect(hovered('{"sort": [{"field": "stock.fo|o"}]}')?.says).toContain('Discarded by the shop');
    expect(hovered('{"sort": [{"field": "pro|duct.name"}]}')?.says).toContain('The searched entity itself');
  });

  it('says which right a role needs, where the shop asks for one', () => {
    const path = '"manu|facturer.name"';
    expect(hovered(`{"sort": [{"field": ${path}}]}`)?.says).toContain('`product_manufacturer:read`');
    expect(hovered('{"associations": {"ta|x": {}}}')?.says).toContain('`tax:read`');
    expect(hovered(`{"fields": [${path}]}`)?.says).not.toContain(':read');
    expect(hovered('{"associations": {"ta|x": {}}}', { world: { api: 'store' } })?.says).not.toContain(':read');
  });

  it('explains names of the schema and structs', () => {
    expect(hovered('{"associations": {"categ|ories": {}}}')?.says).toContain('through `product_category`');
    expect(hovered('{"includes": {"calculated_|price": []}}')?.says).toContain('`unitPrice`');
    expect(hovered('{"includes": {"calculated_price": ["unit|Price"]}}')?.says).toContain('`calculated_price`');
    expect(
      hovered('{"filter": [{"type": "range", "field": "price.gr|oss", "parameters": {"gt": 1}}]}')?.says,
    ).toContain('with taxes');
    expect(hovered('{"includes": {"product": ["na|me"]}}')).toMatchObject({ what: '"name"' });
    expect(hovered('{"aggregations": [{"type": "entity", "definition": "ta|x"}]}')?.says).toContain('entity');
  });

  it('says whose id a value is', () => {
    const id = '0f3a0f3a|0f3a0f3a0f3a0f3a0f3a0f3a';
    expect(hovered(`{"filter": [{"type": "equals", "field": "manufacturerId", "value": "${id}"}]}`)?.says).toBe(
      'An id of `product_manufacturer`.',
    );
    expect(hovered(`{"filter": [{"type": "equalsAny", "field": "categories.id", "value": ["${id}"]}]}`)?.says).toBe(
      'An id of `category`.',
    );
    expect(hovered(`{"filter": {"taxId": "${id}"}}`)?.says).toBe('An id of `tax`.');
    expect(hovered(`{"ids": ["${id}"]}`)?.says).toBe('An id of `product`.');
  });

  it('knows what only the Store API adds', () => {
    expect(hovered('// @api store\n{"includes": {"product": ["calculated|Price"]}}')?.says).toContain(
      'Only the Store API',
    );
  });

  it('explains headers and results of aggregations', () => {
    expect(hovered('// @header sw-language-id: 2f|bb\n{}')?.says).toContain('The language of translated fields');
    const source =
      '{"aggregations": [{"name": "x", "type": "count", "field": "id"}], "includes": {"x_aggre|gation": []}}';
    expect(hovered(source)?.says).toContain('The result of the aggregation "x".');
  });

  it('explains directives', () => {
    expect(hovered('// @sh|op staging\n{}')).toMatchObject({
      what: '@shop',
      says: expect.stringContaining('by its name'),
    });
    expect(hovered('// @entity ta|x\n{}')).toMatchObject({ what: 'tax' });
    expect(hovered('// @entity ta|x\n{}')?.says).toContain('`tax:read`');
    expect(hovered('// @disable unknown-fi|eld\n{}')).toMatchObject({ what: 'unknown-field' });
  });

  it('says by which rules a version is checked', () => {
    const rules = (version: string) => hovered(`// @shopware ${version.replace(/$/, '|')}\n{}`)?.says;
    expect(rules('6.6.10')).toContain('The rules of this release apply.');
    expect(rules('6.6')).toContain('the newest release of this line');
    expect(rules('6.9.1')).toContain('Newer than 6.7.6.0');
    expect(rules('7.0')).toContain('the newest rules apply');
    expect(rules('6.3')).toContain('the rules of 6.4 apply');
    const newer = '// @shopware 6.7.12\n{"sort": [{"field": "na|me"}]}';
    expect(hovered(newer)?.says).toContain('Newer than 6.7.6.0');
    expect(hovered(newer.replace('6.7.12', '6.7.6'))?.says).not.toContain('Newer');
  });

  it('is silent where there is nothing to say', () => {
    expect(hovered('{"filter": [{"type": "equals", "field": "name", "value": "x|"}]}')).toBeUndefined();
    expect(hovered('|')).toBeUndefined();
    expect(hovered('{"nonsense|": 1}')).toBeUndefined();
  });
});
