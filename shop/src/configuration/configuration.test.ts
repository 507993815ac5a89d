import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { connectionOf } from './connectionOf.ts';
import { findConfiguration } from './find.ts';
import { configurationJsonSchema } from './jsonSchema.ts';
import { parseConfiguration, parseShop } from './parse.ts';

const ruleCodes = ['unknown-field', 'unknown-key', 'limit-missing'];

/** How a value of the environment is written in a configuration. */
const fromEnvironment = (name: string) => `\${env:${name}}`;

const whole = `{
  // the example of the documentation
  "defaultShop": "staging",
  "shops": {
    "staging": {
      "url": "https://staging.example.com",
      "production": false,
      "admin": { "clientId": "SWIAX", "clientSecret": "${fromEnvironment('STAGING_SECRET')}" },
      "store": { "accessKey": "SWSCX" },
      "headers": { "sw-language-id": "2fbb5fe2e29a4d70aa5854ce7ce3e20b" },
      "vars": { "manufacturerId": "0f3a" },
      "schema": "schemas/staging.json",
      "shopware": "6.6.10.3",
      "limits": { "admin": 500, "store": 100 },
      "tls": { "ca": "certs/dev-ca.pem", "rejectUnauthorized": true },
      "proxy": "http://proxy:3128"
    }
  },
  "rules": { "unknown-field": "error", "limit-missing": "off" },
}`;

function problemsOf(text: string): { message: string; marked: string; path: string }[] {
  return (parseConfiguration(text, ruleCodes).problems ?? []).map(({ message, range, path: steps }) => {
    const lines = text.split('\n');
    const offset = ({ line, character }: typeof range.start) =>
      lines.slice(0, line).reduce((sum, before) => sum + before.length + 1, 0) + character;
    return { message, marked: text.slice(offset(range.start), offset(range.end)), path: steps.join('/') };
  });
}

function shopWith(more: string): string {
  return `{"shops": {"staging": {"url": "https://s.example.com", ${more}}}}`;
}

