import { describe, expect, it } from 'vitest';
import { analysisOf, chosen, completionsAt, offered } from '../testing/editor.ts';

describe('keys', () => {
  it('are those that are not there yet, the frequent ones first', () => {
    const keys = offered('{"limit": 5, |}');
    expect(keys.slice(0, 3)).toEqual(['filter', 'sort', 'associations']);
    expect(keys).toContain('total-count-mode');
    expect(keys).not.toContain('limit');
  });

  it('come with a colon, a value and the commas that are missing', () => {
    expect(chosen('{|}', 'term')).toBe('{"term": "$1"}');
    expect(chosen('{"page": 1 "te|"}', 'term')).toBe('{"page": 1, "term": "$1"}');
    expect(chosen('{"te|"\n"page": 1}', 'term')).toBe('{"term": "$1",\n"page": 1}');
    expect(chosen('{"page": 1,|}', 'term')).toBe('{"page": 1,"term": "$1"}');
    expect(chosen('{te|', 'term')).toBe('{"term": "$1"');
  });

  it('have the comma behind the entry before, also on a line above', () => {
    expect(chosen('{\n  "limit": 5\n  |\n}', 'term')).toBe('{\n  "limit": 5,\n  "term": "$1"\n}');
    expect(chosen('{\n  "limit": 5 // rows\n  "te|"\n}', 'term')).toBe('{\n  "limit": 5, // rows\n  "term": "$1"\n}');
    expect(chosen('{"sort": [\n  {"field": "name"}\n  |\n]}', '{ }')).toContain('{"field": "name"},\n  {');
    expect(chosen('{\n  "limit": 5\n  "te| }', 'term')).toBe('{\n  "limit": 5,\n  "term": "$1" }');
  });

  it('replace a key that has its value', () => {
    expect(chosen('{"lim|": 5}', 'limit')).toBe('{"limit": 5}');
    expect(chosen('{"|lim": 5}', 'limit')).toBe('{"limit": 5}');
  });

  it('are not offered twice, although the parser jumps over the rest of a broken object', () => {
    const keys = offered('{"so|"\n"limit": 5, "page": {"ids": 1}}');
    expect(keys).not.toContain('limit');
    expect(keys).not.toContain('page');
    expect(keys).toContain('ids');
  });

  it('are those of the filter’s type, the required ones first', () => {
    expect(offered('{"filter": [{"type": "range", |}]}')).toEqual(['field', 'parameters']);
    expect(offered('{"filter": [{"type": "since", "parameters": {|}}]}')).toEqual(['operator']);
    expect(offered('{"filter": [{|}]}')[0]).toBe('type');
  });

  it('are those of the version', () => {
    expect(offered('// @shopware 6.4.20\n{|}')).not.toContain('fields');
    expect(offered('// @shopware 6.5.0\n{|}')).toContain('fields');
    expect(offered('// @shopware 6.7.2\n{|}')).not.toContain('excludes');
  });

  it('are those that do something beside the others', () => {
    expect(offered(`{"ids": ["${'0'.repeat(32)}"], |}`)).not.toContain('limit');
    expect(offered('// @entity product_visibility\n{|}')).not.toContain('term');
    const inManufacturer = offered('{"associations": {"manufacturer": {|}}}');
    expect(inManufacturer).toContain('associations');
    for (const key of ['filter', 'limit', 'sort', 'includes']) expect(inManufacturer).not.toContain(key);
    expect(offered('{"associations": {"media": {|}}}')).toContain('limit');
    const inStreams = offered('{"associations": {"streams": {|}}}');
    expect(inStreams).toContain('associations');
    for (const key of ['filter', 'limit', 'page', 'post-filter', 'sort']) expect(inStreams).not.toContain(key);
  });

  it('are those of the route, too', () => {
    const search = offered('// @api store\n// @path /store-api/search\n{|}');
    expect(search[0]).toBe('search');
    expect(search).toEqual(expect.arrayContaining(['order', 'p', 'min-price', 'filter', 'limit']));
    const listing = offered('// @api store\n// @path /store-api/product-listing/{categoryId}\n{"p": 2, |}');
    expect(listing).toContain('shipping-free');
    expect(listing).not.toContain('p');
    expect(listing).not.toContain('search');
    const payments = '// @api store\n// @entity payment_method\n';
    expect(chosen(`${payments}{|}`, 'onlyAvailable')).toBe(`${payments}{"onlyAvailable": \${1|true,false|}}`);
    for (const source of [
      '// @api store\n// @path /store-api/product\n{|}',
      '{|}',
      '// @api store\n{"associations": {"media": {|}}}',
    ])
      expect(offered(source)).not.toContain('order');
  });

  it('are not offered in comments, nor behind a finished value', () => {
    expect(offered('{ /* | */ }')).toEqual([]);
    expect(offered('{"limit": 5 // li|\n}')).toEqual([]);
    expect(offered('{"limit" |}')).toEqual([]);
    expect(offered('{} |')).toEqual([]);
  });
});

