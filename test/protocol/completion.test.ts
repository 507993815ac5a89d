import { describe, expect, it } from 'vitest';
import { type CompletionItem, CompletionTriggerKind, DiagnosticSeverity } from 'vscode-languageserver-protocol';
import type { CustomField } from '../../server/src/protocol.ts';
import { bundledSchemaText } from '../../server/src/schema/bundled/index.ts';
import type { Editor } from './client.ts';
import { editors } from './editors.ts';

const start = editors();

function named(items: readonly CompletionItem[], label: string): CompletionItem {
  const item = items.find((candidate) => candidate.label === label);
  if (!item) throw new Error(`"${label}" is not offered.`);
  return item;
}

const START = { line: 0, character: 0 };

describe('the documentation of a completion', () => {
  it('is asked for when it is looked at, by editors that can', async () => {
    const client = await start({ resolves: true });
    expect(client.capabilities.completionProvider).toMatchObject({ resolveProvider: true });
    const document = await client.open('{"sort": [{"field": "|"}]}');
    const items = await document.completions();
    expect(items.filter(({ documentation }) => documentation !== undefined)).toEqual([]);
    const name = named(items, 'name');
    expect(JSON.stringify(name.data).length).toBeLessThan(40);
    expect(await client.request('completionItem/resolve', name)).toMatchObject({
      label: 'name',
      textEdit: name.textEdit,
      documentation: { kind: 'markdown', value: expect.stringContaining('Translated') },
    });
  });

  it('is that of the item, although the document has changed meanwhile', async () => {
    const client = await start({ resolves: true });
    const document = await client.open('{|}');
    const limit = named(await document.completions(), 'limit');
    await document.change(START, { line: 0, character: 2 }, '');
    await document.completions();
    expect(await client.request('completionItem/resolve', limit)).toMatchObject({
      documentation: { value: expect.stringContaining('rows') },
    });
    await document.close();
    expect(await client.request('completionItem/resolve', limit)).toEqual(limit);
  });

  it('comes at once to editors that cannot ask', async () => {
    const client = await start();
    expect(client.capabilities.completionProvider).toMatchObject({ resolveProvider: false });
    const document = await client.open('{|}');
    expect(named(await document.completions(), 'limit')).toMatchObject({
      documentation: { kind: 'markdown', value: expect.stringContaining('rows') },
    });
  });
});

describe('the one thing that is right', () => {
  const chosen = (items: readonly CompletionItem[]) =>
    items.filter(({ preselect }) => preselect).map(({ label }) => label);

  it('is shown as chosen: a name that is alone, a key that is missing, the entity of the ids', async () => {
    const client = await start({ preselects: true });
    let opened = 0;
    const open = async (source: string) => {
      const document = await client.open(source, `file:///${opened++}.product.swcriteria.json`);
      return chosen(await document.completions());
    };
    expect(await open('{"filter": [{"type": "since", "parameters": {|}}]}')).toEqual(['operator']);
    expect(await open('{"aggregations": [{"name": "a", "type": "terms", |}]}')).toEqual(['field']);
    const entity = '{"aggregations": [{"name": "a", "type": "entity", "field": "manufacturerId", "definition": "|"}]}';
    expect(await open(entity)).toEqual(['product_manufacturer']);
    expect(await open('{"sort": [{"field": "|"}]}')).toEqual([]);
  });

  it('is one among others for editors that choose themselves', async () => {
    const client = await start();
    const document = await client.open('{"filter": [{"type": "since", "parameters": {|}}]}');
    expect(await document.completions()).toMatchObject([{ label: 'operator' }]);
    expect(chosen(await document.completions())).toEqual([]);
  });
});

it('a comma that is missing on a line above comes along as a change of its own', async () => {
  const client = await start();
  const document = await client.open('{\n  "limit": 5\n  |\n}');
  const behind = { line: 1, character: 12 };
  expect(named(await document.completions(), 'page')).toMatchObject({
    textEdit: {
      newText: `"page": \${1:1}`,
      range: { start: { line: 2, character: 2 }, end: { line: 2, character: 2 } },
    },
    additionalTextEdits: [{ newText: ',', range: { start: behind, end: behind } }],
  });
});

