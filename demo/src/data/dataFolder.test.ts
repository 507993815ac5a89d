import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDataFolder, UnusableData } from './dataFolder.ts';

const ID = { type: 'uuid', flags: { primary_key: true } };

const SCHEMA = JSON.stringify({
  tag: {
    entity: 'tag',
    properties: {
      id: ID,
      name: { type: 'string', flags: [] },
      price: { type: 'json_object', properties: [], flags: [] },
      createdAt: { type: 'date', flags: [] },
    },
  },
  language: { entity: 'language', properties: { id: ID } },
  currency: { entity: 'currency', properties: { id: ID } },
});

const OAK = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';

/** Without these a shop answers nothing (reference, section 10: the language and currency of a request). */
const NEEDED = {
  'rows/language.json': '[{"id": "2fbb5fe2e29a4d70aa5854ce7ce3e20b"}]',
  'rows/currency.json': '[{"id": "b7d2554b0ce847cd82f3ac9bd1c0dfca"}]',
};

describe('a data folder', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'demo-data-'));
    mkdirSync(join(folder, 'rows'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it('is read with its schema and the rows of every file', () => {
    write({ 'entity-schema.json': SCHEMA, ...NEEDED, 'rows/tag.json': `[{"id": "${OAK}", "name": "Oak"}]` });
    const { schema, rows } = readDataFolder(folder);
    expect([schema.has('tag'), rows.tag]).toEqual([true, [{ id: OAK, name: 'Oak' }]]);
  });

  it('may begin its files with a byte order mark', () => {
    write({ 'entity-schema.json': `\uFEFF${SCHEMA}`, ...NEEDED, 'rows/tag.json': `\uFEFF[{"id": "${OAK}"}]` });
    const { schemaText, rows } = readDataFolder(folder);
    expect([JSON.parse(schemaText), rows.tag]).toEqual([JSON.parse(SCHEMA), [{ id: OAK }]]);
  });

  it.each([
    ['rows/language.json', 'the system language, the row with the id 2fbb5fe2e29a4d70aa5854ce7ce3e20b'],
    ['rows/currency.json', 'the default currency, the row with the id b7d2554b0ce847cd82f3ac9bd1c0dfca'],
  ] as const)('holds what every request needs in %s', (file, what) => {
    const sentence = `${join(folder, file)} must hold ${what}: a shop refuses every request without it.`;
    write({ 'entity-schema.json': SCHEMA, ...NEEDED });
    rmSync(join(folder, file));
    expect(sentenceAbout(folder)).toBe(sentence);
    write({ [file]: '[]' });
    expect(sentenceAbout(folder)).toBe(sentence);
  });

  it.each([
    ['{"id": "zz"}', 'row 1: "id" must be an id of 32 hex digits, and is "zz".'],
    [`{"id": "${OAK}"}, {"id": "${OAK}"}`, `row 2 has the primary key of row 1 (${OAK}).`],
    [`{"id": "${OAK}", "price": "abc"}`, 'row 1: "price" must be an object or a list, and is "abc".'],
    [
      `{"id": "${OAK}", "createdAt": 5}`,
      'row 1: "createdAt" must be a time such as "2025-05-01T04:30:00.000+00:00", and is 5.',
    ],
    [`{"id": "${OAK}"}, {"name": "Oak"}`, 'row 2 lacks its primary key (id).'],
  ])('holds rows as the API shows them, not %s', (rows, fault) => {
    write({ 'entity-schema.json': SCHEMA, ...NEEDED, 'rows/tag.json': `[${rows}]` });
    expect(sentenceAbout(folder)).toBe(`${join(folder, 'rows/tag.json')}: ${fault}`);
  });

  it('tells the first faults, and how many there are more', () => {
    const rows = Array.from({ length: 7 }, () => ({ name: 'Oak' }));
    write({ 'entity-schema.json': SCHEMA, ...NEEDED, 'rows/tag.json': JSON.stringify(rows) });
    const lines = sentenceAbout(folder).split('\n');
    expect(lines).toHaveLength(6);
    expect(lines[5]).toBe('Faults that are not shown: 2.');
  });

  it.each([
    [{}, 'entity-schema.json cannot be read: a data folder holds entity-schema.json and rows/<entity>.json.'],
    [{ 'entity-schema.json': '{"a": 1,\n}' }, 'entity-schema.json: This is not valid JSON'],
    [{ 'entity-schema.json': '[]' }, 'entity-schema.json: '],
    [
      { 'entity-schema.json': SCHEMA, 'rows/tagg.json': '[]' },
      'tagg.json: FOLDER/entity-schema.json knows no entity of this name.',
    ],
    [{ 'entity-schema.json': SCHEMA, 'rows/tag.json': '{}' }, 'tag.json is not a JSON list of objects.'],
    [{ 'entity-schema.json': SCHEMA, 'rows/tag.json': '["a"]' }, 'tag.json is not a JSON list of objects.'],
    [
      { 'entity-schema.json': SCHEMA, 'rows/tag.json': '[{"id": "a"},' },
      'tag.json is not valid JSON (line 1, column 14).',
    ],
    [
      { 'entity-schema.json': SCHEMA, 'rows/tag.json': '[{"id":\n}]' },
      'tag.json is not valid JSON (line 2, column 1).',
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
