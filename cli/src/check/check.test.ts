import { describe, expect, it } from 'vitest';
import { bundledSchemaText } from '../../../server/src/schema/bundled/index.ts';
import { run } from '../../test/memoryIo.ts';

const schema = bundledSchemaText('6.7');
const typo = `{
  "limit": 5,
  "filter": [
    { "type": "equals", "field": "manufacturre", "value": "x" }
  ]
}
`;

/** The report of the only file, without the rest. */
async function reported(args: readonly string[], surroundings: Parameters<typeof run>[1]) {
  const { stdout } = await run(['check', '--format', 'json', ...args], surroundings);
  return JSON.parse(stdout).files[0];
}

describe('check --format json', () => {
  it('prints what the contract promises, keys in its order', async () => {
    const file = 'active.product.swcriteria.json';
    const { code, stdout, stderr } = await run(['check', file, '--schema', 'schema.json', '--format', 'json'], {
      files: { [file]: typo, 'schema.json': schema },
    });
    const expected = {
      files: [
        {
          file,
          entity: 'product',
          api: 'admin',
          shopware: '6.7.6.0',
          schema: { source: 'file' },
          answer: { status: 400, codes: ['FRAMEWORK__UNMAPPED_FIELD'] },
          diagnostics: [
            {
              code: 'unknown-field',
              severity: 'error',
              message: '"manufacturre" is not a property of product. Did you mean "manufacturer"?',
              pointer: '/filter/0/field',
              range: { start: { line: 3, character: 34 }, end: { line: 3, character: 46 } },
              server: { status: 400, code: 'FRAMEWORK__UNMAPPED_FIELD' },
              docs: 'docs/rules/unknown-field.md',
              fixes: ['Change to "manufacturer"'],
            },
          ],
        },
      ],
      summary: { files: 1, errors: 1, warnings: 0, information: 0, hints: 0 },
    };
    expect(stdout).toBe(`${JSON.stringify(expected, null, 2)}\n`);
    expect(stderr).toBe('');
    expect(code).toBe(1);
  });

  it('has no answer where the shop accepts the body', async () => {
    const report = await reported(['-', '--entity', 'product'], { stdin: '{ "limit": 1 }' });
    expect(report).toEqual({
      file: '<stdin>',
      entity: 'product',
      api: 'admin',
      shopware: '6.7.6.0',
      schema: { source: 'bundled' },
      diagnostics: [],
    });
  });

  it('says when an answer depends on rows', async () => {
    const stdin = '{ "limit": 1, "aggregations": [{ "name": "a", "type": "max", "field": "id" }] }';
    const report = await reported(['-', '--entity', 'product', '--schema', 's.json'], {
      stdin,
      files: { 's.json': schema },
    });
    expect(report.answer).toMatchObject({ when: 'rows' });
    expect(report.diagnostics[0].server).toMatchObject({ when: 'rows' });
  });

  it('has a null pointer for directives and syntax errors, and null for an unknown entity', async () => {
    const report = await reported(['-'], { stdin: '// @nonsense\n{ "limit": 1, }' });
    const byCode = (code: string) => report.diagnostics.find((found: { code: string }) => found.code === code);
    expect(byCode('unknown-directive')).toMatchObject({ pointer: null, severity: 'warning' });
    expect(byCode('syntax-error')).toMatchObject({ pointer: null, severity: 'error' });
    expect(report.entity).toBeNull();
  });
});

