import { execFileSync } from 'node:child_process';
import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { linesOf, withShop } from '../../test/adminShop.ts';
import { errorOf } from '../../test/errorOf.ts';
import { type Received, type Reply, refusal } from '../../test/fakeShop.ts';
import type { ShopRequest } from './types.ts';

const request = { api: 'admin', path: '/api/search/product', body: '{}' } as const;
const json = { 'content-type': 'application/json' };

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'answers-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const here = (name: string) => path.join(folder, name);

/** Saves what the shop answers, and tells the outcome and what is in the folder then. */
async function saved(reply: (request: Received, before: number) => Reply, more: Partial<ShopRequest> = {}) {
  const file = here('answer.json');
  const { result, received } = await withShop(reply, async (shop) => {
    const answer = await shop.saveTo({ ...request, ...more }, file).catch((error: unknown) => error);
    return { url: shop.url, answer, ...(answer instanceof Error && { error: await errorOf(Promise.reject(answer)) }) };
  });
  return { ...result, received, files: await readdir(folder) };
}

describe('an answer goes to a file', () => {
  it('as it was sent', async () => {
    const text = `{ "total" : 1.0, "data":[${'{},'.repeat(100_000)}{}] }\n`;
    const progress: number[] = [];
    const { answer, files } = await saved(() => ({ text, headers: json }), {
      onProgress: (bytes) => progress.push(bytes),
    });
    expect(answer).toMatchObject({ status: 200, bytes: text.length, file: here('answer.json') });
    expect(answer).not.toHaveProperty('text');
    expect(files).toEqual(['answer.json']);
    expect(await readFile(here('answer.json'), 'utf8')).toBe(text);
    expect(progress.at(-1)).toBe(text.length);
  });

  it('unpacked, whatever the size limit', async () => {
    const text = JSON.stringify({ data: ['x'.repeat(1024 * 1024)] });
    const headers = { ...json, 'content-encoding': 'gzip' };
    const { answer } = await saved(() => ({ text: gzipSync(text), headers }), { maxBytes: 10 });
    expect(answer).toMatchObject({ bytes: text.length });
    expect(await readFile(here('answer.json'), 'utf8')).toBe(text);
  });

  it.each([
    ['calls itself a web page', '{"data":[]}', 'text/html'],
    ['begins as errors do', '{"errors":[],"data":[]}', 'application/json'],
    ['has a byte order mark', '\uFEFF{"data":[]}', 'application/json'],
  ])('if it is right, also where it %s', async (_, text, type) => {
    const { answer } = await saved(() => ({ text, headers: { 'content-type': type } }));
    expect(answer).toMatchObject({ status: 200 });
    expect(JSON.parse((await readFile(here('answer.json'), 'utf8')).replace('\uFEFF', ''))).toMatchObject({ data: [] });
  });

  it('in place of an older one, when it is complete', async () => {
    await writeFile(here('answer.json'), 'old');
    await saved(() => ({ text: '{"data":[]}', headers: json }));
    expect(await readFile(here('answer.json'), 'utf8')).toBe('{"data":[]}');
    const { error } = await saved(() => ({ text: '{"data":', headers: json, unfinished: 'cut' }));
    expect(error?.kind).toBe('unreachable');
    expect(await readFile(here('answer.json'), 'utf8')).toBe('{"data":[]}');
  });

  it('after a second sign-in', async () => {
    const expired = refusal(401, { code: '9', title: 'denied', detail: 'Access token could not be verified' });
    const { files, received } = await saved((_, before) =>
      before === 0 ? expired : { text: '{"data":[]}', headers: json },
    );
    expect(linesOf(received)).toHaveLength(2);
    expect(files).toEqual(['answer.json']);
  });
});

describe.skipIf(process.platform === 'win32')('what is there already', () => {
  const answer = () => ({ text: '{"data":[]}', headers: json });

  it('keeps its permissions', async () => {
    await writeFile(here('answer.json'), 'old');
    await chmod(here('answer.json'), 0o640);
    await saved(answer);
    expect((await stat(here('answer.json'))).mode & 0o777).toBe(0o640);
    await chmod(here('answer.json'), 0o666);
    await saved(answer);
    expect((await stat(here('answer.json'))).mode & 0o777).toBe(0o666);
  });

  it.each([['a file'], ['nothing']])('stays a symbolic link to %s, whose target is written', async (target) => {
    await mkdir(here('there'));
    if (target === 'a file') await writeFile(here('there/target.json'), 'old');
    await symlink('there/target.json', here('answer.json'));
    await saved(answer);
    expect((await lstat(here('answer.json'))).isSymbolicLink()).toBe(true);
    expect(await readFile(here('there/target.json'), 'utf8')).toBe('{"data":[]}');
    expect(await readdir(here('there'))).toEqual(['target.json']);
  });

  it('is told when its links go in circles', async () => {
    await symlink('answer.json', here('answer.json'));
    const { error } = await saved(answer);
    expect(error).toMatchObject({ kind: 'notSaved', code: 'ELOOP' });
  });

  it('takes the answer directly when it is a pipe', async () => {
    execFileSync('mkfifo', [here('answer.json')]);
    const [read, { files }] = await Promise.all([readFile(here('answer.json'), 'utf8'), saved(answer)]);
    expect(read).toBe('{"data":[]}');
    expect(files).toEqual(['answer.json']);
    expect((await lstat(here('answer.json'))).isFIFO()).toBe(true);
  });

  it('stays a pipe when the answer is a refusal', async () => {
    execFileSync('mkfifo', [here('answer.json')]);
    const refused = saved(() => refusal(403, { code: 'X' }));
    const [read, { error }] = await Promise.all([readFile(here('answer.json'), 'utf8'), refused]);
    expect([read, error?.kind]).toEqual(['', 'refused']);
    expect((await lstat(here('answer.json'))).isFIFO()).toBe(true);
  });
});