describe('a list that opens by itself', () => {
  const typed = async (source: string, triggerCharacter: string) => {
    const client = await start();
    const document = await client.open(source);
    const context = { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter };
    return (await document.completionList(context)).items.map(({ label }) => label);
  };

  it('does so behind an opening quote, and not behind a closing one', async () => {
    expect(await typed('{"sort": [{"field": "|"}]}', '"')).toContain('name');
    expect(await typed('{"sort": [{"field": "|', '"')).toContain('name');
    expect(await typed('{"term": "shirt", "|"}', '"')).toContain('limit');
    expect(await typed('{"term": "shirt"|}', '"')).toEqual([]);
    expect(await typed('{"filter": [{"type": "equals", "field": "name"|}]}', '"')).toEqual([]);
  });

  it('does not do so behind a bracket, where Enter begins a line', async () => {
    const client = await start();
    const characters = client.capabilities.completionProvider?.triggerCharacters ?? [];
    expect(characters).toContain('"');
    expect(characters.filter((character) => '[{'.includes(character))).toEqual([]);
  });

  it('opens behind all of this when it is asked for', async () => {
    const client = await start();
    const document = await client.open('{"term": "shirt"|}');
    expect((await document.completions()).map(({ label }) => label)).toContain('limit');
  });
});

describe('a route', () => {
  it('is offered step by step while slashes are typed, and nothing where a comment begins', async () => {
    const client = await start();
    const context = { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter: '/' };
    const path = await client.open('// @path /api/search/product/{id}/|\n{}', 'untitled:route');
    const { items } = await path.completionList(context);
    expect(items.map(({ label }) => label)).toContain('/api/search/product/{id}/media');
    const comment = await client.open('{\n  /|\n}');
    expect((await comment.completionList(context)).items).toEqual([]);
  });
});

describe('variables', () => {
  it('are offered behind "{{" and explained, those of the shop first', async () => {
    const client = await start({
      context: () => ({
        shop: { name: 'staging', production: false },
        shops: ['staging'],
        vars: { maker: 'b1' },
        rules: {},
      }),
    });
    const document = await client.open('// @var maker a1\n{"term": "{{|"}');
    expect(await document.completions()).toMatchObject([
      { label: 'maker', detail: 'b1', textEdit: { newText: 'maker}}' } },
    ]);
    const written = await client.open('// @var maker a1\n{"term": "{{ma|ker}}"}', 'file:///b.product.swcriteria.json');
    expect(await written.hover()).toMatchObject({ contents: { value: expect.stringContaining('`b1`') } });
  });
});

describe('custom fields of the connected shop', () => {
  const customFields: readonly CustomField[] = [
    {
      name: 'rec_colour',
      type: 'select',
      labels: { 'en-GB': 'Colour' },
      entities: ['product_manufacturer'],
      active: true,
      storeApi: true,
    },
  ];
  const shop: Editor = {
    resolves: true,
    context: () => ({ shops: ['staging'], rules: {}, schema: { id: 'a', source: 'stored', version: '6.7.6.0' } }),
    schema: () => ({ text: bundledSchemaText('6.7'), customFields }),
  };

  it('come with its schema: they are offered, explained, and unknown ones are told', async () => {
    const client = await start(shop);
    const document = await client.open('{"sort": [{"field": "manufacturer.customFields.|"}]}');
    const [colour, ...others] = await document.completions();
    expect(colour).toMatchObject({ label: 'rec_colour', detail: 'select' });
    expect(others).toEqual([]);
    expect(await client.request('completionItem/resolve', colour ?? {})).toMatchObject({
      documentation: { value: expect.stringContaining('Colour (en-GB)') },
    });
    const wrong = await client.open(
      '{"sort": [{"field": "manufacturer.customFields.rec_col|or"}], "limit": 5}',
      'file:///b.product.swcriteria.json',
    );
    expect(await wrong.published()).toMatchObject([
      { code: 'unknown-custom-field', severity: DiagnosticSeverity.Information },
    ]);
  });
});
