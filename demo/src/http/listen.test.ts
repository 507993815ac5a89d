import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DemoShop, startDemoShop } from '../index.ts';

describe('the demo shop on its port', () => {
  let shop: DemoShop;

  beforeEach(async () => {
    shop = await startDemoShop({ port: 0 });
  });

  afterEach(() => shop.close());

  it('takes the next port where one is taken', async () => {
    const port = Number(new URL(shop.url).port);
    const other = await startDemoShop({ port });
    expect(Number(new URL(other.url).port)).toBeGreaterThan(port);
    await other.close();
  });

  it('refuses a body of 50 MB and goes on', async () => {
    const body = `{"term": "${'x'.repeat(50 * 1024 * 1024)}"}`;
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    const answer = await fetch(`${shop.url}/api/search/product`, { method: 'POST', headers, body });
    expect(answer.status).toBe(413);
    expect((await fetch(`${shop.url}/api/_info/health-check`)).status).toBe(200);
  });

  it('reads a whole address as a proxy sends it', async () => {
    const { hostname, port } = new URL(shop.url);
    const status = (target: string) =>
      new Promise((resolve, reject) => {
        request({ hostname, port, path: target }, (response) => resolve(response.resume().statusCode))
          .on('error', reject)
          .end();
      });
    expect(await status(`${shop.url}/api/_info/health-check`)).toBe(200);
    expect(await status(`${shop.url}/api/_info/nothing?a=b`)).toBe(404);
    expect(await status(shop.url)).toBe(404);
  });

  it('listens on this machine only', () => {
    expect(new URL(shop.url).hostname).toBe('127.0.0.1');
  });
});