describe('what the files do not say', () => {
  const configuration = JSON.stringify({
    defaultShop: 'live',
    shops: {
      live: { url: 'https://live.example.com', shopware: '6.5.8.14' },
      staging: { url: 'https://staging.example.com', schema: 'schemas/staging.json', shopware: '6.6.10' },
    },
    rules: { 'unknown-field': 'hint' },
  });
  const files = { 'swcriteria.config.json': configuration, 'schemas/staging.json': schema };

  it('comes from options, which a directive and a file name beat', async () => {
    const options = ['--entity', 'category', '--api', 'store', '--shopware', '6.4.20'];
    const told = { 'a/b.swcriteria.json': '{}' };
    expect(await reported(['a/b.swcriteria.json', ...options], { files: told })).toMatchObject({
      entity: 'category',
      api: 'store',
      shopware: '6.4.20',
    });
    const text = '// @entity product\n// @api admin\n// @shopware 6.6.7\n{}';
    expect(
      await reported(['a/b.swcriteria.json', ...options], { files: { 'a/b.swcriteria.json': text } }),
    ).toMatchObject({
      entity: 'product',
      api: 'admin',
      shopware: '6.6.7',
    });
    const named = { 'order.swcriteria.json': '{}' };
    expect(await reported(['order.swcriteria.json', ...options], { files: named })).toMatchObject({ entity: 'order' });
  });

  it('takes shop, schema, version and severities from the configuration above the file', async () => {
    const report = await reported(['a/x.product.swcriteria.json', '--shop', 'staging'], {
      files: { ...files, 'a/x.product.swcriteria.json': typo },
    });
    expect(report).toMatchObject({ shopware: '6.6.10', schema: { source: 'file' } });
    expect(report.diagnostics).toMatchObject([{ code: 'unknown-field', severity: 'hint' }]);
  });

  it('warns on stderr, once, about a rule of the configuration that does not exist', async () => {
    const misspelt = { 'swcriteria.config.json': '{"rules": {"unkown-field": "off"}}' };
    const texts = { 'a/x.product.swcriteria.json': typo, 'b/x.product.swcriteria.json': typo };
    const { stderr } = await run(['check', 'a/x.product.swcriteria.json', 'b/x.product.swcriteria.json'], {
      files: { ...misspelt, ...texts },
    });
    expect(stderr.match(/warning: .*config\.json:1:12: .*"unkown-field".*"unknown-field"/g)).toHaveLength(1);
  });

  it('takes the shop that the file names before the one of the option', async () => {
    const report = await reported(['x.product.swcriteria.json', '--shop', 'staging'], {
      files: { ...files, 'x.product.swcriteria.json': '// @shop live\n{}' },
    });
    expect(report).toMatchObject({ shopware: '6.5.8.14', schema: { source: 'bundled' } });
  });

  it('takes the stored schema and its version where the configuration names none', async () => {
    const stored = {
      url: 'https://live.example.com',
      version: '6.6.1.0',
      fetchedAt: '2026-01-01T00:00:00Z',
      text: schema,
    };
    const bare = JSON.stringify({ defaultShop: 'live', shops: { live: { url: stored.url } } });
    const report = await reported(['-', '--entity', 'product'], {
      files: { 'swcriteria.config.json': bare },
      stdin: '{}',
      stored,
    });
    expect(report).toMatchObject({ shopware: '6.6.1.0', schema: { source: 'stored' } });
  });

  it('marks a shop that is not configured', async () => {
    const report = await reported(['-'], { stdin: '// @shop nowhere\n{}' });
    expect(report.diagnostics).toContainEqual(expect.objectContaining({ code: 'unknown-shop', severity: 'error' }));
  });
});

describe('check, for people', () => {
  const files = { 'product.swcriteria.json': typo, 's.json': schema };

  it('shows the place with its line, what the shop will answer, and a summary', async () => {
    const { stdout } = await run(['check', 'product.swcriteria.json', '--schema', 's.json', '--shopware', '6.7'], {
      files,
    });
    expect(stdout).toBe(
      [
        'product.swcriteria.json:4:35: error: "manufacturre" is not a property of product. Did you mean "manufacturer"? [unknown-field]',
        '    4 |     { "type": "equals", "field": "manufacturre", "value": "x" }',
        '      |                                   ^^^^^^^^^^^^',
        '',
        'product.swcriteria.json: the shop will answer 400 FRAMEWORK__UNMAPPED_FIELD.',
        '',
        '1 file checked: 1 error, 0 warnings.',
        "Checked as Shopware 6.7 with a file's schema.",
        '',
      ].join('\n'),
    );
  });

  it.each([
    ['{ "limit": 1, }', 'nothing is sent: this is not JSON.'],
    ['// @entity prodcut\n{ "limit": 1 }', 'the shop will answer 404 (no such route, code "0").'],
    ['{ "limit": 1, "ids": 5 }', 'the shop will answer 500 (a PHP error, code "0").'],
  ])('says what a code without a name means: %j', async (stdin, sentence) => {
    const { stdout } = await run(['check', '-', '--entity', 'product'], { stdin });
    expect(stdout).toContain(`\n\n<stdin>: ${sentence}\n`);
  });

  it('says that the newest version is only assumed', async () => {
    const { stdout } = await run(['check', 'product.swcriteria.json', '--schema', 's.json'], { files });
    expect(stdout).toContain('Shopware 6.7.6.0 (the newest known;');
  });

  it('has colour on a terminal only, and not with NO_COLOR', async () => {
    const args = ['check', 'product.swcriteria.json'];
    expect((await run(args, { files, isTerminal: true })).stdout).toContain('\x1b[');
    expect((await run(args, { files, isTerminal: true, environment: { NO_COLOR: '1' } })).stdout).not.toContain(
      '\x1b[',
    );
    expect((await run(args, { files })).stdout).not.toContain('\x1b[');
  });

  it('does not let a file steer the terminal', async () => {
    const { stdout } = await run(['check', '-'], { stdin: '{ "\x1b[31mred": 1 }' });
    expect(stdout).not.toContain('\x1b');
  });
});