describe('types', () => {
  it('bring what they need along', () => {
    expect(chosen('{"filter": [{"type": "|"}]}', 'equals')).toBe(
      `{"filter": [{"type": "equals", "field": "$1", "value": \${2:null}}]}`,
    );
    expect(chosen('{"filter": [{"type": "|", "field": "name"}]}', 'contains')).toBe(
      '{"filter": [{"type": "contains", "value": "$1", "field": "name"}]}',
    );
    expect(chosen('{"filter": [{"type": "equ|", "field": "a", "value": 1}]}', 'equalsAny')).toContain(
      '{"type": "equalsAny", "field": "a", "value": 1}',
    );
  });

  it('go with what the object is about already', () => {
    expect(offered('{"filter": [{"type": "|", "queries": []}]}')).toEqual(['multi', 'not', 'and', 'or', 'nand', 'nor']);
    expect(offered('{"filter": [{"type": "|", "field": "name"}]}')).not.toContain('multi');
    const renamed = offered('{"filter": [{"type": "|", "field": "name", "value": "oak"}]}');
    expect(renamed.at(-1)).toBe('range');
    expect(offered('{"filter": [{"type": "|", "field": "nmae"}]}')).toContain('contains');
  });

  it('are whole filters where there is none yet', () => {
    expect(chosen('{"filter": [|]}', 'range')).toBe(
      `{"filter": [{ "type": "range", "field": "$1", "parameters": { "gte": \${2:null} } }]}`,
    );
    expect(chosen('{"aggregations": [|]}', 'terms')).toBe(
      '{"aggregations": [{ "name": "$1", "type": "terms", "field": "$2" }]}',
    );
  });

  it('are those of the version', () => {
    expect(offered('// @shopware 6.4.6\n{"filter": [{"type": "|"}]}')).not.toContain('since');
    expect(offered('{"aggregations": [{"type": "|"}]}')).toContain('range');
    expect(offered('// @shopware 6.4.20\n{"aggregations": [{"type": "|"}]}')).not.toContain('range');
  });
});

