import { describe, expect, it } from 'vitest';
import { apply } from '../../rules/edits.ts';
import { analysisOf, type EditorOptions } from '../testing/editor.ts';
import { refactorings } from './refactorings.ts';

const URI = 'file:///product.swcriteria.json';

/** What can be made of the source, by title; one `|` is the cursor, two are the selection. */
function offered(source: string, { uri = URI, line }: EditorOptions = {}): Readonly<Record<string, string>> {
  const [before = '', selected = '', ...after] = source.split('|');
  const text = source.replaceAll('|', '');
  const start = before.length;
  const end = after.length > 0 ? start + selected.length : start;
  const found = refactorings(analysisOf(text, uri, line), start, end);
  return Object.fromEntries(found.map(({ title, edits }) => [title, apply(text, edits)]));
}

const EQUALS = '{ "type": "equals", "field": "active", "value": true }';
const OTHER = '{ "type": "equals", "field": "stock", "value": 1 }';

describe('wrapping', () => {
  it('puts the filter at the cursor into a group, on its line', () => {
    const made = offered(`{"filter": [{ "type": "equ|als", "field": "active", "value": true }, ${OTHER}]}`);
    expect(made['Wrap in "multi": at least one of them']).toBe(
      `{"filter": [{ "type": "multi", "operator": "or", "queries": [${EQUALS}] }, ${OTHER}]}`,
    );
    expect(made['Wrap in "not"']).toBe(
      `{"filter": [{ "type": "not", "operator": "and", "queries": [${EQUALS}] }, ${OTHER}]}`,
    );
  });

  it('takes all that are selected, with their comments, and indents them', () => {
    const made = offered(`{
  "filter": [
    |${EQUALS}, // sold
    // in stock
    ${OTHER}|
  ]
}`);
    expect(made['Wrap in "not": none of them']).toBe(`{
  "filter": [
    {
      "type": "not",
      "operator": "or",
      "queries": [
        ${EQUALS}, // sold
        // in stock
        ${OTHER}
      ]
    }
  ]
}`);
  });

  it('works for a scored filter, too', () => {
    expect(offered('{"query": [{"query": {"type": "con|tains"}}]}')['Wrap in "multi": all of them']).toBe(
      '{"query": [{"query": { "type": "multi", "operator": "and", "queries": [{"type": "contains"}] }}]}',
    );
  });

  it('is not offered where there is no filter, and in broken text', () => {
    expect(Object.keys(offered('{"limit": |1}'))).toEqual([]);
    expect(Object.keys(offered(`{"filter": [${EQUALS}|`))).toEqual([]);
  });
});

describe('dissolving a group', () => {
  it('keeps what stands between the filters, and moves them out', () => {
    const source = `{
    "filter": [
        {
            "type": "multi",|
            "operator": "AND",
            "queries": [
                ${EQUALS}, // sold
                {
                    "type": "equals",
                    "field": "stock", "value": 1
                }
            ]
        }
    ]
}`;
    expect(offered(source)['Dissolve this group']).toBe(`{
    "filter": [
        ${EQUALS}, // sold
        {
            "type": "equals",
            "field": "stock", "value": 1
        }
    ]
}`);
  });

  it.each([
    [
      'or in or',
      `{"filter": [{"type": "or", "queries": [{"type": "multi|", "operator": "or", "queries": [${EQUALS}, ${OTHER}]}]}]}`,
    ],
    ['and in not', `{"filter": [{"type": "not", "queries": [{"type": "and|", "queries": [${EQUALS}, ${OTHER}]}]}]}`],
    ['a single one', `{"filter": [{"type": "or|", "queries": [${EQUALS}]}]}`],
  ])('goes with %s', (_, source) => {
    expect(offered(source)['Dissolve this group']).toBeDefined();
  });

  it.each([
    ['or in a list', `{"filter": [{"type": "or|", "queries": [${EQUALS}, ${OTHER}]}]}`],
    ['a negation', `{"filter": [{"type": "not|", "queries": [${EQUALS}]}]}`],
    ['a comment that would be lost', `{"filter": [{"type": "and|", /* why */ "queries": [${EQUALS}]}]}`],
    ['no filters', '{"filter": [{"type": "and|", "queries": []}]}'],
    [
      'two conditions on the same child',
      '{"filter": [{"type": "and|", "queries": [{"type": "equals", "field": "media.position", "value": 1}, {"type": "equals", "field": "media.mediaId", "value": null}]}]}',
    ],
  ])('is not offered for %s', (_, source) => {
    expect(offered(source)['Dissolve this group']).toBeUndefined();
  });
});