describe('which files', () => {
  const files = {
    'a.product.swcriteria.json': '{}',
    'b/c.order.swcriteria.json': '{}',
    'b/readme.json': '{}',
    'node_modules/x/y.product.swcriteria.json': '{',
    '.git/z.swcriteria.json': '{',
  };

  async function names(...args: string[]): Promise<string[]> {
    const { stdout } = await run(['check', '--format', 'json', ...args], { files });
    return JSON.parse(stdout).files.map(({ file }: { file: string }) => file);
  }

  it('are those of the current folder where none are named', async () => {
    expect(await names()).toEqual(['a.product.swcriteria.json', 'b/c.order.swcriteria.json']);
  });

  it('are files, folders, patterns, each once', async () => {
    expect(await names('./b')).toEqual(['b/c.order.swcriteria.json']);
    expect(await names('**/*.order.*')).toEqual(['b/c.order.swcriteria.json']);
    expect(await names('./a.product.swcriteria.json', '.')).toEqual([
      'a.product.swcriteria.json',
      'b/c.order.swcriteria.json',
    ]);
    expect(await names('b/readme.json')).toEqual(['b/readme.json']);
  });

  it.each([
    ['nope.swcriteria.json', 'swcriteria: There is no file or folder nope.swcriteria.json.\n'],
    ['*.xml', 'swcriteria: No file matches *.xml.\n'],
  ])('%s is none', async (name, line) => {
    expect(await run(['check', name], { files })).toMatchObject({ code: 2, stdout: '', stderr: line });
  });

  it('must be some in a folder', async () => {
    const { code, stderr } = await run(['check'], { files: { 'a.txt': '' } });
    expect(code).toBe(2);
    expect(stderr).toBe('swcriteria: There is no criteria file (*.swcriteria.json) in the current folder.\n');
  });
});

describe('exit codes', () => {
  const unknown = { stdin: '// @entity product\n{ "sort": [{ "field": "naame" }], "limit": 1 }' };

  it('0 below --fail-on, 1 from it on', async () => {
    expect((await run(['check', '-'], unknown)).code).toBe(0);
    expect((await run(['check', '-', '--fail-on', 'warning'], unknown)).code).toBe(1);
    const broken = { stdin: '{' };
    expect((await run(['check', '-'], broken)).code).toBe(1);
    expect((await run(['check', '-', '--fail-on', 'never'], broken)).code).toBe(0);
  });

  it.each([
    [
      ['check', '--format', 'yaml'],
      "option '--format <format>' argument 'yaml' is invalid. Allowed choices are pretty, json.",
    ],
    [['check', '--fail-on', 'hint'], "option '--fail-on <severity>' argument 'hint' is invalid."],
    [['check', '--shopware', 'six'], 'A version looks like 6.6.10.'],
    [['check', '--nope'], "unknown option '--nope'"],
    [['chek'], "unknown command 'chek' (Did you mean check?)"],
    [[], 'Name a command'],
    [['check', '-', '--shop', 'staging'], 'There is no shop "staging": there is no swcriteria.config.json'],
    [['check', '-', '--schema', 'nope.json'], 'There is no schema nope.json.'],
  ])('2 for %j, with one line', async (args, reason) => {
    const { code, stdout, stderr } = await run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^swcriteria: [^\n]+\n$/);
    expect(stderr).toContain(reason);
  });

  it.each([
    ['{"openapi": "3.1.0", "paths": {}}', 'This is an OpenAPI document, not an entity schema.'],
    ['<html>', 'This is HTML or XML, not an entity schema.'],
    ['', 'The file is empty, not an entity schema.'],
    ['{"errors": [{"status": "401"}]}', 'This is an error answer of a shop, not an entity schema.'],
  ])('2 for a schema that is none: %s', async (text, reason) => {
    const { code, stderr } = await run(['check', '-', '--schema', 'x.json'], { files: { 'x.json': text } });
    expect(code).toBe(2);
    expect(stderr).toBe(`swcriteria: The schema x.json cannot be used: ${reason}\n`);
  });

  it('2 for a configuration that cannot be used, with its place', async () => {
    const files = { 'swcriteria.config.json': '{\n  "shops": { "a": { "url": 1 } }\n}' };
    const { code, stderr } = await run(['check', '-'], { files });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^swcriteria: \/work\/swcriteria\.config\.json:2:28: /);
  });

  it('2 for a configured schema that is not there, with the way to get it', async () => {
    const configuration = { defaultShop: 'a', shops: { a: { url: 'https://a.example', schema: 's.json' } } };
    const files = { 'swcriteria.config.json': JSON.stringify(configuration) };
    const { code, stderr } = await run(['check', '-'], { files });
    expect(code).toBe(2);
    expect(stderr).toBe(
      'swcriteria: There is no schema s.json of shop "a". Fetch it with: swcriteria schema pull --shop a\n',
    );
  });
});