describe('field paths', () => {
  it('go segment by segment, each replaced alone', () => {
    expect(chosen('{"filter": [{"type": "equals", "field": "|"}]}', 'manufacturer')).toContain(
      '"field": "manufacturer."',
    );
    expect(chosen('{"sort": [{"field": "manufacturer.na|"}]}', 'name')).toBe(
      '{"sort": [{"field": "manufacturer.name"}]}',
    );
    expect(chosen('{"sort": [{"field": "manu|.name"}]}', 'tax')).toBe('{"sort": [{"field": "tax.name"}]}');
  });

  it('keep the white space before a value', () => {
    expect(chosen('{"sort": [{"field":| "x"}]}', 'name')).toBe('{"sort": [{"field": "name"}]}');
  });

  it('say type and target, and ask again behind an association', () => {
    const items = completionsAt('{"filter": [{"type": "equals", "field": "|"}]}');
    expect(items.find(({ label }) => label === 'manufacturer')).toMatchObject({
      kind: 'association',
      detail: 'many to one · product_manufacturer',
      retrigger: true,
    });
    expect(items.find(({ label }) => label === 'stock')).toMatchObject({
      kind: 'field',
      detail: 'int',
      retrigger: false,
    });
  });

  it('hold in broken text', () => {
    expect(chosen('{"sort": [{"field": "manufacturer.na|', 'name')).toBe('{"sort": [{"field": "manufacturer.name"');
    expect(chosen('{"sort": [{"field": na|}]}', 'name')).toBe('{"sort": [{"field": "name"}]}');
    expect(chosen('{"sort": [{"field": |\n"order": "ASC"}]}', 'name')).toBe(
      '{"sort": [{"field": "name",\n"order": "ASC"}]}',
    );
    expect(chosen('{"sort": [{"field":|', 'tax')).toBe('{"sort": [{"field":"tax.$1"');
  });

  it('stand in keys of a filter map, in a sorting text, in lists', () => {
    expect(chosen('{"filter": {"sto|": 5}}', 'stock')).toBe('{"filter": {"stock": 5}}');
    expect(chosen('{"filter": {"sto|"}}', 'stock')).toBe(`{"filter": {"stock": \${1:null}}}`);
    expect(chosen('{"sort": "-na|,id"}', 'stock')).toBe('{"sort": "-stock,id"}');
    expect(chosen('{"sort": "id,-|"}', 'stock')).toBe('{"sort": "id,-stock"}');
    expect(chosen('{"fields": ["manufacturer.|"]}', 'name')).toBe('{"fields": ["manufacturer.name"]}');
  });

  it('start at the entity of the association', () => {
    const source = '{"associations": {"manufacturer": {"filter": [{"type": "equals", "field": "|"}]}}}';
    expect(offered(source)).toContain('link');
    expect(offered(source)).not.toContain('stock');
  });

  it('know scores, counts, and the entity’s own name', () => {
    expect(offered('{"term": "oak", "sort": [{"field": "|"}]}')).toContain('_score');
    expect(offered('{"sort": [{"field": "|"}]}')).not.toContain('_score');
    expect(offered('{"filter": [{"type": "equals", "field": "|"}]}')).not.toContain('_score');
    expect(offered('{"aggregations": [{"type": "terms", "sort": {"field": "|"}}]}')).toContain('_count');
    expect(chosen('{"sort": [{"field": "|"}]}', 'product')).toContain('"product."');
  });

  it('have the entity’s own name in front only where the rest starts at the entity', () => {
    expect(offered('{"sort": [{"field": "t|.name"}]}')).toContain('product');
    expect(offered('{"sort": [{"field": "t|.taxRate"}]}')).not.toContain('product');
    expect(offered('{"sort": [{"field": "t|.taxRate"}]}')).not.toContain('price');
    expect(offered('{"sort": [{"field": "t|.gross"}]}')).toContain('price');
    expect(offered('{"sort": [{"field": |"tax.taxRate"}]}')).not.toContain('product.taxRate');
  });

  it('leave out what the shop refuses', () => {
    expect(offered('{"filter": [{"type": "equals", "field": "media.media.|"}]}')).not.toContain('url');
    expect(offered('{"filter": [{"type": "equals", "field": "|"}]}')).not.toContain('translated');
    const inStore = offered('// @api store\n{"filter": [{"type": "equals", "field": "|"}]}');
    expect(inStore).not.toContain('purchasePrices');
    expect(inStore).toContain('cheapestPrice');
  });

  it('are for a range filter dates and texts, too', () => {
    const range = (field: string) => `{"type": "range", "field": "${field}", "parameters": {"gte": 1}}`;
    const places = [
      `{"filter": [${range('|')}]}`,
      `{"filter": [${range('crea|')}]}`,
      `{"query": [{"score": 1, "query": ${range('|')}}]}`,
      `{"associations": {"children": {"filter": [${range('|')}]}}}`,
    ];
    for (const place of places)
      expect(offered(place)).toEqual(expect.arrayContaining(['createdAt', 'releaseDate', 'ean']));
    expect(offered(`// @entity order\n{"filter": [${range('|')}]}`).slice(0, 8)).toContain('orderDateTime');
  });

  it('are for a histogram dates that may be empty where they are filtered', () => {
    const histogram = '{"name": "a", "type": "histogram", "interval": "day", "field": "|"}';
    const filter = '"filter": [{"type": "range", "field": "releaseDate", "parameters": {"gte": "2025-01-01"}}]';
    expect(offered(`{"aggregations": [${histogram}]}`)).not.toContain('releaseDate');
    expect(offered(`{${filter}, "aggregations": [${histogram}]}`)).toContain('releaseDate');
    const wrapped = `{"name": "b", "type": "filter", ${filter}, "aggregation": ${histogram}}`;
    expect(offered(`{"aggregations": [${wrapped}]}`)).toContain('releaseDate');
    const typed = '{"name": "a", "type": "|", "field": "releaseDate"}';
    expect(offered(`{"aggregations": [${typed}]}`)).not.toContain('histogram');
    expect(offered(`{${filter}, "aggregations": [${typed}]}`)).toContain('histogram');
  });

  it('know the parts of a price', () => {
    expect(offered('{"sort": [{"field": "price.|"}]}')).toEqual(['gross', 'listPrice', 'net', 'percentage']);
    expect(offered('{"sort": [{"field": "price.listPrice.|"}]}')).toEqual(['gross', 'net']);
    expect(offered('{"sort": [{"field": "price.net.|"}]}')).toEqual([]);
    expect(offered('{"sort": [{"field": "price.b7d2554b0ce847cd82f3ac9bd1c0dfca.|"}]}')).toContain('listPrice');
  });

  it('know the parts of a JSON value', () => {
    expect(offered('// @entity order\n{"sort": [{"field": "price.|"}]}')).toContain('totalPrice');
  });
});

