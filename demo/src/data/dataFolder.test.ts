import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDataFolder, UnusableData } from './dataFolder.ts';

const SCHEMA = JSON.stringify({
  tag: {
    entity: 'tag',
    properties: {
      id: { type: 'uuid', flags: { primary_key: true } },
      name: { type: 'string', flags: [] },
    },
  },
});

describe('a data folder', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'demo-data-'));
    mkdirSync(join(folder, 'rows'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it('is read with its schema and the rows of every file', () => {
    write({ 'entity-schema.json': SCHEMA, 'rows/tag.json': '[{"id": "a", "name": "Oak"}]' });
    const { schema, rows } = readDataFolder(folder);
    expect([schema.has('tag'), rows.tag]).toEqual([true, [{ id: 'a', name: 'Oak' }]]);
  });

  it.each([
    [{}, 'entity-schema.json cannot be read: a data folder holds entity-schema.json and rows/<entity>.json.'],
    [{ 'entity-schema.json': '{"a": 1,\n}' }, 'entity-schema.json: This is no valid JSON'],
    [{ 'entity-schema.json': '[]' }, 'entity-schema.json: '],
    [
      { 'entity-schema.json': SCHEMA, 'rows/tagg.json': '[]' },
      'tagg.json: FOLDER/entity-schema.json knows no entity of this name.',
    ],
    [{ 'entity-schema.json': SCHEMA, 'rows/tag.json': '{}' }, 'tag.json is no JSON list of objects.'],
    [{ 'entity-schema.json': SCHEMA, 'rows/tag.json': '["a"]' }, 'tag.json is no JSON list of objects.'],
    [
      { 'entity-schema.json': SCHEMA, 'rows/tag.json': '[{"id": "a"},' },
      'tag.json is no valid JSON (line 1, column 14).',
    ],
    [{ 'entity-schema.json': SCHEMA, 'rows/tag.json': '[{"id":\n}]' }, 'tag.json is no valid JSON (line 2, column 1).'],
    [
      { 'entity-schema.json': SCHEMA, 'rows/tag.json': '[{"id": "a"}, {"name": "Oak"}]' },
      'tag.json: row 2 lacks its primary key (id).',
    ],
  ])('%j: %s', (files, sentence) => {
    write(files);
    expect(sentenceAbout(folder)).toContain(sentence.replace('FOLDER', folder));
  });

  it('without rows says which folder is missing', () => {
    rmSync(join(folder, 'rows'), { recursive: true });
    write({ 'entity-schema.json': SCHEMA });
    expect(sentenceAbout(folder)).toBe(
      `There is no folder ${join(folder, 'rows')} with the rows (rows/<entity>.json).`,
    );
  });

  function write(files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  }
});

function sentenceAbout(folder: string): string {
  try {
    readDataFolder(folder);
    return '';
  } catch (error) {
    if (error instanceof UnusableData) return error.message;
    throw error;
  }
}
