import { describe, expect, it } from 'vitest';
import { linesOf, withShop } from '../../test/adminShop.ts';
import { errorOf } from '../../test/errorOf.ts';
import { type Received, type Reply, refusal } from '../../test/fakeShop.ts';
import type { ShopErrorKind } from '../errors/shopError.ts';

const limits = { bytes: 1024 * 1024 };
const noRoute = refusal(404, { code: '0', title: 'Not Found', detail: 'No route found for "GET …"' });

describe('the version', () => {
  it('is asked for where it is', async () => {
    const { result, received } = await withShop(
      () => ({ json: { version: '6.7.6.0' } }),
      (shop) => shop.version(),
    );
    expect(result).toBe('6.7.6.0');
    expect(linesOf(received)).toEqual(['GET /api/_info/version']);
  });

  it('is asked for where it was in old shops', async () => {
    const reply = ({ path }: Received) => (path.startsWith('/api/v1/') ? { json: { version: '6.2.0' } } : noRoute);
    const { result, received } = await withShop(reply, (shop) => shop.version());
    expect(result).toBe('6.2.0');
    expect(linesOf(received)).toEqual(['GET /api/_info/version', 'GET /api/v1/_info/version']);
  });

  it.each<[what: string, reply: Reply]>([
    ['no route tells', noRoute],
    ['is empty', { json: { version: '' } }],
    ['is no text', { json: { version: 6.7 } }],
    ['is in something else', { json: ['6.7.6.0'] }],
  ])('that %s is none of a Shopware', async (_, reply) => {
    const { result } = await withShop(
      () => reply,
      (shop) => errorOf(shop.version()),
    );
    expect(result.kind).toBe('notAShop');
    expect(result.message).toMatch(/^http:\/\/127\.0\.0\.1:\d+ does not give its version, as every Shopware does\.$/);
    expect(result.hint).toBe('Check the address: it must be the address of the shop itself.');
  });

  it('that the shop fails to tell is not blamed on a criteria', async () => {
    const { result } = await withShop(
      () => refusal(500, { code: '0', detail: 'Class "X" not found' }),
      async (shop) => ({ url: shop.url, error: await errorOf(shop.version()) }),
    );
    expect(result.error.message).toBe(`${result.url} cannot answer the request (500): Class "X" not found.`);
    expect(result.error.hint).toBe('The shop itself fails: its log says why.');
  });
});

describe('the entity schema', () => {
  it('comes byte for byte', async () => {
    const text = '{"product" : {"entity":"product","properties":[]}}\n';
    const reply = () => ({ text, headers: { 'content-type': 'application/json' } });
    const { result, received } = await withShop(reply, (shop) => shop.entitySchema());
    expect(result).toBe(text);
    expect(linesOf(received)).toEqual(['GET /api/_info/entity-schema.json']);
  });

  const instead = 'Until then, a schema that was stored or committed before can be used.';
  const missing = '{"message":"Missing privilege","missingPrivileges":["api_schema:read"]}';

  it.each<[what: string, reply: Reply, kind: ShopErrorKind, message: string, hint: string]>([
    [
      'cannot be made',
      refusal(500, { code: '0', detail: 'Class "X" not found' }),
      'refused',
      'SHOP cannot generate its entity schema (500): Class "X" not found.',
      `Often an entity of a plugin is the reason; the log of the shop says which. ${instead}`,
    ],
    [
      'cannot be made for want of memory',
      { status: 500, text: '<html>' },
      'unavailable',
      'SHOP cannot generate its entity schema (500).',
      `Often an entity of a plugin is the reason; the log of the shop says which. ${instead}`,
    ],
    [
      'may not be read',
      refusal(403, { code: '0', detail: 'Access Denied.' }),
      'refused',
      'SHOP does not let this sign-in read its entity schema (403): Access Denied.',
      `Sign in as an administrator, or as an integration that is one. ${instead}`,
    ],
    [
      'takes a privilege',
      refusal(403, { code: 'FRAMEWORK__MISSING_PRIVILEGE_ERROR', detail: missing }),
      'refused',
      'SHOP does not let this sign-in read its entity schema (403): it requires the privilege api_schema:read.',
      `Sign in as an administrator, or as an integration that is one. ${instead}`,
    ],
    [
      'is something else',
      { json: { total: 1, data: [] } },
      'notAShop',
      'SHOP answers with something other than its entity schema. This is not an entity schema: "total" is not an entity with properties.',
      `Check what is at /api/_info/entity-schema.json: a proxy or a plugin may be answering in its place. ${instead}`,
    ],
    [
      'is cut in the middle',
      { text: '{"product":{"entity":', headers: { 'content-type': 'application/json' }, unfinished: 'cut' },
      'unreachable',
      'SHOP broke off in the middle of its answer.',
      `The log of the shop may say why: PHP out of memory or time, or a restart. ${instead}`,
    ],
    [
      'ends in the middle',
      { text: '{"product":{"entity":', headers: { 'content-type': 'application/json' } },
      'notAShop',
      'SHOP answers 200 with something that is not JSON: {"product":{"entity":.',
      `Check the logs of the shop: a PHP message may have got into the answer. ${instead}`,
    ],
    [
      'is too large',
      { text: ' '.repeat(limits.bytes + 1) },
      'tooLarge',
      'The answer of SHOP is larger than 1 MB.',
      `Check whether this is the shop: an answer to this request is usually much smaller. ${instead}`,
    ],
    [
      'is not there',
      refusal(404, { code: '0', detail: 'No route found for "GET …"' }),
      'refused',
      'SHOP does not have the route of the entity schema (404).',
      `A plugin or a web server may be blocking it: /api/_info/entity-schema.json. ${instead}`,
    ],
  ])('%s: says what to do', async (_, reply, ...told) => {
    const { result } = await withShop(
      () => reply,
      async (shop) => ({ url: shop.url, error: await errorOf(shop.entitySchema()) }),
      { limits },
    );
    const { kind, message, hint, request } = result.error;
    expect([kind, message.replaceAll(result.url, 'SHOP'), hint]).toEqual(told);
    expect(request?.url).toBe(`${result.url}/api/_info/entity-schema.json`);
  });
});