describe('a text without its closing quote', () => {
  it('is closed, and what follows its word stays', () => {
    expect(chosen('{ "filter": [{ "type": "equals", "field": "na|, "value": 1 }] }', 'name')).toBe(
      '{ "filter": [{ "type": "equals", "field": "name", "value": 1 }] }',
    );
    expect(chosen('{ "filter": [{ "type": "equals", "field": "na|, "value": 1 }] }', 'manufacturer')).toBe(
      '{ "filter": [{ "type": "equals", "field": "manufacturer.$1", "value": 1 }] }',
    );
    expect(chosen('{ "filter": [{ "type": "equals", "field": "na| }] }', 'name')).toBe(
      '{ "filter": [{ "type": "equals", "field": "name" }] }',
    );
    expect(chosen('{ "filter": [{ "type": "equa|, "field": "name", "value": 1 }] }', 'prefix')).toBe(
      '{ "filter": [{ "type": "prefix", "field": "name", "value": 1 }] }',
    );
  });

  it('is closed as a key, too', () => {
    expect(chosen('{ "ter| }', 'term')).toBe('{ "term": "$1" }');
    expect(chosen('{ "lim|: 5 }', 'limit')).toBe('{ "limit": 5 }');
    expect(chosen('{ "associations": { "manu| } }', 'manufacturer')).toBe(
      '{ "associations": { "manufacturer": {$1} } }',
    );
    expect(chosen('{\n  "ter|,\n  "page": 1\n}', 'term')).toBe('{\n  "term": "$1",\n  "page": 1\n}');
  });

  it('ends with the word at the cursor, also where the cursor stands within or before it', () => {
    expect(chosen('{ "sort": [{ "field": "n|a.name }] }', 'manufacturer')).toBe(
      '{ "sort": [{ "field": "manufacturer.name" }] }',
    );
    expect(chosen('{ "sort": [{ "field": |"na, "order": "ASC" }] }', 'name')).toBe(
      '{ "sort": [{ "field": "name", "order": "ASC" }] }',
    );
    expect(chosen('{ "sort": "stock,-na| }', 'name')).toBe('{ "sort": "stock,-name" }');
  });

  it('does not turn round the quotes behind it', () => {
    expect(chosen('{ "sort": [{ "field": "name, "order": "A|" }] }', 'DESC')).toBe(
      '{ "sort": [{ "field": "name, "order": "DESC" }] }',
    );
    expect(chosen('{ "sort": [{ "field": "na|", "order": "ASC }] }', 'name')).toBe(
      '{ "sort": [{ "field": "name", "order": "ASC }] }',
    );
  });
});

