import { describe, expect, it } from 'vitest';
import { placeholdersOf, STORE_ROUTES } from '../../../server/src/shopware/routes.ts';
import { fakeShop, type Received, type Reply, refusal, token } from '../../../shop/test/fakeShop.ts';
import { run } from '../../test/memoryIo.ts';

const environment = { SWCRITERIA_CLIENT_ID: 'SWIAEXAMPLE', SWCRITERIA_CLIENT_SECRET: 'very-secret' };

/** A shop that signs everybody in and gives `reply` to what follows. */
function shopWith(reply: (request: Received) => Reply) {
  return fakeShop((request) => (request.path === '/api/oauth/token' ? token('the-token') : reply(request)));
}

const found: Reply = { json: { total: 1, data: [{ id: 'a', name: 'Saw' }] } };
const text = '// @var word saw\n// @header sw-inheritance: 1\n{ "term": "{{word}}", "limit": 1 }';
const files = { 'product.swcriteria.json': text };

describe('run', () => {
  it('sends the body without comments and with its variables, and prints the rows', async () => {
    await using shop = await shopWith(() => found);
    const { code, stdout, stderr } = await run(['run', 'product.swcriteria.json', '--url', shop.url], {
      files,
      environment,
    });
    expect(shop.received.at(-1)).toMatchObject({
      method: 'POST',
      path: '/api/search/product',
      body: '\n\n{ "term": "saw", "limit": 1 }',
      headers: { 'sw-inheritance': '1', authorization: 'Bearer the-token' },
    });
    expect(stdout).toMatch(/^id {2}name\na {3}Saw\n\n1 row, /);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('shows the request without secrets, and writes the answer into a file by its name', async () => {
    await using shop = await shopWith(() => found);
    const args = ['run', 'product.swcriteria.json', '--url', shop.url, '--show-request', '--out', 'out/rows.csv'];
    const { stdout, stderr, files: after } = await run(args, { files, environment });
    expect(stdout).toBe('');
    expect(stderr).toContain(`POST ${shop.url}/api/search/product\n`);
    expect(stderr).toContain('sw-inheritance: 1\n');
    expect(stderr).not.toMatch(/the-token|very-secret/);
    expect(after['out/rows.csv']).toBe('id,name\r\na,Saw\r\n');
  });

  it('takes the configured shop: its variables come first, --shop wins over @shop', async () => {
    await using shop = await shopWith(() => found);
    const configured = {
      url: shop.url,
      admin: { clientId: 'SWIA', clientSecret: `\${env:SECRET}` },
      vars: { word: 'axe' },
    };
    const configuration = { shops: { other: { url: 'http://127.0.0.1:1' }, here: configured } };
    const { code } = await run(['run', 'product.swcriteria.json', '--shop', 'here'], {
      files: {
        'swcriteria.config.json': JSON.stringify(configuration),
        'product.swcriteria.json': `// @shop other\n${text}`,
      },
      environment: { SECRET: 'very-secret' },
    });
    expect(code).toBe(0);
    expect(shop.received.at(-1)?.body).toContain('"axe"');
  });

  it('uses the Store API with its key, and fills the path', async () => {
    await using shop = await shopWith(() => ({ json: { elements: [], total: 0 } }));
    const stdin = '// @api store\n// @path /store-api/product-listing/{categoryId}\n{}';
    const store = { SWCRITERIA_ACCESS_KEY: 'SWSCEXAMPLE' };
    const args = ['run', '-', '--url', shop.url, '--param', 'categoryId=a/b'];
    expect(await run(args, { stdin, environment: store })).toMatchObject({ code: 0 });
    expect(shop.received.at(-1)).toMatchObject({
      path: '/store-api/product-listing/a%2Fb',
      headers: { 'sw-access-key': 'SWSCEXAMPLE' },
    });
  });

  it.each([[[]], [['--api', 'admin']]])('takes the API that the path tells, %j', async (args) => {
    await using shop = await shopWith(() => ({ json: { elements: [], total: 0 } }));
    const stdin = '// @path /store-api/product\n{}';
    const store = { SWCRITERIA_ACCESS_KEY: 'SWSCEXAMPLE' };
    expect(await run(['run', '-', '--url', shop.url, ...args], { stdin, environment: store })).toMatchObject({
      code: 0,
      stderr: '',
    });
    expect(shop.received).toMatchObject([{ path: '/store-api/product', headers: { 'sw-access-key': 'SWSCEXAMPLE' } }]);
  });

  it.each(STORE_ROUTES.map(({ path }) => path))('takes %s for a route that only searches', async (path) => {
    await using shop = await shopWith(() => ({ json: { elements: [], total: 0 } }));
    const params = placeholdersOf(path).flatMap((name) => ['--param', `${name}=1`]);
    const args = ['run', '-', '--url', shop.url, ...params];
    const { code, stderr } = await run(args, {
      stdin: `// @path ${path}\n{}`,
      environment: { SWCRITERIA_ACCESS_KEY: 'SWSCEXAMPLE' },
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('tells each error of the shop at its place, and ends with 1', async () => {
    const body = '{\n  "limit": 1,\n  "filter": [{ "type": "equals", "field": "acmeThing", "value": 1 }]\n}';
    await using shop = await shopWith(() =>
      refusal(400, { code: 'ACME__WRONG', detail: 'No such thing.', source: { pointer: '/filter/0/field' } }),
    );
    const { code, stdout, stderr } = await run(['run', 'product.swcriteria.json', '--url', shop.url], {
      files: { 'product.swcriteria.json': body },
      environment,
    });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toBe(
      [
        'product.swcriteria.json:3:43: error: No such thing. (`check` did not foresee this: please report the file and this answer, it is a gap) [400 ACME__WRONG]',
        '    3 |   "filter": [{ "type": "equals", "field": "acmeThing", "value": 1 }]',
        '      |                                           ^^^^^^^^^^^',
        '',
      ].join('\n'),
    );
  });

  it('tells what to do about the first error of the shop', async () => {
    const mapping = {
      code: 'FRAMEWORK__MAPPING_ENTITY_DEFINITION_CLASSES',
      detail: 'Mapping definition neither have entities nor collection.',
    };
    await using shop = await shopWith(() => refusal(500, mapping));
    const { code, stderr } = await run(['run', 'b.product_category.swcriteria.json', '--url', shop.url], {
      files: { 'b.product_category.swcriteria.json': '{ "limit": 1 }' },
      environment,
    });
    expect(code).toBe(1);
    expect(stderr.split('\n')[0]).toBe(
      'b.product_category.swcriteria.json:1:1: error: Mapping definition neither have entities nor collection. A mapping entity cannot be searched. Ask for its ids (/api/search-ids/product-category) or for aggregations (/api/aggregate/product-category), or search one of the entities that it connects. [500 FRAMEWORK__MAPPING_ENTITY_DEFINITION_CLASSES]',
    );
  });

  it('tells it behind a sentence without a stop, and only once', async () => {
    const errors = [
      { status: '500', code: '0', detail: 'Unknown or bad format (2 years)' },
      { status: '500', code: '1', detail: 'Another' },
    ];
    await using shop = await shopWith(() => ({ status: 500, json: { errors } }));
    const { stderr } = await run(['run', 'product.swcriteria.json', '--url', shop.url], { files, environment });
    expect(stderr).toContain(
      'error: Unknown or bad format (2 years). Often a mistake in the criteria that the shop does not check. Its log says more. (`check`',
    );
    expect(stderr).toContain('error: Another (`check`');
  });

  it('shows a code that would steer the terminal, and no more', async () => {
    await using shop = await shopWith(() =>
      refusal(400, { status: '4\u001b[31m00', code: 'X\u001b]0;title\u0007\r\nY', detail: 'No\u001b[2J.' }),
    );
    const { stderr } = await run(['run', 'product.swcriteria.json', '--url', shop.url], {
      files: { 'product.swcriteria.json': '{}' },
      environment,
    });
    expect(stderr).toContain('[4\uFFFD[31m00 X\uFFFD]0;title\uFFFD Y]');
    expect(stderr.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });

  it('places an error where the same fault was predicted, if the shop points elsewhere', async () => {
    const body = '{ "limit": 1, "sort": [{ "field": "naame" }] }';
    await using shop = await shopWith(() =>
      refusal(400, { code: 'FRAMEWORK__UNMAPPED_FIELD', detail: 'Field "naame" in entity "product" was not found.' }),
    );
    const { stderr } = await run(['run', 'product.swcriteria.json', '--url', shop.url], {
      files: { 'product.swcriteria.json': body },
      environment,
    });
    expect(stderr).toMatch(/^product\.swcriteria\.json:1:36: error: Field "naame" in entity "product" was not found\./);
  });

  it.each<[Reply]>([
    [{ status: 204 }],
    [{ text: '', headers: { 'content-type': 'application/json' } }],
    [{ json: null }],
    [{ json: [] }],
    [{ json: { hello: 1 } }],
    [{ json: { data: 'x' } }],
  ])('does not call an answer that is none no rows: %j', async (reply) => {
    await using shop = await shopWith(() => reply);
    const args = ['run', 'product.swcriteria.json', '--url', shop.url];
    const { code, stdout, stderr } = await run(args, { files, environment });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/answers 20\d(, but not as Shopware does| without a message)\. Check the address/);
  });

  it('sends nothing with a syntax error, and ends with 1', async () => {
    await using shop = await shopWith(() => found);
    const { code, stderr } = await run(['run', '-', '--url', shop.url], { stdin: '{ "limit": 1, }', environment });
    expect(code).toBe(1);
    expect(stderr).toContain('<stdin>:1:13: error: JSON allows no comma after the last entry. Nothing was sent.');
    expect(shop.received).toEqual([]);
  });

  it('says that a variable has no value', async () => {
    await using shop = await shopWith(() => found);
    const stdin = '// @entity product\n{ "term": "{{word}}" }';
    const { code, stderr } = await run(['run', '-', '--url', shop.url], { stdin, environment });
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: 'swcriteria: The variable {{word}} has no value; it is sent as it is.\n',
    });
  });
});

describe('run cannot', () => {
  const unreachable = 'http://127.0.0.1:1';
  it.each([
    [['run', '-'], '{}', 'Which shop? Name it'],
    [['run', '-', '--url', unreachable], '{}', 'Which entity does <stdin> search?'],
    [['run', '-', '--shop', 'x'], '{}', 'There is no shop "x"'],
    [['run', '-'], '// @shop x\n{}', '<stdin> names the shop "x", which is not configured.'],
    [
      ['run', '-', '--url', unreachable, '--shop', 'x'],
      '{}',
      "option '--url <url>' cannot be used with option '--shop <name>'",
    ],
    [['run', '-', '--url', 'http://me:password@shop.example'], '{}', '--url is not the address of a shop.'],
    [['run', '-', '--url', unreachable, '--all'], '{}', '--all is not available yet'],
    [['run', '-', '--url', unreachable, '--param', 'x'], '{}', 'It must be name=value.'],
    [['run', '-', '--url', unreachable, '--param', 'x=1'], '// @path /api/search/product\n{}', 'has no {x}.'],
    [['run', '-', '--url', unreachable], '// @path /api/search/product/{id}/media\n{}', 'needs --param id=…'],
    [['run', '-', '--url', unreachable], '// @path /api/_action/sync\n{}', 'is not a route that only searches'],
    [
      ['run', '-', '--url', unreachable],
      '// @api admin\n// @path /store-api/product\n{}',
      '/store-api/product is not a route of the Admin API. Write // @api store into the file',
    ],
    [
      ['run', '-', '--url', unreachable, '--api', 'store'],
      '// @path /api/search/product\n{}',
      '/api/search/product is not a route of the Store API. Write // @api admin into the file',
    ],
    [['run', '-', '--url', unreachable], '// @path /api/search/../user\n{}', 'is not a route that only searches'],
    [
      ['run', '-', '--url', unreachable, '--api', 'store'],
      '// @entity tax\n{}',
      'has no list route of its own for tax',
    ],
    [['run', '-', '--url', unreachable], '// @entity product\n{}', 'nothing listens there'],
    [['run', 'none.swcriteria.json', '--url', unreachable], '', 'There is no file none.swcriteria.json.'],
  ])('%j with %j', async (args, stdin, reason) => {
    const { code, stdout, stderr } = await run(args, { stdin, environment });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^swcriteria: [^\n]+\n$/);
    expect(stderr).toContain(reason);
    expect(stderr).not.toContain('password@');
  });

  it('sign in with nothing', async () => {
    const args = ['run', '-', '--url', unreachable, '--entity', 'product'];
    expect(await run(args, { stdin: '{}' })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Set SWCRITERIA_CLIENT_ID and SWCRITERIA_CLIENT_SECRET'),
    });
    expect(await run(args, { stdin: '{}', environment: { SWCRITERIA_CLIENT_ID: 'SWIA' } })).toMatchObject({
      code: 2,
      stderr: 'swcriteria: The environment variable SWCRITERIA_CLIENT_SECRET is not set; it is needed to sign in.\n',
    });
  });

  it('sign in to a configured shop whose secret is not there', async () => {
    const admin = { clientId: 'SWIA', clientSecret: `\${env:SECRET}` };
    const configuration = { defaultShop: 'a', shops: { a: { url: unreachable, admin } } };
    const files = { 'swcriteria.config.json': JSON.stringify(configuration) };
    const { code, stderr } = await run(['run', '-', '--entity', 'product'], { files, stdin: '{}' });
    expect(code).toBe(2);
    expect(stderr).toContain('The environment variable SECRET is not set');
  });

  it('search with a role that may not: that is no fault of the criteria', async () => {
    const detail = JSON.stringify({ message: 'Missing privilege', missingPrivileges: ['product:read'] });
    await using shop = await shopWith(() => refusal(403, { code: 'FRAMEWORK__MISSING_PRIVILEGE_ERROR', detail }));
    const { code, stderr } = await run(['run', 'product.swcriteria.json', '--url', shop.url], { files, environment });
    expect(code).toBe(2);
    expect(stderr).toContain('lacks the privilege product:read');
  });

  it('sign in with wrong credentials', async () => {
    await using shop = await fakeShop(() => refusal(401, { code: '4', title: 'Client authentication failed' }));
    const { code, stderr } = await run(['run', 'product.swcriteria.json', '--url', shop.url], { files, environment });
    expect(code).toBe(2);
    expect(stderr).not.toContain('very-secret');
  });
});
