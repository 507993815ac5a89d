import { once } from 'node:events';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundledSchemaText } from '../../server/src/schema/bundled/index.ts';
import { Program } from './program.ts';

let program: Program;
beforeAll(async () => {
  program = await Program.build();
  await cp(path.join(import.meta.dirname, '..', '..', 'demo', 'workspace'), path.join(program.folder, 'sample'), {
    recursive: true,
  });
  await program.write({ 'schema.json': bundledSchemaText('6.7') });
});
afterAll(() => program[Symbol.asyncDispose]());

describe('swcriteria', () => {
  it('tells its version and how it is used', async () => {
    expect(await program.run(['--version'])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
    const { code, stdout, stderr } = await program.run(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const command of ['check', 'run', 'complete', 'schema', 'lsp', 'demo'])
      expect(stdout).toContain(`  ${command} `);
  });

  it.each([[[]], [['nonsense']], [['check', '--format', 'xml']], [['lsp']]])(
    'ends with 2 and one line: %j',
    async (args) => {
      const { code, stdout, stderr } = await program.run(args);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(/^swcriteria: [^\n]+\n$/);
    },
  );
});

describe('swcriteria check', () => {
  it('checks the sample workspace: only the file with mistakes is at fault', async () => {
    const { code, stdout, stderr } = await program.run([
      'check',
      'sample',
      '--schema',
      'schema.json',
      '--format',
      'json',
    ]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const { files, summary } = JSON.parse(stdout);
    const atFault = files.filter(({ diagnostics }: { diagnostics: unknown[] }) => diagnostics.length > 0);
    expect(atFault).toMatchObject([
      {
        file: 'sample/to-mend.product.swcriteria.json',
        schema: { source: 'file' },
        answer: { status: 400, codes: ['FRAMEWORK__INVALID_FILTER_QUERY'] },
        diagnostics: [
          { code: 'unknown-type', pointer: '/filter/0/type', server: { code: 'FRAMEWORK__INVALID_FILTER_QUERY' } },
          { code: 'unknown-field', pointer: '/filter/1/field', server: { code: 'FRAMEWORK__UNMAPPED_FIELD' } },
          { code: 'unknown-field', pointer: '/sort/0/field', server: { code: 'FRAMEWORK__UNMAPPED_FIELD' } },
        ],
      },
    ]);
    expect(summary).toEqual({ files: files.length, errors: 3, warnings: 0, information: 0, hints: 0 });
  });

  it('has no colour in a pipe', async () => {
    const { stdout } = await program.run(['check', 'sample']);
    expect(stdout).toContain('sample/to-mend.product.swcriteria.json:5:15: error: ');
    expect(stdout).not.toContain('\x1b');
  });

  it('reads the standard input, byte order mark or not', async () => {
    const stdin = '\uFEFF{ "filter": [{ "type": "equal" }], "limit": 1 }';
    const { code, stdout } = await program.run(['check', '-', '--entity', 'product', '--format', 'json'], { stdin });
    const [report] = JSON.parse(stdout).files;
    expect(code).toBe(1);
    expect(report).toMatchObject({ file: '<stdin>', entity: 'product' });
    // In an editor the mark is no character.
    expect(report.diagnostics[0].range.start).toEqual({ line: 0, character: 23 });
  });

  it.each([
    ['a missing file', ['check', 'none.swcriteria.json'], 'There is no file or folder none.swcriteria.json.'],
    ['no UTF-8', ['check', 'utf16.product.swcriteria.json'], 'is not UTF-8 text.'],
    [
      'no schema',
      ['check', 'sample', '--schema', 'openapi.json'],
      'This is an OpenAPI document, not an entity schema.',
    ],
  ])('ends with 2 for %s', async (_, args, reason) => {
    await program.write({
      'utf16.product.swcriteria.json': Buffer.from('\uFEFF{}', 'utf16le'),
      'openapi.json': '{ "openapi": "3.1.0" }',
    });
    const { code, stdout, stderr } = await program.run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^swcriteria: [^\n]+\n$/);
    expect(stderr).toContain(reason);
  });

  it('does not mind a reader that goes away', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`many/${index}.product.swcriteria.json`, '{ "x": 1 }']),
    );
    await program.write(many);
    const child = program.start(['check', 'many', '--format', 'json']);
    let stderr = '';
    child.stderr?.on('data', (chunk) => {
      stderr += chunk;
    });
    child.stdout?.destroy();
    await once(child, 'close');
    expect({ code: child.exitCode, stderr }).toEqual({ code: expect.any(Number), stderr: '' });
  });
});

describe('swcriteria complete', () => {
  it('prints what the editor would offer', async () => {
    await program.write({ 'a.product.swcriteria.json': '{ "sort": [{ "field": "manufacturer.na" }] }' });
    const args = [
      'complete',
      'a.product.swcriteria.json',
      '--line',
      '0',
      '--character',
      '38',
      '--schema',
      'schema.json',
    ];
    const { code, stdout } = await program.run(args);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).items.map(({ label }: { label: string }) => label)).toContain('name');
  });
});