describe('what people use comes first', () => {
  const first = (source: string, count: number) => offered(source).slice(0, count);

  it('of fields, of associations, of what an answer holds', () => {
    expect(first('{"sort": [{"field": "|"}]}', 3)).toEqual(['id', 'name', 'active']);
    expect(first('{"associations": {"|"}}', 4)).toEqual(['manufacturer', 'cover', 'media', 'categories']);
    expect(first('{"includes": {"product": ["|"]}}', 3)).toEqual(['id', 'name', 'active']);
    expect(first('// @entity order\n{"associations": {"|"}}', 3)).toEqual(['lineItems', 'transactions', 'deliveries']);
  });

  it('of an answer what is loaded comes before what is not', () => {
    const names = offered('{"associations": {"tax": {}}, "includes": {"product": ["|"]}}');
    expect(names.indexOf('tax')).toBeLessThan(names.indexOf('manufacturer'));
    expect(names.indexOf('tax')).toBeGreaterThan(names.indexOf('stock'));
    const nested = '{"associations": {"children": {"associations": {"tax": {}}}}, "includes": {"product": ["|"]}}';
    expect(offered(nested).indexOf('tax')).toBeLessThan(offered(nested).indexOf('manufacturer'));
  });

  it('of entities and routes', () => {
    expect(first('{"aggregations": [{"type": "entity", "definition": "|"}]}', 2)).toEqual(['product', 'category']);
    expect(first('// @entity product\n// @path |\n{}', 2)).toEqual([
      '/api/search/product',
      '/api/search/product/{id}/',
    ]);
    expect(first('// @path /api/search/product/{id}/|\n{}', 2)).toEqual([
      '/api/search/product/{id}/manufacturer',
      '/api/search/product/{id}/cover',
    ]);
  });

  it('of a range what has an order', () => {
    const names = offered('{"filter": [{"type": "range", "field": "|", "parameters": {"gte": 1}}]}');
    expect(names.indexOf('releaseDate')).toBeLessThan(names.indexOf('name'));
  });
});

describe('names of the schema', () => {
  it('are associations that may be loaded', () => {
    const names = offered('{"associations": {"media": {}, "|"}}');
    expect(names).toContain('manufacturer');
    expect(names).not.toContain('media');
    expect(names).not.toContain('parent');
    expect(chosen('{"associations": {"manu|"}}', 'manufacturer')).toBe('{"associations": {"manufacturer": {$1}}}');
  });

  it('are beside "fields" the associations that it names', () => {
    const source = '{"fields": ["id", "tax.name"], "associations": {"|": {}}}';
    expect(offered(source)).toContain('tax');
    expect(offered(source)).not.toContain('manufacturer');
  });

  it('come with a list that has no empty name in it', () => {
    expect(chosen('{"includes": {|}}', 'product')).toBe('{"includes": {"product": [$1]}}');
    expect(chosen('{"includes": {"product": [|]}}', 'name')).toBe('{"includes": {"product": ["name"]}}');
    expect(analysisOf('{"limit": 1, "includes": {"product": []}}', 'file:///product.swcriteria.json').problems).toEqual(
      [],
    );
  });

  it('are apiAliases, those of this answer first', () => {
    const source =
      '{"associations": {"tax": {}}, "aggregations": [{"name": "a", "type": "terms", "field": "id"}], "includes": {"|"}}';
    const aliases = offered(source);
    expect(aliases.slice(0, 4)).toEqual(['product', 'tax', 'a_aggregation', 'aggregation_bucket']);
    expect(aliases).toContain('calculated_price');
    expect(aliases).toContain('category');
  });

  it('are properties of the alias that are not listed yet', () => {
    const properties = offered('{"includes": {"product": ["name", "|"]}}');
    expect(properties).toContain('manufacturer');
    expect(properties).toContain('translated');
    expect(properties).not.toContain('name');
    expect(offered('{"includes": {"calculated_price": ["|"]}}')).toContain('unitPrice');
    const result =
      '{"aggregations": [{"name": "x", "type": "stats", "field": "stock"}], "includes": {"x_aggregation": ["|"]}}';
    expect(offered(result)).toEqual(expect.arrayContaining(['min', 'max', 'avg', 'sum', 'name']));
  });

  it('are entities', () => {
    const names = offered('{"aggregations": [{"type": "entity", "definition": "|"}]}');
    expect(names).toContain('product_manufacturer');
    expect(names).not.toContain('product_category');
  });
});

