import { describe, expect, it } from 'vitest';
import type { DirectiveValues } from '../../../server/src/protocol.ts';
import { bundledSchemaText } from '../../../server/src/schema/bundled/index.ts';
import { memoryIo } from '../../test/memoryIo.ts';
import { FileRuntime } from './fileRuntime.ts';

const schema = bundledSchemaText('6.7');
const none: DirectiveValues = { headers: [], vars: {} };
const document = 'file:///work/criteria/product.swcriteria.json';
const configuration = JSON.stringify({
  defaultShop: 'staging',
  shops: {
    staging: { url: 'https://staging.example.com', schema: 'staging.json', shopware: '6.6.10', vars: { a: '1' } },
    other: { url: 'https://other.example.com' },
  },
  rules: { 'unknown-field': 'hint' },
});

function runtimeOver(files: Record<string, string>, options = {}) {
  const said: string[] = [];
  const world = memoryIo({ files });
  return { ...world, said, runtime: new FileRuntime(options, world.io, (sentence) => void said.push(sentence)) };
}

describe('the language server over files', () => {
  it('knows shop, schema, version and rules of the configuration above a document', async () => {
    const { runtime } = runtimeOver({ 'swcriteria.config.json': configuration, 'staging.json': schema });
    const context = await runtime.context(document, none);
    expect(context).toMatchObject({
      shop: { name: 'staging', production: false },
      shops: ['staging', 'other'],
      shopware: '6.6.10',
      rules: { 'unknown-field': 'hint' },
      vars: { a: '1' },
      schema: { source: 'file' },
    });
    expect(await runtime.schema(context.schema?.id ?? '')).toEqual({ text: schema });
  });

  it('has only the bundled schema without any, and takes --schema before all', async () => {
    expect(await runtimeOver({}).runtime.context(document, none)).toEqual({ shops: [], rules: {} });
    const { runtime } = runtimeOver({ 's.json': schema }, { schema: 's.json' });
    expect(await runtime.context('untitled:1', none)).toMatchObject({ schema: { source: 'file' } });
  });

  it('has the custom fields that are stored with the schema of a shop', async () => {
    const customFields = [
      { name: 'colour', type: 'text', labels: {}, entities: ['product'], active: true, storeApi: true },
    ];
    const stored = {
      url: 'https://other.example.com',
      version: null,
      fetchedAt: '2026-11-21',
      text: schema,
      customFields,
    };
    const { io } = memoryIo({ files: { 'swcriteria.config.json': configuration }, stored });
    const runtime = new FileRuntime({}, io, () => {});
    const context = await runtime.context(document, { ...none, shop: 'other' });
    expect(await runtime.schema(context.schema?.id ?? '')).toEqual({ text: schema, customFields });
  });

  it('says once what cannot be used, and goes on without it', async () => {
    const { runtime, said } = runtimeOver({ 'swcriteria.config.json': configuration });
    expect(await runtime.context(document, none)).toEqual({ shops: [], rules: {} });
    await runtime.context(document, none);
    expect(said).toEqual([
      'There is no schema staging.json of shop "staging". Fetch it with: swcriteria schema pull --shop staging',
    ]);
  });

  it('reads anew what changed', async () => {
    const { runtime, files, changed } = runtimeOver({ 'swcriteria.config.json': '{' });
    let told = 0;
    runtime.onDidChange(() => told++);
    expect(await runtime.context(document, none)).toEqual({ shops: [], rules: {} });
    files.set('/work/swcriteria.config.json', '{ "rules": { "unknown-field": "off" } }');
    changed('/work/swcriteria.config.json');
    expect(told).toBe(1);
    expect(await runtime.context(document, none)).toMatchObject({ rules: { 'unknown-field': 'off' } });
  });

  it('knows the criteria files of the current folder', async () => {
    const { runtime } = runtimeOver({ 'a b/product.swcriteria.json': '', 'node_modules/x.swcriteria.json': '' });
    expect(await runtime.criteriaFiles()).toEqual(['file:///work/a%20b/product.swcriteria.json']);
  });

  it('reads them, and nothing that is no file', async () => {
    const { runtime } = runtimeOver({ 'a b/product.swcriteria.json': '{}' });
    expect(await runtime.criteriaText('file:///work/a%20b/product.swcriteria.json')).toBe('{}');
    expect(await runtime.criteriaText('file:///work/gone.swcriteria.json')).toBeNull();
    expect(await runtime.criteriaText('untitled:1')).toBeNull();
  });
});