describe('filter and post-filter', () => {
  it('change into each other', () => {
    expect(offered(`{"fil|ter": [${EQUALS}, ${OTHER}]}`)['Turn into "post-filter"']).toBe(
      `{"post-filter": [${EQUALS}, ${OTHER}]}`,
    );
    expect(offered('{"post-filter|": {"active": true}}')['Turn into "filter"']).toBe('{"filter": {"active": true}}');
  });

  it('take single filters from each other', () => {
    expect(offered(`{"filter": [${EQUALS}, {|${OTHER.slice(1)}], "post-filter": []}`)['Move to "post-filter"']).toBe(
      `{"filter": [${EQUALS}], "post-filter": [${OTHER}]}`,
    );
    expect(offered(`{\n  "filter": [\n    ${EQUALS},\n    {|${OTHER.slice(1)}\n  ]\n}`)['Move to "post-filter"']).toBe(
      `{\n  "filter": [\n    ${EQUALS}\n  ],\n  "post-filter": [\n    ${OTHER}\n  ]\n}`,
    );
  });

  it('take what is selected from each other', () => {
    const third = '{ "type": "equals", "field": "name", "value": "x" }';
    expect(offered(`{"filter": [|${EQUALS}, ${OTHER}|, ${third}]}`)).toMatchObject({
      'Move to "post-filter"': `{"filter": [${third}], "post-filter": [${EQUALS}, ${OTHER}]}`,
    });
    const lines = `{\n  "filter": [\n    ${EQUALS},\n    |${OTHER},\n    ${third}|\n  ]\n}`;
    expect(offered(lines)).toMatchObject({
      'Move to "post-filter"': `{\n  "filter": [\n    ${EQUALS}\n  ],\n  "post-filter": [\n    ${OTHER},\n    ${third}\n  ]\n}`,
    });
    expect(Object.keys(offered(lines))).not.toContain('Turn into "post-filter"');
  });

  it('are not mixed with a short form', () => {
    expect(Object.keys(offered(`{"filter": [${EQUALS}, {|${OTHER.slice(1)}], "post-filter": {"a": 1}}`))).not.toContain(
      'Move to "post-filter"',
    );
  });
});

describe('the form of a sorting', () => {
  it('is a text or a list', () => {
    const list = '{"sort": [{ "field": "name", "order": "DESC" }, { "field": "stock", "order": "ASC" }]}';
    expect(offered('{"sort": "-name,,sto|ck"}')['Write the sorting as a list']).toBe(list);
    expect(offered(list.replace('name', 'na|me'))['Write the sorting as one string']).toBe('{"sort": "-name,stock"}');
  });

  it.each([
    '{"sort": [|{ "field": "name", "naturalSorting": true }]}',
    '{"sort": [|{ "field": "name", "order": "descending" }]}',
    '{"sort": [|{ "field": "name" } /* first */]}',
    '{"sort": "|"}',
    '{"sort": [|]}',
    '{"aggregations": [{"type": "terms", "name": "a", "field": "name", "sort": {"field": "|name"}}]}',
  ])('stays as it is in %s', (source) => {
    expect(Object.keys(offered(source)).filter((title) => title.includes('sorting'))).toEqual([]);
  });
});

describe('the form of filters', () => {
  it('is a map or a list', () => {
    const list = `{"filter": [${EQUALS}, ${OTHER}]}`;
    expect(offered('{"filter": { |"active": true, "stock": 1 }}')['Write the filters as a list']).toBe(list);
    expect(offered(list.replace('"filter"', '"fil|ter"'))['Write the filters in the short form']).toBe(
      '{"filter": { "active": true, "stock": 1 }}',
    );
  });

  it('keeps lines and comments', () => {
    expect(
      offered('{"filter": {|\n  // sold\n  "active": true,\n  "stock": 1 // last\n}}')['Write the filters as a list'],
    ).toBe(`{"filter": [\n  // sold\n  ${EQUALS},\n  ${OTHER} // last\n]}`);
  });

  it.each([
    '{"filter": |{"active": null}}',
    '{"filter": |{"active": [1]}}',
    '{"filter": |{"active" /* why */: 1}}',
    `{"filter": |[${EQUALS}, ${EQUALS}]}`,
    '{"filter": |[{"type": "equals", "field": "active", "value": null}]}',
    '{"filter": |[{"type": "contains", "field": "name", "value": "x"}]}',
    '{"filter": |[{"type": "equals", "field": "name", "value": "x" /* y */}]}',
    '{"filter": |[]}',
  ])('stays as it is in %s', (source) => {
    expect(Object.keys(offered(source)).filter((title) => title.startsWith('Write'))).toEqual([]);
  });
});