describe('nothing is left of an answer that', () => {
  it('breaks off', async () => {
    const { error, files } = await saved(() => ({ text: '{"data":', headers: json, unfinished: 'cut' }));
    expect(error?.message).toContain('broke off in the middle of its answer');
    expect(files).toEqual([]);
  });

  it('is cancelled', async () => {
    const controller = new AbortController();
    const { error, files } = await saved(() => ({ text: '{"data":', headers: json, unfinished: 'silence' }), {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    expect(error?.kind).toBe('cancelled');
    expect(files).toEqual([]);
  });

  it('a program fails on hearing of', async () => {
    const { error, files } = await saved(() => ({ text: '{"data":[]}', headers: json }), {
      onProgress: () => {
        throw new Error('No window.');
      },
    });
    expect(error?.message).toMatch(/was not read to its end: telling its progress failed \(No window\)\.$/);
    expect(files).toEqual([]);
  });

  it('is a refusal', async () => {
    const missing = { code: 'FRAMEWORK__MISSING_PRIVILEGE_ERROR', detail: '{"missingPrivileges":["product:read"]}' };
    const { error, files } = await saved(() => refusal(403, missing));
    expect(error).toMatchObject({ kind: 'refused', missingPrivileges: ['product:read'] });
    expect(files).toEqual([]);
  });

  it.each([
    ['', 'answers 200 without a message.'],
    ['null', 'answers 200, but not as Shopware does.'],
    ['{"hello":1}', 'answers 200, but not as Shopware does.'],
  ])('holds no rows but %j', async (text, message) => {
    const { error, files } = await saved(() => ({ text, headers: json }));
    expect(error).toMatchObject({ kind: 'notAShop', message: expect.stringContaining(message) });
    expect(files).toEqual([]);
  });

  const long = ' '.repeat(5000);

  it.each([
    [
      `<br/>Fatal error: Allowed memory size exhausted${long}`,
      "SHOP answers with a web page (200), not as Shopware's API does.",
      'Check the address: it must be the address of the shop itself, with its folder if it has one. A firewall or a login page in front of it also answers like this.',
    ],
    [
      `<br />\n<b>Warning</b>:  Undefined array key "x" in <b>a.php</b> on line <b>3</b><br />\n{"data":[]}${long}`,
      'SHOP answers 200 with something that is not JSON: Warning: Undefined array key "x" in a.php on line 3.',
      'Check the logs of the shop: a PHP message may have got into the answer.',
    ],
    [`{"errors":[{"status":"412","code":"X","detail":"Not now."}]}${long}`, 'SHOP refuses the request: Not now.', null],
  ])('holds no rows although it is long: %j', async (text, ...told) => {
    const { error, files, url } = await saved(() => ({ text, headers: json }));
    expect([error?.message.replaceAll(url, 'SHOP'), error?.hint]).toEqual(told);
    expect(files).toEqual([]);
  });

  it('is a web page', async () => {
    const { error, files } = await saved(() => ({ text: '<html>', headers: { 'content-type': 'text/html' } }));
    expect(error).toMatchObject({ kind: 'notAShop' });
    expect(files).toEqual([]);
  });
});

describe('a file that cannot be written', () => {
  it.each([
    ['missing/answer.json', 'there is no such folder'],
    ['folder', 'it is a folder'],
  ])('%s is refused before anything is sent', async (name, reason) => {
    await mkdir(here('folder'));
    const { result, received } = await withShop(
      () => ({ text: '{}' }),
      (shop) => errorOf(shop.saveTo(request, here(name))),
    );
    expect(result).toMatchObject({
      kind: 'notSaved',
      message: `The answer cannot be written to ${here(name)}: ${reason}.`,
      hint: 'Choose another file.',
    });
    expect(received).toEqual([]);
    expect(await readdir(folder)).toEqual(['folder']);
  });
});