describe('a configuration', () => {
  it('is read whole, with comments', () => {
    const { configuration } = { configuration: undefined, ...parseConfiguration(whole, ruleCodes) };
    expect(configuration?.shops?.staging?.admin).toEqual({
      clientId: 'SWIAX',
      clientSecret: fromEnvironment('STAGING_SECRET'),
    });
    expect(configuration?.rules).toEqual({ 'unknown-field': 'error', 'limit-missing': 'off' });
  });

  it.each(['{}', '\uFEFF{"$schema": "./x.json"}', '{"shops": {}}', shopWith('"admin": {"username": "admin"}')])(
    'may be %s',
    (text) => {
      expect(parseConfiguration(text, ruleCodes)).not.toHaveProperty('problems');
    },
  );

  it.each([
    [
      '"admin": {"clientId": "SWIAX", "clientSecret": "literal"}',
      /secret does not belong/,
      '"literal"',
      'admin/clientSecret',
    ],
    ['"admin": {"username": "admin", "password": "literal"}', /secret does not belong/, '"literal"', 'admin/password'],
    [
      `"admin": {"clientId": "SWIAX", "clientSecret": "x${fromEnvironment('Y')}"}`,
      /secret does not belong/,
      `"x${fromEnvironment('Y')}"`,
      'admin/clientSecret',
    ],
    ['"admin": {}', /"clientId" is missing/, '"admin"', 'admin/clientId'],
    ['"admin": 5', /must be an object/, '5', 'admin'],
    ['"acessKey": "x"', /"acessKey" is not known here/, '"acessKey"', 'acessKey'],
    ['"limits": {"admin": 0}', /must be 1 or more/, '0', 'limits/admin'],
    ['"limits": {"admin": 1.5}', /must be a whole number/, '1.5', 'limits/admin'],
    ['"production": "no"', /must be true or false/, '"no"', 'production'],
    ['"shopware": "latest"', /looks like 6\.6\.10\.3/, '"latest"', 'shopware'],
    ['"vars": {"a": 1}', /must be a string/, '1', 'vars/a'],
    ['"tls": {"ca": ""}', /must not be empty/, '""', 'tls/ca'],
  ])('of a shop with %s is refused', (more, message, marked, where) => {
    const problems = problemsOf(shopWith(more));
    expect(problems).toEqual([{ message: expect.stringMatching(message), marked, path: `shops/staging/${where}` }]);
  });

  it.each([
    ['{"defaultShop": "live", "shops": {}}', /No shop of this name/, '"live"'],
    ['{"shops": {"a": {}}}', /"url" is missing/, '"a"'],
    ['{"shops": {"a": {"url": "shop"}}}', /This is not a valid address/, '"shop"'],
    [
      '{"shops": {"a": {"url": "https://me:secret@shop"}}}',
      /must not contain a user name or password/,
      '"https://me:secret@shop"',
    ],
    ['{"rules": {"x": "fatal"}}', /one of "off", "hint", "information", "warning", "error"/, '"fatal"'],
    ['[]', /must be an object/, '['],
    ['{"shops": {]}', /expected/, ']'],
  ])('%s is refused', (text, message, marked) => {
    expect(problemsOf(text)[0]).toMatchObject({ message: expect.stringMatching(message), marked });
  });

  it('that is empty says so', () => {
    expect(problemsOf('')).toMatchObject([{ message: 'Value expected.' }]);
  });

  it('of one shop follows the same rules', () => {
    expect(parseShop({ url: 'http://localhost:8000' })).toEqual({ shop: { url: 'http://localhost:8000' } });
    expect(parseShop({ url: 'http://localhost:8000', admin: { clientId: 'x', clientSecret: 'y' } })).toMatchObject({
      problems: [{ path: ['admin', 'clientSecret'] }],
    });
  });

  it.each([
    ['unkown-field', 'There is no rule "unkown-field". Did you mean "unknown-field"?'],
    ['limitMissing', 'There is no rule "limitMissing". Did you mean "limit-missing"?'],
    ['constructor', 'There is no rule "constructor".'],
  ])('that names the rule %s is warned about, and used', (code, message) => {
    const text = `{"rules": {"${code}": "off"}}`;
    const start = { line: 0, character: text.indexOf(`"${code}"`) };
    const end = { line: 0, character: start.character + code.length + 2 };
    expect(parseConfiguration(text, ruleCodes)).toMatchObject({
      configuration: { rules: { [code]: 'off' } },
      warnings: [{ path: ['rules', code], message, range: { start, end } }],
    });
  });

  it('has a JSON Schema that offers names and values, and leaves refusing to sentences', () => {
    const schema: unknown = JSON.parse(
      JSON.stringify(configurationJsonSchema([{ code: 'unknown-field', description: 'Finds it.' }])),
    );
    const severity = { type: 'string', enum: ['off', 'hint', 'information', 'warning', 'error'] };
    expect(schema).toMatchObject({
      $schema: 'http://json-schema.org/draft-07/schema#',
      properties: {
        defaultShop: { type: 'string' },
        rules: { properties: { 'unknown-field': { ...severity, description: 'Finds it.' } } },
      },
    });
    expect(JSON.stringify(schema)).not.toMatch(/"pattern"|"required"|"additionalProperties":false/);
  });
});

describe('finding a configuration', () => {
  const root = path.resolve('/team/project');
  const file = path.join(root, 'swcriteria.config.json');

  async function found(from: string, top?: string) {
    const looked: string[] = [];
    const readText = async (name: string) => {
      looked.push(name);
      return name === file ? whole : null;
    };
    return { result: await findConfiguration(from, readText, top), looked };
  }

  it('looks upwards and takes the nearest', async () => {
    const { result, looked } = await found(path.join(root, 'a', 'b'));
    expect(result).toEqual({ path: file, text: whole });
    expect(looked).toHaveLength(3);
  });

  it('ends at the root, or where it is told to', async () => {
    expect((await found(path.resolve('/elsewhere/x'))).result).toBeNull();
    const { result, looked } = await found(path.join(root, 'a', 'b'), path.join(root, 'a'));
    expect(result).toBeNull();
    expect(looked).toHaveLength(2);
  });

  it('reads the disk by itself', async () => {
    expect(await findConfiguration(import.meta.dirname, undefined, import.meta.dirname)).toBeNull();
  });
});

