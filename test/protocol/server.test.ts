import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DocumentContext } from '../../server/src/protocol.ts';
import { bundledSchemaText } from '../../server/src/schema/bundled/index.ts';
import { editors } from './editors.ts';

const start = editors();

const TYPO = '{"limit": 5, "filter": [{"type": "equals", "field": "manufacturre.name", "value": "x"}]}';
const liveContext: DocumentContext = {
  shop: { name: 'staging', production: false },
  shops: ['staging'],
  schema: { id: 'live-1', source: 'live', version: '6.7.6.0' },
  rules: {},
};

describe('an editor without any knowledge of ours', () => {
  it('gets diagnostics sent, and none once the fault is mended', async () => {
    const client = await start();
    const document = await client.open(TYPO);
    const [problem] = await document.published();
    expect(problem).toMatchObject({ code: 'unknown-field', source: 'swcriteria', severity: 2 });
    await document.change({ line: 0, character: 53 }, { line: 0, character: 65 }, 'manufacturer');
    expect(await document.published()).toEqual([]);
  });

  it('gets completion inside a half-typed text', async () => {
    const client = await start();
    const document = await client.open('{"filter": [{"type": "equals", "field": "manufacturer.na|');
    const labels = (await document.completions()).map(({ label }) => label);
    expect(labels).toContain('name');
  });

  it('is not told to use commands that it does not have', async () => {
    const client = await start();
    const document = await client.open('{"filter": [{"type": "equals", "field": "|"}]}');
    const items = await document.completions();
    expect(items.find(({ label }) => label === 'manufacturer')?.textEdit).toMatchObject({ newText: 'manufacturer.' });
    expect(items.some(({ command }) => command !== undefined)).toBe(false);
  });

  it('gets plain text where it knows no snippets', async () => {
    const client = await start({ snippets: false });
    const document = await client.open('{"filter": [|]}');
    const [equals] = await document.completions();
    expect(equals).toMatchObject({
      insertTextFormat: 1,
      textEdit: { newText: '{ "type": "equals", "field": "", "value": null }' },
    });
    const keys = await (await client.open('{|}', 'file:///keys.product.swcriteria.json')).completions();
    expect(keys.find(({ label }) => label === 'fields')).toMatchObject({ textEdit: { newText: '"fields": []' } });
  });

  it('loses its diagnostics with the document', async () => {
    const client = await start();
    const document = await client.open(TYPO);
    await document.published();
    client.forgetPublished();
    await document.close();
    expect(await client.published(document.uri)).toEqual([]);
  });
});