describe('values', () => {
  it('are words', () => {
    expect(offered('{"sort": [{"field": "name", "order": "|"}]}')).toEqual(['ASC', 'DESC']);
    expect(chosen('{"total-count-mode": "|"}', '1')).toBe('{"total-count-mode": 1}');
    expect(chosen('{"total-count-mode": |}', 'exact')).toBe('{"total-count-mode": "exact"}');
    expect(offered('{"aggregations": [{"type": "histogram", "interval": "|"}]}')).toContain('quarter');
    expect(offered('{"aggregations": [{"type": "histogram", "timeZone": "|"}]}')).toContain('Europe/Berlin');
  });

  it('are a list or a text where the shop takes either', () => {
    const items = completionsAt('{"sort": |}');
    expect(items.map(({ label, preselect }) => [label, preselect ?? false])).toEqual([
      ['[ ]', false],
      ['""', false],
    ]);
    expect(chosen('{"sort": |}', '""')).toBe('{"sort": "$1"}');
    expect(offered('{"sort": "|"}')).toContain('name');
  });

  it('are ways of sorting that the shop can go', () => {
    const types = (limit: number) => offered(`{"limit": ${limit}, "sort": [{"field": "categories.id", "type": "|"}]}`);
    expect(types(5)).toContain('count');
    expect(types(1)).not.toContain('count');
    expect(offered('{"limit": 1, "sort": [{"type": "|"}]}')).toContain('count');
  });

  it('follow the type of the field', () => {
    const operand = (field: string, type = 'equals') =>
      offered(`{"filter": [{"type": "${type}", "field": "${field}", "value": |}]}`);
    expect(operand('active')).toEqual(['true', 'false', 'null']);
    expect(operand('manufacturer.createdAt')).toContain('date and time');
    expect(operand('name')).toEqual(['""', 'null']);
    expect(operand('name', 'contains')).not.toContain('null');
    expect(offered('{"filter": [{"type": "equals", "field": "name", "value": "nu|"}]}')).toEqual([]);
    expect(offered('{"filter": [{"type": "equals", "field": "active", "value": "|"}]}')).toContain('null');
    expect(offered('{"filter": {"active": |}}')).toEqual(['true', 'false']);
    const format = '{"aggregations": [{"type": "histogram", "format": "|"}]}';
    expect(offered(format)).toContain('Y-m-d');
    const [nothing, ...others] = completionsAt('{"filter": [{"type": "equals", "field": "stock", "value": |}]}');
    expect([nothing?.label, nothing?.preselect, others]).toEqual(['null', false, []]);
    expect(offered('{"filter": [{"type": "since", "field": "createdAt", "value": "|"}]}')).toContain('P1D');
  });
});

describe('ids', () => {
  it('are texts, and objects only where an id has parts', () => {
    expect(chosen('{|}', 'ids')).toBe('{"ids": ["$1"]}');
    expect(chosen('{"ids": [|]}', '""')).toBe('{"ids": ["$1"]}');
    expect(offered('{"ids": [|]}')).toEqual(['""']);
    expect(offered('{"ids": [{|}]}')).toEqual([]);
    const parts = '// @entity product_translation\n';
    expect(chosen(`${parts}{"ids": [|]}`, '{ productId, languageId }')).toBe(
      `${parts}{"ids": [{ "productId": "$1", "languageId": "$2" }]}`,
    );
    expect(offered(`${parts}{"ids": [{"productId": "", |}]}`)).toEqual(['languageId']);
  });
});

describe('an empty file', () => {
  it('gets whole bodies', () => {
    expect(offered('|')).toContain('criteria: list');
    expect(chosen('|', 'criteria: by ids')).toBe('{\n\t"ids": ["$1"]\n}');
  });

  it('names the entity where nothing else does', () => {
    expect(chosen('|', 'criteria: by ids', { uri: 'untitled:1' })).toMatch(
      /^\/\/ @entity \S*product\S*\n\{\n\t"ids": \["\$2"\]\n\}$/,
    );
    expect(chosen('// @entity product\n|', 'criteria: by ids', { uri: 'untitled:1' })).toContain('\n{\n\t"ids"');
  });
});

describe('a comment that is begun', () => {
  it('above a body gets directives, no second body', () => {
    expect(chosen('/|\n{"limit": 1}', '// @entity')).toBe('// @entity \n{"limit": 1}');
    expect(offered('// @api store\n  /|\n{}').every((label) => label.startsWith('// @'))).toBe(true);
    expect(offered('/|')).toContain('// @entity');
    expect(offered('cri|\n{"limit": 1}')).toEqual([]);
    expect(offered('{"limit": 1}\n/|')).toEqual([]);
  });
});

