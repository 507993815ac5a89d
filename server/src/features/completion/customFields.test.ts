import { describe, expect, it } from 'vitest';
import { bundledSchema } from '../../schema/bundled/index.ts';
import { withCustomFields } from '../../schema/customFields.ts';
import { customField } from '../../testing/customField.ts';
import { hover } from '../hover/hover.ts';
import { analysisOf, chosen, completionsAt, type EditorOptions, editor, offered } from '../testing/editor.ts';

const customFields = [
  customField('rec_int', { type: 'int', labels: { 'en-GB': 'Number', 'de-DE': 'Zahl' } }),
  customField('rec_bool', { type: 'bool', entities: ['category', 'product'] }),
  customField('rec-text', { active: false }),
  customField('care.label', { storeApi: false }),
  customField('rec_date', { type: 'datetime' }),
  customField('maker_text', { entities: ['product_manufacturer'] }),
];
const OF_PRODUCTS = ['"care.label"', 'rec-text', 'rec_bool', 'rec_date', 'rec_int'];
const SHOP: EditorOptions = { world: { schema: withCustomFields(bundledSchema('6.7'), customFields) } };

const equals = (path: string) => `{"filter": [{"type": "equals", "field": "${path}", "value": 1}]}`;

describe('behind "customFields." stand those of the entity', () => {
  it.each([
    equals('customFields.|'),
    '{"filter": {"customFields.|": 1}}',
    '{"post-filter": [{"type": "range", "field": "customFields.|", "parameters": {"gte": 1}}]}',
    '{"sort": [{"field": "customFields.|"}]}',
    '{"sort": "-customFields.|"}',
    '{"aggregations": [{"name": "a", "type": "terms", "field": "customFields.|"}]}',
    '{"fields": ["customFields.|"]}',
    equals('product.customFields.|'),
    equals('translations.customFields.|'),
    equals('manufacturer.products.customFields.|'),
  ])('%s', (source) => {
    expect(offered(source, SHOP).toSorted()).toEqual(OF_PRODUCTS);
  });

  it('also behind an association, and nothing where the entity has none', () => {
    expect(offered(equals('manufacturer.customFields.|'), SHOP)).toEqual(['maker_text']);
    expect(offered(equals('tax.customFields.|'), SHOP)).toEqual([]);
    expect(offered(equals('customFields.|'))).toEqual([]);
  });

  it('a histogram takes dates', () => {
    expect(offered('{"aggregations": [{"name": "a", "type": "histogram", "field": "customFields.|"}]}', SHOP)).toEqual([
      'rec_date',
    ]);
  });

  it('but no range aggregation takes one, and nothing is grouped by one that is not joined', () => {
    expect(offered('{"aggregations": [{"name": "a", "type": "range", "field": "customFields.|"}]}', SHOP)).toEqual([]);
    expect(offered('{"grouping": ["customFields.|"]}', SHOP)).toEqual([]);
  });
});

describe('in "includes"', () => {
  it('those that the Store API gives away are offered one by one', () => {
    const source = '{"includes": {"product": ["customFields|"]}}';
    const names = (api: 'admin' | 'store') => offered(source, { world: { ...SHOP.world, api } });
    const parts = ['rec-text', 'rec_bool', 'rec_date', 'rec_int'].map((name) => `customFields.${name}`);
    expect(names('store').filter((name) => name.startsWith('customFields.'))).toEqual(parts);
    expect(names('admin').filter((name) => name.startsWith('customFields.'))).toEqual([]);
  });
});

describe('a custom field', () => {
  it('has its type and labels', () => {
    const items = completionsAt(equals('customFields.|'), SHOP);
    expect(items.find(({ label }) => label === 'rec_int')).toMatchObject({
      detail: 'int',
      documentation: expect.stringContaining('Number (en-GB), Zahl (de-DE)'),
    });
    expect(items.find(({ label }) => label === 'rec-text')?.documentation).toContain('Switched off');
    expect(items.find(({ label }) => label === '"care.label"')?.documentation).toContain('Only the Admin API');
  });

  it('is written as the shop reads it, and nothing is said about what was chosen', () => {
    const written = OF_PRODUCTS.map((label) => chosen(equals('customFields.|'), label, SHOP));
    expect(written).toEqual([
      equals('customFields.\\"care.label\\"'),
      equals('customFields.rec-text'),
      equals('customFields.rec_bool'),
      equals('customFields.rec_date'),
      equals('customFields.rec_int'),
    ]);
    const told = written.flatMap((text) => analysisOf(text, 'file:///product.swcriteria.json', '6.7', SHOP.world));
    expect(told.flatMap(({ problems }) => problems.map(({ code }) => code))).not.toContain('unknown-custom-field');
    expect(chosen('{"sort": [{"field": "customFields.|', '"care.label"', SHOP)).toBe(
      '{"sort": [{"field": "customFields.\\"care.label\\""',
    );
  });

  it('is found by its own letters, too', () => {
    expect(offered(equals('recint|'), SHOP)).toContain('customFields.rec_int');
    expect(offered(equals('manumaktext|'), SHOP)).toContain('manufacturer.customFields.maker_text');
    expect(chosen(equals('recint|'), 'customFields.rec_int', SHOP)).toBe(equals('customFields.rec_int'));
  });

  it('decides which values are offered', () => {
    const value = (path: string) => `{"filter": [{"type": "equals", "field": "${path}", "value": |}]}`;
    expect(offered(value('customFields.rec_bool'), SHOP)).toEqual(['true', 'false', 'null']);
    expect(offered(value('customFields.rec_int'), SHOP)).toEqual(['null']);
  });

  it('is explained where it is written', () => {
    const hovered = (source: string) => {
      const { analysis, offset, text } = editor(source, SHOP);
      const found = hover(analysis, offset);
      return found && `${text.slice(found.start, found.end)}: ${found.markdown}`;
    };
    expect(hovered(equals('customFields.rec_|int'))).toMatchInlineSnapshot(`
      "rec_int: **rec_int** — int

      A custom field of \`product\`.

      Number (en-GB), Zahl (de-DE)

      [Shopware documentation](https://developer.shopware.com/docs/guides/integrations-api/general-concepts/search-criteria.html)"
    `);
    expect(hovered(equals('manufacturer.customFields.maker_|text.deep'))).toContain('of `product_manufacturer`');
    expect(hovered(equals('customFields.rec_int.de|ep'))).toContain('A part of the JSON');
    expect(hovered(equals('customFields.no|pe'))).toContain('A part of the JSON');
  });
});