describe('the connection of a configured shop', () => {
  const url = 'https://staging.example.com';
  const world = { name: 'staging', folder: '/team', environment: {}, readText: async () => null };

  it('has everything filled in', async () => {
    const asked: string[] = [];
    const parsed = { configuration: undefined, ...parseConfiguration(whole, ruleCodes) };
    const shop = parsed.configuration?.shops?.staging ?? expect.unreachable('no shop');
    const resolved = await connectionOf(shop, {
      ...world,
      environment: { STAGING_SECRET: 'from-environment' },
      readText: async (file) => {
        asked.push(file);
        return 'PEM';
      },
    });
    expect(resolved).toEqual({
      missing: [],
      connection: {
        name: 'staging',
        url,
        admin: { clientId: 'SWIAX', clientSecret: 'from-environment' },
        store: { accessKey: 'SWSCX' },
        headers: { 'sw-language-id': '2fbb5fe2e29a4d70aa5854ce7ce3e20b' },
        tls: { ca: 'PEM', rejectUnauthorized: true },
        proxy: 'http://proxy:3128',
      },
    });
    expect(asked).toEqual([path.resolve('/team/certs/dev-ca.pem')]);
  });

  it('takes the secret that is kept for the origin where none is named', async () => {
    const admin = { username: 'admin' };
    const kept = await connectionOf({ url, admin }, { ...world, secret: 'kept' });
    expect(kept.connection.admin).toEqual({ username: 'admin', password: 'kept' });
    const named = await connectionOf(
      { url, admin: { clientId: 'x', clientSecret: fromEnvironment('NAMED') } },
      { ...world, secret: 'kept' },
    );
    expect(named.connection.admin).toBeUndefined();
  });

  it('says what is missing, and leaves it out', async () => {
    const resolved = await connectionOf(
      {
        url,
        admin: { clientId: 'x', clientSecret: fromEnvironment('SECRET') },
        store: { accessKey: fromEnvironment('KEY') },
        headers: { 'x-a': fromEnvironment('A'), 'x-b': 'b' },
        tls: { ca: 'nowhere.pem' },
      },
      { ...world, environment: { KEY: '' } },
    );
    expect(resolved.connection).toEqual({ name: 'staging', url, headers: { 'x-b': 'b' }, tls: {} });
    expect(resolved.missing.map(({ field, variable }) => [field, variable])).toEqual([
      ['admin.clientSecret', 'SECRET'],
      ['store.accessKey', 'KEY'],
      ['tls.ca', null],
      ['headers.x-a', 'A'],
    ]);
    expect(resolved.missing[2]?.message).toBe(
      'The certificate file "nowhere.pem" of shop "staging" cannot be read. There is no such file.',
    );
    expect(resolved.missing[0]?.message).toBe(
      'The environment variable SECRET is not set; shop "staging" needs it for admin.clientSecret.',
    );
  });

  it('says why a certificate cannot be read', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'certificates-'));
    const onDisk = { name: 'staging', folder, environment: {} };
    const { missing } = await connectionOf({ url, tls: { ca: '.' } }, onDisk);
    await rm(folder, { recursive: true });
    expect(missing.map(({ message }) => message)).toEqual([
      'The certificate file "." of shop "staging" cannot be read. It is a folder.',
    ]);
  });

  it('says that a secret is not known', async () => {
    const { missing } = await connectionOf({ url, admin: { clientId: 'x' } }, world);
    expect(missing).toEqual([
      {
        field: 'admin.clientSecret',
        variable: null,
        message: 'The admin.clientSecret of shop "staging" is not known.',
      },
    ]);
  });
});