describe('an editor that brings shops and schemas', () => {
  it('pulls diagnostics that are certain with the schema of a shop', async () => {
    const client = await start({
      pulls: true,
      context: () => liveContext,
      schema: () => ({ text: bundledSchemaText('6.7') }),
    });
    const document = await client.open(TYPO);
    const [problem] = await document.pull();
    expect(problem).toMatchObject({
      severity: 1,
      data: { server: { status: 400, code: 'FRAMEWORK__UNMAPPED_FIELD' } },
      codeDescription: { href: expect.stringMatching(/^file:.*docs\/rules\/unknown-field\.md$/) },
    });
    expect(problem?.message).toContain('(400 FRAMEWORK__UNMAPPED_FIELD)');
  });

  it('asks for one schema once, however many documents use it', async () => {
    let asked = 0;
    const client = await start({
      pulls: true,
      context: () => liveContext,
      schema: () => {
        asked++;
        return { text: bundledSchemaText('6.7') };
      },
    });
    const documents = await Promise.all(
      Array.from({ length: 10 }, (_, index) => client.open(TYPO, `file:///${index}.product.swcriteria.json`)),
    );
    await Promise.all(documents.map((document) => document.pull()));
    expect(asked).toBe(1);
  });

  it('says once that a schema could not be loaded, and goes on with the bundled one', async () => {
    const client = await start({
      pulls: true,
      context: () => liveContext,
      schema: () => ({ error: 'The shop answers with HTML.' }),
    });
    const document = await client.open(TYPO);
    const [problem] = await document.pull();
    expect(problem).toMatchObject({ code: 'unknown-field', severity: 2 });
    await document.change({ line: 0, character: 0 }, { line: 0, character: 0 }, ' ');
    await document.pull();
    expect(client.messages).toEqual([expect.stringContaining('The shop answers with HTML.')]);
  });

  it('is told to pull again when the world changed', async () => {
    let rules: DocumentContext['rules'] = {};
    const client = await start({ pulls: true, context: () => ({ shops: [], rules }) });
    const document = await client.open(TYPO);
    expect(await document.pull()).toHaveLength(1);
    rules = { 'unknown-field': 'off' };
    await client.notify('swcriteria/worldChanged');
    await client.refreshed();
    expect(await document.pull()).toEqual([]);
  });

  it('speaks of the text as it is, although it changed while the context was asked for', async () => {
    const answers: (() => void)[] = [];
    const client = await start({
      pulls: true,
      context: () => new Promise((resolve) => answers.push(() => resolve({ shops: [], rules: {} }))),
    });
    const document = await client.open(TYPO);
    const pulled = document.pull();
    await client.until(() => answers[0]);
    await document.change({ line: 0, character: 0 }, { line: 0, character: 0 }, '\n\n');
    for (const answer of answers) answer();
    expect(await pulled).toMatchObject([{ range: { start: { line: 2 } } }]);
  });

  it('answers nothing about a place in a text that has changed since', async () => {
    const answers: (() => void)[] = [];
    const client = await start({
      pulls: true,
      context: () => new Promise((resolve) => answers.push(() => resolve({ shops: [], rules: {} }))),
    });
    const document = await client.open('{"sort": "manufacturer.|name"}');
    const top = { line: 0, character: 0 };
    const asked = {
      textDocument: { uri: document.uri },
      position: document.cursor,
      range: { start: top, end: top },
      context: { diagnostics: [] },
    };
    const methods = ['completion', 'hover', 'definition', 'references', 'codeAction'];
    const requests = methods.map((method) => client.request(`textDocument/${method}`, asked));
    await client.until(() => answers[0]);
    await document.change(top, top, '// @entity category\n');
    for (const answer of answers) answer();
    const outcomes = await Promise.allSettled(requests);
    expect(outcomes).toEqual(
      methods.map(() => ({ status: 'rejected', reason: expect.objectContaining({ code: -32801 }) })),
    );
  });

  it('sees another text under the same version', async () => {
    const client = await start({ pulls: true });
    const document = await client.open(TYPO);
    expect(await document.pull()).toHaveLength(1);
    const again = await client.open('{"limit": 5}', document.uri);
    expect(await again.pull()).toEqual([]);
    await client.notify('textDocument/didChange', {
      textDocument: { uri: document.uri, version: 1 },
      contentChanges: [{ text: TYPO }],
    });
    expect(await document.pull()).toHaveLength(1);
  });

  it('survives a context that cannot be told', async () => {
    const client = await start({
      pulls: true,
      context: () => Promise.reject(new Error('The configuration is broken.')),
    });
    const document = await client.open(TYPO);
    expect(await document.pull()).toEqual([]);
    expect(client.logs).toEqual([expect.stringContaining('The configuration is broken.')]);
  });
});

describe('our own requests', () => {
  it('plans how a document is sent', async () => {
    const client = await start();
    const text = '// @api store\n// @path /store-api/product-listing/{categoryId}\n{"limit": 1,}';
    const { uri } = await client.open(text);
    expect(await client.request('swcriteria/requestPlan', { uri })).toMatchObject({
      api: 'store',
      entity: 'product',
      path: '/store-api/product-listing/{categoryId}',
      placeholders: ['categoryId'],
      syntaxError: 'JSON allows no comma after the last entry.',
      documentVersion: 1,
      text,
    });
    expect(await client.request('swcriteria/requestPlan', { uri: 'file:///not-open' })).toBeNull();
  });

  it('lists entities and properties of a bundled schema', async () => {
    const client = await start();
    const entities = await client.request<object[]>('swcriteria/entities', { schemaId: 'bundled:6.7' });
    expect(entities).toContainEqual({ name: 'tag', kind: 'entity', properties: 4, associations: 9 });
    const properties = await client.request<object[]>('swcriteria/properties', {
      schemaId: 'bundled:6.7',
      entity: 'product',
    });
    expect(properties).toContainEqual(
      expect.objectContaining({ name: 'manufacturer', type: 'many_to_one', entity: 'product_manufacturer' }),
    );
  });
});

