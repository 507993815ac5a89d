import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schemaFolder } from './dataFolder.ts';
import { decodeText } from './decode.ts';
import { diskFiles } from './diskFiles.ts';

describe('decodeText', () => {
  it('leaves out the byte order mark', () => {
    expect(decodeText(Buffer.from('\uFEFF{"ä": 1}'), 'x')).toBe('{"ä": 1}');
  });

  it('refuses what is no UTF-8', () => {
    const utf16 = Buffer.from('\uFEFF{}', 'utf16le');
    expect(() => decodeText(utf16, 'x.json')).toThrow('x.json is not UTF-8 text. Save it as UTF-8.');
  });
});

describe('schemaFolder', () => {
  it.each([
    ['linux', {}, '/home/me/.local/share/swcriteria/schemas'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/swcriteria/schemas'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/home/me/.local/share/swcriteria/schemas'],
    ['darwin', {}, '/home/me/Library/Application Support/swcriteria/schemas'],
    ['win32', { LOCALAPPDATA: '/app' }, '/app/swcriteria/schemas'],
  ] as const)('%s %j', (platform, environment, folder) => {
    expect(schemaFolder({ platform, home: '/home/me', environment })).toBe(path.normalize(folder));
  });
});

describe('diskFiles', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'disk-files-'));
    await mkdir(path.join(folder, 'b'));
    await writeFile(path.join(folder, 'a.txt'), '\uFEFFtext');
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('tells what there is', async () => {
    expect(await diskFiles.kindOf(path.join(folder, 'b'))).toBe('folder');
    expect(await diskFiles.kindOf(path.join(folder, 'a.txt'))).toBe('file');
    expect(await diskFiles.kindOf(path.join(folder, 'a.txt', 'below'))).toBeUndefined();
    expect(await diskFiles.readText(path.join(folder, 'a.txt'))).toBe('text');
    expect(await diskFiles.readText(path.join(folder, 'none'))).toBeNull();
    expect(await diskFiles.list(folder)).toEqual([
      { name: 'a.txt', kind: 'file' },
      { name: 'b', kind: 'folder' },
    ]);
  });

  it('makes folders, and says why it cannot', async () => {
    const file = path.join(folder, 'new', 'x.json');
    await diskFiles.writeText(file, '{}');
    expect(await diskFiles.readText(file)).toBe('{}');
    await expect(diskFiles.readText(folder)).rejects.toThrow(`${folder} cannot be read: it is a folder.`);
    await expect(diskFiles.writeText(path.join(folder, 'a.txt', 'x'), '')).rejects.toThrow('cannot be made');
  });

  it('notices a file that is replaced', async () => {
    const file = path.join(folder, 'watched.json');
    const changed = new Promise<void>((resolve) => diskFiles.watch(file, resolve));
    await writeFile(file, '{}');
    await expect(changed).resolves.toBeUndefined();
  });
});
