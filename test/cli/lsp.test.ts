import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundledSchemaText } from '../../server/src/schema/bundled/index.ts';
import { TestClient } from '../protocol/client.ts';
import { Program } from './program.ts';

let program: Program;
beforeAll(async () => {
  program = await Program.build();
});
afterAll(() => program[Symbol.asyncDispose]());

const text = '{"sort": [{"field": "naame"}], "limit": 1}';

describe('swcriteria lsp --stdio', () => {
  it('serves an editor out of the configuration above a document', async () => {
    await program.write({
      'swcriteria.config.json': JSON.stringify({
        defaultShop: 'a',
        shops: { a: { url: 'https://a.example', schema: 'a.json' } },
      }),
      'a.json': bundledSchemaText('6.7'),
    });
    const client = await TestClient.start([
      process.execPath,
      program.file,
      'lsp',
      '--stdio',
      `--clientProcessId=${process.pid}`,
    ]);
    const uri = pathToFileURL(path.join(program.folder, 'x.product.swcriteria.json')).href;
    const document = await client.open(text, uri);
    // An error, no warning: the schema is the shop's own.
    expect(await document.published()).toMatchObject([{ code: 'unknown-field', severity: 1 }]);
    expect(await client.stop()).toBe(0);
  });

  it('says what it cannot use of a configuration, and goes on without it', async () => {
    await program.write({
      'broken/swcriteria.config.json': JSON.stringify({
        defaultShop: 'a',
        shops: { a: { url: 'https://a.example', schema: 'none.json' } },
      }),
    });
    const client = await TestClient.start([process.execPath, program.file, 'lsp', '--stdio']);
    const uri = pathToFileURL(path.join(program.folder, 'broken', 'x.product.swcriteria.json')).href;
    const document = await client.open(text, uri);
    expect(await document.published()).toMatchObject([{ code: 'unknown-field', severity: 2 }]);
    expect(client.messages).toEqual([
      'There is no schema none.json of shop "a". Fetch it with: swcriteria schema pull --shop a',
    ]);
    expect(await client.stop()).toBe(0);
  });

  it.each([
    ['none.json', 'There is no schema none.json.'],
    ['no-schema.json', 'The schema no-schema.json cannot be used: '],
  ])('ends with 2 for --schema %s, before it serves anybody', async (file, reason) => {
    await program.write({ 'no-schema.json': '{}' });
    const { code, stdout, stderr } = await program.run(['lsp', '--stdio', '--schema', file]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^swcriteria: [^\n]+\n$/);
    expect(stderr).toContain(reason);
  });
});