describe('reading and mending', () => {
  it('hovers, outlines and mends', async () => {
    const client = await start();
    const read = await client.open('{"sort": [{"field": "manufacturer.na|me"}]}', 'file:///tax.swcriteria.json');
    expect(await read.hover()).toBeNull();
    const document = await client.open('{"sort": [{"field": "manufa|cturer.nam"}]}');
    expect(await document.hover()).toMatchObject({
      contents: { kind: 'markdown', value: expect.stringContaining('product_manufacturer') },
      range: { start: { line: 0, character: 21 }, end: { line: 0, character: 33 } },
    });
    const [sort] = await document.symbols();
    expect(sort).toMatchObject({ name: 'sort', children: [{ name: 'manufacturer.nam' }] });
    const typo = await client.open('{"sort": [{"field": "manufacturer.nam|"}]}', 'file:///a.product.swcriteria.json');
    const [fix] = await typo.actions();
    expect(fix).toMatchObject({
      title: 'Change to "manufacturer.name"',
      kind: 'quickfix',
      isPreferred: true,
      diagnostics: [{ code: 'unknown-field' }],
      edit: { documentChanges: [{ textDocument: { uri: typo.uri, version: 1 } }] },
    });
  });

  it('names commands only to an editor that has them', async () => {
    const world = { context: () => liveContext, schema: () => ({ text: bundledSchemaText('6.7') }) };
    const bare = await start(world);
    const source = '{"sort": [{"field": "stok|"}]}';
    const document = await bare.open(source);
    expect(await document.lenses()).toEqual([]);
    expect((await document.actions()).filter(({ command }) => command)).toEqual([]);

    const able = await start({ ...world, commands: ['swcriteria.run', 'swcriteria.reloadSchema'] });
    const same = await able.open(source);
    expect(await same.lenses()).toEqual([
      {
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        command: { title: '$(play) Run on staging', command: 'swcriteria.run', arguments: [same.uri] },
      },
    ]);
    expect((await same.actions()).flatMap(({ command }) => (command ? [command.command] : []))).toEqual([
      'swcriteria.reloadSchema',
    ]);
  });

  it('finds the places of a shop’s errors', async () => {
    const client = await start();
    const { uri } = await client.open('{"sort": [{"field": "name"}]}');
    const detail = 'Field "name" in entity "product" was not found.';
    const errors = [{ status: '400', code: 'FRAMEWORK__UNMAPPED_FIELD', detail }];
    expect(await client.request('swcriteria/locateErrors', { uri, errors })).toEqual([
      {
        range: { start: { line: 0, character: 21 }, end: { line: 0, character: 25 } },
        alreadyMarked: false,
        unforeseen: true,
      },
    ]);
  });
});

describe('an editor in German', () => {
  it('is told everything in German, and in English what has no German', async () => {
    const bundle = path.join(import.meta.dirname, '..', '..', 'l10n', 'bundle.l10n.de.json');
    const client = await start({ texts: JSON.parse(readFileSync(bundle, 'utf8')) });
    const document = await client.open(TYPO);
    const [problem] = await document.published();
    expect(problem?.message).toContain('Ist „manufacturer“ gemeint?');
    const silent = await start({ texts: { '{0} or {1}': '{0} oder {1}' } });
    const [english] = await (await silent.open(TYPO)).published();
    expect(english?.message).toContain('Did you mean "manufacturer"?');
  });
});

describe('whatever it is given', () => {
  it('goes on', async () => {
    const client = await start();
    const deep = await client.open('['.repeat(100_000), 'file:///deep.swcriteria.json');
    await deep.completions();
    const closed = client.request('textDocument/hover', {
      textDocument: { uri: 'file:///never-opened' },
      position: { line: 5, character: 5 },
    });
    expect(await closed).toBeNull();
    const document = await client.open(TYPO);
    expect(await document.published()).toHaveLength(1);
  });

  it('ends as the protocol says', async () => {
    const client = await start();
    expect(await client.stop()).toBe(0);
  });
});
