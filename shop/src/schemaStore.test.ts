import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createSchemaStore } from './schemaStore.ts';

const folders: string[] = [];
let folder = '';
beforeEach(async () => {
  folder = path.join(await mkdtemp(path.join(tmpdir(), 'schema-store-')), 'not', 'there');
  folders.push(folder);
});
afterAll(async () => {
  for (const made of folders) await rm(path.dirname(path.dirname(made)), { recursive: true, force: true });
});

const schema = {
  url: 'https://shop.example.com/de',
  version: '6.7.6.0',
  fetchedAt: '2026-11-21T10:00:00.000Z',
  text: JSON.stringify({ product: { entity: 'product', properties: { näme: {} } } }).repeat(500),
};

async function onlyFile(): Promise<string> {
  const [name, ...others] = await readdir(folder);
  expect(others).toEqual([]);
  return path.join(folder, name ?? '');
}

describe('the store of schemas', () => {
  it('gives back what was kept, byte for byte, for the same address', async () => {
    const store = createSchemaStore(folder);
    await store.write(schema);
    expect(await store.read('https://Shop.example.com:443/de/')).toEqual({ state: 'stored', schema });
    expect((await readFile(await onlyFile())).length).toBeLessThan(schema.text.length / 10);
  });

  it('holds nothing for other addresses', async () => {
    const store = createSchemaStore(folder);
    expect(await store.read(schema.url)).toEqual({ state: 'none' });
    await store.write(schema);
    expect(await store.read('https://shop.example.com/en')).toEqual({ state: 'none' });
    expect(await store.read('http://shop.example.com/de')).toEqual({ state: 'none' });
  });

  it('keeps one schema of a shop: the latest', async () => {
    const store = createSchemaStore(folder);
    await store.write(schema);
    await store.write({ ...schema, version: null, text: '{}' });
    expect(await store.read(schema.url)).toEqual({ state: 'stored', schema: { ...schema, version: null, text: '{}' } });
    await onlyFile();
  });

  it('keeps the custom fields of the shop, also of a newer schema without any', async () => {
    const store = createSchemaStore(folder);
    const customFields = [
      {
        name: 'größe',
        type: 'int',
        labels: { 'de-DE': 'Größe\n' },
        entities: ['product'],
        active: true,
        storeApi: true,
      },
    ];
    await store.write({ ...schema, customFields });
    expect(await store.read(schema.url)).toEqual({ state: 'stored', schema: { ...schema, customFields } });
    await store.write({ ...schema, text: '{\n}' });
    const newer = { ...schema, text: '{\n}', customFields };
    expect(await store.read(schema.url)).toEqual({ state: 'stored', schema: newer });
    await store.write({ ...newer, customFields: [] });
    expect(await store.read(schema.url)).toEqual({ state: 'stored', schema: { ...newer, customFields: [] } });
  });

  it('is not confused by many writers at once', async () => {
    const store = createSchemaStore(folder);
    await Promise.all(Array.from({ length: 20 }, (_, index) => store.write({ ...schema, version: String(index) })));
    expect(await store.read(schema.url)).toMatchObject({ state: 'stored', schema: { text: schema.text } });
    await onlyFile();
  });

  it('forgets one shop', async () => {
    const store = createSchemaStore(folder);
    const other = { ...schema, url: 'http://localhost:8000' };
    await store.write(other);
    await store.write(schema);
    await store.remove(schema.url);
    expect(await store.read(schema.url)).toEqual({ state: 'none' });
    expect(await store.read(other.url)).toEqual({ state: 'stored', schema: other });
  });

  it('says why a file cannot be read', async () => {
    const store = createSchemaStore(folder);
    await store.write(schema);
    const file = await onlyFile();
    await rm(file);
    await mkdir(file);
    const message = 'The stored entity schema is not used. It is a folder.';
    expect(await store.read(schema.url)).toEqual({ state: 'damaged', file, message });
  });

  it('refuses to keep credentials', async () => {
    const store = createSchemaStore(folder);
    await expect(store.write({ ...schema, url: 'https://me:secret@shop.example.com' })).rejects.toThrow(
      'the address of a shop',
    );
  });

  it.each([
    ['cut off', async (file: string) => truncate(file, 200)],
    ['emptied', async (file: string) => truncate(file, 0)],
    ['changed', async (file: string) => writeFile(file, (await readFile(file)).fill(7, 150, 155))],
    ['replaced', async (file: string) => writeFile(file, '{"url": 5}\nrubbish')],
  ])('says so when a file was %s', async (_, damage) => {
    const store = createSchemaStore(folder);
    await store.write(schema);
    const file = await onlyFile();
    await damage(file);
    expect(await store.read(schema.url)).toEqual({
      state: 'damaged',
      file,
      message: expect.stringContaining('damaged'),
    });
    await store.write(schema);
    expect(await store.read(schema.url)).toMatchObject({ state: 'stored' });
  });
});
