import { describe, expect, it } from 'vitest';
import { bundledSchemaText } from '../../../server/src/schema/bundled/index.ts';
import { fakeShop, type Reply, token } from '../../../shop/test/fakeShop.ts';
import { run } from '../../test/memoryIo.ts';

const schema = bundledSchemaText('6.7');

/** A shop that tells its version and answers the question for its schema with `reply`. */
function shopWith(reply: Reply) {
  return fakeShop(({ path }) => {
    if (path === '/api/oauth/token') return token('the-token');
    return path === '/api/_info/version' ? { json: { version: '6.7.6.0' } } : reply;
  });
}

describe('schema pull', () => {
  const environment = { SECRET: 'very-secret' };
  const configure = (url: string, more = '') => `{
\t// our shops
\t"shops": {
\t\t"staging": {
\t\t\t"url": "${url}",${more}
\t\t\t"admin": { "clientId": "SWIA", "clientSecret": "\${env:SECRET}" }
\t\t}
\t},
\t"defaultShop": "staging"
}
`;

  it("writes a configured shop's schema where the configuration says, and notes the version", async () => {
    await using shop = await shopWith({ text: schema, headers: { 'content-type': 'application/json' } });
    const before = configure(shop.url, '\n\t\t\t"schema": "schemas/staging.json", "shopware": "6.6.10",');
    const { code, stdout, files } = await run(['schema', 'pull'], {
      environment,
      files: { 'swcriteria.config.json': before },
    });
    expect(code).toBe(0);
    expect(stdout).toBe(`The schema of ${shop.url} (Shopware 6.7.6.0, 220 entities) is in schemas/staging.json.\n`);
    expect(files['schemas/staging.json']).toBe(schema);
    expect(files['swcriteria.config.json']).toBe(before.replace('6.6.10', '6.7.6.0'));
  });

  it('keeps it in the user data where the configuration names no file; --out wins', async () => {
    await using shop = await shopWith({ text: schema, headers: { 'content-type': 'application/json' } });
    const files = { 'swcriteria.config.json': configure(shop.url) };
    const stored = await run(['schema', 'pull', '--shop', 'staging'], { environment, files });
    expect(stored.stdout).toContain("is in the user's data.");
    const noted = configure(shop.url).replace('" }\n', '" },\n\t\t\t"shopware": "6.7.6.0"\n');
    expect(stored.files['swcriteria.config.json']).toBe(noted);
    const written = await run(['schema', 'pull', '--out', 'x.json'], { environment, files });
    expect(written.files['x.json']).toBe(schema);
  });

  it.each([
    ['in one line', (shops: string) => `{ "shops": ${shops}, "defaultShop": "a" }\n`],
    ['in several', (shops: string) => `{\r\n  "shops": ${shops},\r\n  "defaultShop": "a" // ours\r\n}\r\n`],
  ])('changes nothing else in a configuration %s', async (_, around) => {
    await using shop = await shopWith({ text: schema, headers: { 'content-type': 'application/json' } });
    const admin = `"clientId": "SWIA", "clientSecret": "\${env:SECRET}"`;
    const spaced = around(`{ "a": { "url": "${shop.url}", "admin": { ${admin} } }, "b": {"url":"https://b.example"} }`);
    const dense = around(`{"a":{"url":"${shop.url}","admin":{${admin}}}}`);
    const pulled = async (text: string) => {
      const files = { 'swcriteria.config.json': text };
      return (await run(['schema', 'pull', '--out', 'x.json'], { environment, files })).files['swcriteria.config.json'];
    };
    expect(await pulled(spaced)).toBe(spaced.replace('" } }', '" }, "shopware": "6.7.6.0" }'));
    expect(await pulled(dense)).toBe(dense.replace('"}}', '"},"shopware":"6.7.6.0"}'));
  });

  it('keeps nothing that is no schema', async () => {
    await using shop = await shopWith({ json: { openapi: '3.1.0' } });
    const files = { 'swcriteria.config.json': configure(shop.url) };
    const { code, stderr, files: after } = await run(['schema', 'pull', '--out', 'x.json'], { environment, files });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^swcriteria: [^\n]+\n$/);
    expect(after).toEqual(files);
  });

  it('needs a shop', async () => {
    expect(await run(['schema', 'pull'])).toMatchObject({ code: 2, stderr: expect.stringContaining('Which shop?') });
  });
});

describe('schema show', () => {
  it('lists the entities', async () => {
    const { stdout } = await run(['schema', 'show']);
    expect(stdout).toMatch(/^product +entity +\d+ fields, \d+ associations$/m);
    const { stdout: text } = await run(['schema', 'show', '--format', 'json']);
    expect(JSON.parse(text).entities).toContainEqual(expect.objectContaining({ name: 'product_tag', kind: 'mapping' }));
  });

  it('shows an entity, with dashes too', async () => {
    const { stdout } = await run(['schema', 'show', 'product-manufacturer']);
    expect(stdout).toMatch(/^product_manufacturer: \d+ fields, \d+ associations\n/);
    expect(stdout).toMatch(/^ {2}mediaId +uuid$/m);
    expect(stdout).toMatch(/^ {2}media +many to one · media$/m);
  });

  it('shows an entity to programs', async () => {
    const { stdout } = await run(['schema', 'show', 'tax', '--format', 'json', '--shopware', '6.5']);
    const { entity, properties } = JSON.parse(stdout);
    expect(entity).toBe('tax');
    expect(properties).toContainEqual(
      expect.objectContaining({ name: 'products', kind: 'association', type: 'one_to_many', entity: 'product' }),
    );
  });

  it('says which entity was probably meant', async () => {
    expect(await run(['schema', 'show', 'prodcut'])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: 'swcriteria: There is no entity "prodcut". Did you mean "product"?\n',
    });
  });
});
