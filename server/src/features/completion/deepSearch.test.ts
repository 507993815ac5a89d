import { describe, expect, it } from 'vitest';
import { analysisOf, chosen, completionsAt, type EditorOptions, offered } from '../testing/editor.ts';

/** The paths of several steps that are offered at the cursor, in their order. */
function deep(source: string, options?: EditorOptions): readonly string[] {
  return offered(source, options).filter((label) => label.includes('.'));
}

function inFilter(typed: string, options?: EditorOptions): readonly string[] {
  return deep(`{"filter": [{"type": "equals", "field": "${typed}|", "value": 1}]}`, options);
}

describe('a few letters of each step', () => {
  it.each([
    ['manuname', 'manufacturer.name'],
    ['covmedpath', 'cover.media.path'],
    ['catname', 'categories.name'],
    ['manutrname', 'manufacturer.translations.name'],
  ])('%s finds a path', (typed, path) => {
    expect(inFilter(typed)[0]).toBe(path);
  });

  it.each([
    ['order', 'email', 'orderCustomer.email'],
    ['order', 'paymname', 'transactions.paymentMethod.name'],
    ['order', 'countryiso', 'addresses.country.iso'],
    ['product', 'medpath', 'media.media.path'],
    ['product', 'salesname', 'visibilities.salesChannel.name'],
  ])('of %s may begin at the second step: %s', (entity, typed, path) => {
    expect(inFilter(typed, { uri: `file:///${entity}.swcriteria.json` })).toContain(path);
  });

  it.each(['cat', 'seo', 'pri', 'man', 'cate', 'stoc'])('are those of one name: %s finds no path', (typed) => {
    expect(inFilter(typed)).toEqual([]);
  });

  it('do not begin later where a name of the entity itself takes them all', () => {
    expect(inFilter('email', { uri: 'file:///customer.swcriteria.json' })).toEqual([]);
  });

  it('come with less than a hundred names', () => {
    expect(offered('{"filter": [{"type": "equals", "field": "catname|", "value": 1}]}').length).toBeLessThan(100);
  });

  it('come after what can be chosen directly', () => {
    const labels = offered('{"filter": [{"type": "equals", "field": "manuname|"}]}');
    expect(labels.indexOf('manufacturerNumber')).toBeLessThan(labels.indexOf('manufacturer.name'));
    expect(labels.indexOf('manufacturerNumber')).toBeGreaterThan(-1);
  });

  it('go on from what is already written', () => {
    expect(inFilter('manufacturer.medpath')).toEqual(['media.path']);
    expect(chosen('{"sort": [{"field": "manufacturer.medpath|"}]}', 'media.path')).toBe(
      '{"sort": [{"field": "manufacturer.media.path"}]}',
    );
  });

  it('replace what was typed, also without quotes behind', () => {
    expect(chosen('{"filter": [{"field": "manuname|"}]}', 'manufacturer.name')).toBe(
      '{"filter": [{"field": "manufacturer.name"}]}',
    );
    expect(chosen('{"filter": [{"field": "manuname|', 'manufacturer.name')).toBe(
      '{"filter": [{"field": "manufacturer.name"',
    );
  });

  it('find only what the shop takes there', () => {
    expect(inFilter('covmedurl')).not.toContain('cover.media.url');
    expect(inFilter('ordcustpas', { uri: 'file:///order_line_item.swcriteria.json' })).not.toContain(
      'order.orderCustomer.customer.password',
    );
    expect(deep('{"aggregations": [{"name": "a", "type": "histogram", "field": "manucre|"}]}')).toEqual([
      'manufacturer.createdAt',
    ]);
    expect(deep('{"grouping": ["manuname|"]}')).toEqual([]);
    expect(deep('{"filter": {"manufacturer.name": "x"}, "grouping": ["manuname|"]}')).toEqual(['manufacturer.name']);
  });

  it('are as many as a list can show', () => {
    expect(inFilter('caname').length).toBeLessThanOrEqual(20);
    expect(inFilter('ma')).toEqual([]);
  });

  it('each is accepted as the field of a filter', () => {
    const paths = ['promname', 'ordnumb', 'medfold', 'taxrul', 'ccname', 'vispriid'].flatMap((typed) =>
      inFilter(typed),
    );
    expect(paths.length).toBeGreaterThan(20);
    for (const path of paths) {
      const body = JSON.stringify({ filter: [{ type: 'equals', field: path, value: null }] });
      expect(analysisOf(body, 'file:///product.swcriteria.json').prediction, path).toBeUndefined();
    }
  });

  it('is said to be possible wherever an association is offered in a path', () => {
    const items = completionsAt('{"sort": "|"}');
    expect(items.find(({ label }) => label === 'manufacturer')?.leadsDeeper).toBe(true);
    expect(completionsAt('{"associations": {"|"}}').some(({ leadsDeeper }) => leadsDeeper)).toBe(false);
  });
});