describe('the prefix', () => {
  it('is added and removed', () => {
    expect(offered('{"sort": "-name,manu|facturer.name"}')).toMatchObject({
      'Add the prefix "product."': '{"sort": "-name,product.manufacturer.name"}',
    });
    expect(offered('{"filter": {"product.na|me": "x"}}')).toMatchObject({
      'Remove the prefix "product."': '{"filter": {"name": "x"}}',
    });
    expect(offered('{"associations": {"manufacturer": {"sort": [{"field": "na|me"}]}}}')).toMatchObject({
      'Add the prefix "product_manufacturer."':
        '{"associations": {"manufacturer": {"sort": [{"field": "product_manufacturer.name"}]}}}',
    });
  });

  it.each(['{"sort": "nothi|ng"}', '{"filter": {"name": "x", "product.na|me": "y"}}', '{"fields": ["na|me"]}'])(
    'is left alone in %s',
    (source) => {
      expect(Object.keys(offered(source)).filter((title) => title.includes('prefix'))).toEqual([]);
    },
  );
});

describe('the filter of an association', () => {
  it('becomes one of the search', () => {
    const source = `{
  "associations": {
    "manufacturer": {
      "filter": [
        {
          "type": "equals",
          "field": "na|me",
          "value": "x"
        }
      ],
      "limit": 1
    }
  }
}`;
    expect(offered(source)['Filter "product" by it: "manufacturer.…"']).toBe(`{
  "associations": {
    "manufacturer": {
      "limit": 1
    }
  },
  "filter": [
    {
      "type": "equals",
      "field": "manufacturer.name",
      "value": "x"
    }
  ]
}`);
  });

  it('joins those that are there, by the whole way, without its own prefix', () => {
    const source = `{"filter": [${EQUALS}], "associations": {"cover": {"associations": {"media": {"filter": [{"type": "equals", "field": "media.fileN|ame", "value": "x"}]}}}}}`;
    expect(offered(source)['Filter "product" by it: "cover.media.…"']).toBe(
      `{"filter": [${EQUALS}, {"type": "equals", "field": "cover.media.fileName", "value": "x"}], "associations": {"cover": {"associations": {"media": {}}}}}`,
    );
  });

  it('leaves what is not selected', () => {
    const source = `{
  "associations": {
    "tax": {
      "filter": [
        { "type": "equals", "field": "name", "value": "a" },
        |{ "type": "equals", "field": "name", "value": "b" },
        { "type": "equals", "field": "name", "value": "c" }|
      ]
    }
  }
}`;
    expect(offered(source)['Filter "product" by it: "tax.…"']).toBe(`{
  "associations": {
    "tax": {
      "filter": [
        { "type": "equals", "field": "name", "value": "a" }
      ]
    }
  },
  "filter": [
    { "type": "equals", "field": "tax.name", "value": "b" },
    { "type": "equals", "field": "tax.name", "value": "c" }
  ]
}`);
  });

  it('keeps several conditions about one child together, on one line where they were', () => {
    const source = `{"associations": {"categories": {"filter|": [{"type": "equals", "field": "active", "value": true}, {"type": "equals", "field": "name", "value": "x"}]}}}`;
    expect(offered(source)['Filter "product" by it: "categories.…"']).toBe(
      '{"associations": {"categories": {}}, "filter": [{ "type": "multi", "operator": "and", "queries": [{"type": "equals", "field": "categories.active", "value": true}, {"type": "equals", "field": "categories.name", "value": "x"}] }]}',
    );
  });

  it('keeps the comments between conditions', () => {
    const source = `{
  "associations": {
    "categories": {
      "filter|": [
        { "type": "equals", "field": "active", "value": true }, // only active
        // named
        { "type": "equals", "field": "name", "value": "x" }
      ]
    }
  }
}`;
    expect(offered(source)['Filter "product" by it: "categories.…"']).toBe(`{
  "associations": {
    "categories": {}
  },
  "filter": [
    {
      "type": "multi",
      "operator": "and",
      "queries": [
        { "type": "equals", "field": "categories.active", "value": true }, // only active
        // named
        { "type": "equals", "field": "categories.name", "value": "x" }
      ]
    }
  ]
}`);
  });

  it('is not offered where a comment would be lost', () => {
    const source = `{"associations": {"tax": {"filter": [\n// only active\n{"type": "equals", "field": "na|me", "value": "x"}\n]}}}`;
    expect(Object.keys(offered(source)).filter((title) => title.startsWith('Filter'))).toEqual([]);
  });

  it('stays where the search has a short form', () => {
    const source =
      '{"filter": {"active": true}, "associations": {"tax": {"filter": [{"type": "equals", "field": "na|me", "value": "x"}]}}}';
    expect(Object.keys(offered(source)).filter((title) => title.startsWith('Filter'))).toEqual([]);
  });
});