describe('directives', () => {
  it('are completed in comments above the body', () => {
    expect(offered('// |\n{}')).toContain('@entity');
    expect(chosen('// @ent|\n{}', '@entity')).toBe('// @entity \n{}');
    expect(offered('{\n  // @|\n}')).toEqual(['@disable-next-line']);
  });

  it('have values', () => {
    expect(chosen('// @entity pro|duct_manu\n{}', 'product_manufacturer')).toBe('// @entity product_manufacturer\n{}');
    expect(offered('// @api |\n{}')).toEqual(['admin', 'store']);
    expect(offered('// @shop |\n{}', { world: { shops: ['staging', 'live'] } })).toEqual(['live', 'staging']);
    expect(offered('// @disable |\n{}')).toContain('unknown-field');
    expect(offered('// @api store\n// @path |\n{}')).toContain('/store-api/product-listing/{categoryId}');
    expect(offered('// @shopware |\n{}')[0]).toBe('6.7.6.0');
    expect(offered('// @header |\n{}')).toContain('sw-language-id');
    expect(offered('// @header |\n{}')).not.toContain('sw-context-token');
    expect(chosen('// @header sw-inheritance: |\n{}', '1')).toBe('// @header sw-inheritance: 1\n{}');
    expect(offered('// @header sw-language-id: |\n{}')).toEqual([]);
    expect(chosen('// @var |\n{"term": "{{word}}"}', 'word')).toBe('// @var word \n{"term": "{{word}}"}');
    expect(offered('// @entity |\n{}')[0]).toBe('product');
    const dashed = completionsAt('// @entity product-m|\n{}').find(({ label }) => label === 'product_manufacturer');
    expect(dashed).toMatchObject({ filterText: 'product-manufacturer', insertText: 'product_manufacturer' });
    const plain = completionsAt('// @entity product_m|\n{}').find(({ label }) => label === 'product_manufacturer');
    expect(plain?.filterText).toBe('product_manufacturer');
    expect(offered('// @disable |\n{"limits": 5}').slice(0, 3)).toContain('unknown-key');
  });
});

describe('routes', () => {
  const NAMELESS = { uri: 'untitled:1' };

  it('go step by step below a parent', () => {
    expect(offered('// @path /api/search/product|\n{}', NAMELESS)).toContain('/api/search/product/{id}/');
    expect(offered('// @path /api/search/product/|\n{}', NAMELESS)).toEqual(['/api/search/product/{id}/']);
    const below = offered('// @path /api/search/product/{id}/|\n{}', NAMELESS);
    expect(below).toContain('/api/search/product/{id}/cross-sellings');
    expect(below).not.toContain('/api/search/product/{id}/name');
    const path = '/api/search/product/0f3a0f3a0f3a0f3a0f3a0f3a0f3a0f3a/media/{mediaId}/';
    expect(offered(`// @path ${path}|\n{}`, NAMELESS)).toContain(`${path}media`);
  });

  it('name every entity that can be searched', () => {
    const rows = offered('// @path /api/search/|\n{}', NAMELESS);
    expect(rows).toContain('/api/search/product-manufacturer');
    expect(rows).not.toContain('/api/search/product-category');
    expect(offered('// @path /api/search-ids/|\n{}', NAMELESS)).toContain('/api/search-ids/product-category');
  });

  it('are those of the version and the API', () => {
    expect(offered('// @path |\n{}')).toContain('/api/aggregate/product');
    expect(offered('// @shopware 6.6.7\n// @path |\n{}')).not.toContain('/api/aggregate/product');
    expect(offered('// @api store\n// @path |\n{}', { uri: 'file:///category.swcriteria.json' })[0]).toBe(
      '/store-api/category',
    );
  });

  it('tell the entity that is completed in the body', () => {
    const fields = offered('// @path /api/search/product/{id}/media\n{"sort": [{"field": "|"}]}');
    expect(fields).toContain('mediaId');
    expect(fields).not.toContain('stock');
  });
});

describe('behind extensions', () => {
  it('ids are not offered in a filter, which would never find them', () => {
    const inFilter = offered('{"filter": [{"type": "equals", "field": "extensions.categories.|", "value": 1}]}');
    expect(inFilter).toContain('name');
    expect(inFilter).not.toContain('id');
    expect(offered('{"filter": {"extensions.|": 1}}')).not.toContain('parentId');
    expect(offered('{"filter": {"extensions.|": 1}}')).toContain('categories');
    expect(offered('{"sort": [{"field": "extensions.categories.|"}]}')).toContain('id');
  });
});
