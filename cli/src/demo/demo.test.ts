import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../test/memoryIo.ts';

describe('demo', () => {
  it('tells programs where it is and how to sign in, in one line', async () => {
    const { code, stdout } = await run(['demo', '--port', '0', '--format', 'json']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\{[^\n]*\}\n$/);
    expect(JSON.parse(stdout)).toEqual({
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      clientId: expect.stringMatching(/^SWIA/),
      clientSecret: expect.any(String),
      accessKey: expect.stringMatching(/^SWSC/),
    });
  });

  it('tells people the same', async () => {
    const { stdout } = await run(['demo', '--port', '0']);
    expect(stdout).toMatch(/listens on http:\/\/127\.0\.0\.1:\d+, on this machine only/);
    expect(stdout).toMatch(/access key +SWSC/);
  });

  it('tells where it listens when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = Object(other.address());
    const { stdout, stderr } = await run(['demo', '--port', String(port), '--format', 'json']);
    other.close();
    const { url } = JSON.parse(stdout);
    expect(stderr).toBe(`swcriteria: Port ${port} is taken; the demo shop listens on ${new URL(url).port}.\n`);
  });

  it('says that many products take a while, where somebody waits for them', async () => {
    const { stderr } = await run(['demo', '--port', '0', '--products', '50001'], { isTerminal: true });
    expect(stderr).toBe('swcriteria: Making 50001 products takes a while. Ctrl+C ends it.\n');
  });

  it('restores its rows when r is typed, and takes no other line', async () => {
    const { stderr } = await run(['demo', '--port', '0', '--format', 'json'], { typed: ['help', ' r'] });
    expect(stderr).toBe('swcriteria: All rows of the demo shop are as they were at the start.\n');
  });

  it('tells what its data lacks', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'demo-data-'));
    await writeFile(path.join(folder, 'entity-schema.json'), '{"tag": {"entity": "tag", "properties": {}}}');
    await mkdir(path.join(folder, 'rows'));
    const { code, stdout, stderr } = await run(['demo', '--data', folder]);
    await rm(folder, { recursive: true });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`${path.join(folder, 'rows', 'language.json')} must hold the system language`);
    expect(stderr).toContain(`${path.join(folder, 'rows', 'currency.json')} must hold the default currency`);
  });

  it.each([
    [['--data', 'nowhere'], 'entity-schema.json'],
    [['--port', '70000'], 'It must be a whole number from 0 to 65535.'],
    [['--now', 'yesterday'], 'It must be a time such as'],
    [['--now', '2026-02-30'], 'It must be a time such as'],
    [['--now', '2026-13-01T00:00:00Z'], 'It must be a time such as'],
  ])('cannot: %j', async (args, reason) => {
    const { code, stdout, stderr } = await run(['demo', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(reason);
  });
});
