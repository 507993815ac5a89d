import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Program } from './program.ts';

let program: Program;
let shop: ChildProcess;
let url: string;
let environment: Record<string, string>;

beforeAll(async () => {
  program = await Program.build();
  shop = program.start(['demo', '--port', '0', '--format', 'json']);
  if (!shop.stdout) throw new Error('The demo shop has no output.');
  const [line] = await once(createInterface(shop.stdout), 'line');
  const { clientId, clientSecret, accessKey, ...rest } = JSON.parse(line);
  url = rest.url;
  environment = {
    SWCRITERIA_CLIENT_ID: clientId,
    SWCRITERIA_CLIENT_SECRET: clientSecret,
    SWCRITERIA_ACCESS_KEY: accessKey,
  };
});
afterAll(async () => {
  shop.kill();
  await program[Symbol.asyncDispose]();
});

describe('against the demo shop', () => {
  it('run prints rows', async () => {
    const stdin = '{ "limit": 2, "sort": [{ "field": "name" }], "includes": { "product": ["id", "name"] } }';
    const args = ['run', '-', '--entity', 'product', '--url', url, '--format', 'ndjson'];
    const { code, stdout, stderr } = await program.run(args, { stdin, environment });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const names = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).name);
    expect(names).toHaveLength(2);
    expect(names).toEqual([...names].sort());
  });

  it('run uses the Store API as well', async () => {
    const args = ['run', '-', '--api', 'store', '--entity', 'product', '--url', url, '--format', 'json'];
    const { code, stdout } = await program.run(args, { stdin: '{ "limit": 1 }', environment });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).elements).toHaveLength(1);
  });

  it('run tells what the shop refuses, at its place', async () => {
    const stdin = '{\n  "limit": 1,\n  "sort": [{ "field": "naame" }]\n}';
    const args = ['run', '-', '--entity', 'product', '--url', url];
    const { code, stdout, stderr } = await program.run(args, { stdin, environment });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^<stdin>:3:24: error: .*naame.* \[400 FRAMEWORK__UNMAPPED_FIELD\]\n/);
  });

  it('run ends with 2 for a wrong secret, and tells no secret', async () => {
    const wrong = { ...environment, SWCRITERIA_CLIENT_SECRET: 'not-the-secret' };
    const args = ['run', '-', '--entity', 'product', '--url', url];
    const { code, stdout, stderr } = await program.run(args, { stdin: '{}', environment: wrong });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^swcriteria: [^\n]+\n$/);
    expect(stderr).not.toContain('not-the-secret');
  });

  it('schema pull writes what check then uses, with the version', async () => {
    const admin = { clientId: environment.SWCRITERIA_CLIENT_ID, clientSecret: `\${env:SECRET}` };
    const configuration = { defaultShop: 'demo', shops: { demo: { url, admin, schema: 'schemas/demo.json' } } };
    await program.write({
      'swcriteria.config.json': JSON.stringify(configuration),
      'x.product.swcriteria.json': '{ "limit": 1 }',
    });
    const secret = { SECRET: environment.SWCRITERIA_CLIENT_SECRET ?? '' };
    expect(await program.run(['schema', 'pull'], { environment: secret })).toMatchObject({ code: 0, stderr: '' });
    const written = JSON.parse(await readFile(path.join(program.folder, 'swcriteria.config.json'), 'utf8'));
    expect(written.shops.demo.shopware).toMatch(/^6\.7\./);
    const { stdout } = await program.run(['check', 'x.product.swcriteria.json', '--format', 'json']);
    expect(JSON.parse(stdout).files[0]).toMatchObject({
      schema: { source: 'file' },
      shopware: written.shops.demo.shopware,
    });
  });

  it('schema pull keeps the schema of an address for later', async () => {
    expect(await program.run(['schema', 'pull', '--url', url], { environment })).toMatchObject({ code: 0 });
    const { code, stdout } = await program.run(['schema', 'show', 'tax', '--url', url]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^tax: /);
  });

  it('a raw answer goes into its file as it comes', async () => {
    const { code, stdout, stderr } = await program.run(
      ['run', '-', '--entity', 'tax', '--url', url, '--format', 'raw', '--out', 'taxes.json'],
      { stdin: '{ "limit": 2 }', environment },
    );
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toMatch(/written to taxes\.json\.$/m);
    expect(JSON.parse(await readFile(path.join(program.folder, 'taxes.json'), 'utf8')).data).toHaveLength(2);
  });

  it('ends when it is interrupted', async () => {
    shop.kill('SIGTERM');
    await once(shop, 'close');
    expect(shop.exitCode).toBe(0);
    const { code, stderr } = await program.run(['run', '-', '--entity', 'product', '--url', url], {
      stdin: '{}',
      environment,
    });
    expect(code).toBe(2);
    expect(stderr).toContain('cannot be reached');
  });
});

/** Each groups all the products that share a category with a product; together minutes. */
const MANY_AGGREGATIONS = Array.from({ length: 1000 }, (_, index) => ({
  name: `a${index}`,
  type: 'terms',
  field: 'categories.products.id',
}));

describe('a demo shop that is busy', () => {
  it('ends with Ctrl+C, pressed until it ends', async () => {
    const busy = program.start(['demo', '--port', '0', '--format', 'json', '--products', '3000']);
    const ended = once(busy, 'close');
    if (!busy.stdout) throw new Error('The demo shop has no output.');
    const [line] = await once(createInterface(busy.stdout), 'line');
    const { url: address, clientId, clientSecret } = JSON.parse(line);
    const token = await tokenOf(address, clientId, clientSecret);
    const answer = fetch(`${address}/api/search/product`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ limit: 1, aggregations: MANY_AGGREGATIONS }),
    });
    const pressing = setInterval(() => busy.kill('SIGINT'), 200);
    await expect(answer).rejects.toThrow('fetch failed');
    await ended;
    clearInterval(pressing);
  });
});

async function tokenOf(address: string, client_id: string, client_secret: string): Promise<string> {
  const answer = await fetch(`${address}/api/oauth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ grant_type: 'client_credentials', client_id, client_secret }),
  });
  const { access_token } = Object(await answer.json());
  return String(access_token);
}
