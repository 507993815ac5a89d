// Measures the shop client against a shop in a process of its own; prints one JSON object. Run by scripts/bench.ts.
import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { Agent } from 'undici';
import { createShop } from '../../shop/src/index.ts';
import { type Comparison, median } from './measure.ts';

/** What is measured of the shop client. */
export interface ShopFigures {
  /** A search through the client, and the same request by undici alone. */
  readonly search: Comparison;
  /** By how many bytes a process grows that writes an answer of so many megabytes to a file: median of several. */
  readonly save: { readonly megabytes: number; readonly bytes: number; readonly goalBytes: number };
  /** How many sign-ins so many requests at the same time take, when the token has ended. */
  readonly renewals: { readonly requests: number; readonly signIns: number; readonly goal: number };
}

const warmUp = 300;
const rounds = 2001;
const megabytes = 200;
const saves = 9;
const requests = 100;

const server = fork(path.join(import.meta.dirname, 'shopServer.ts'));
const [port] = await once(server, 'message');
const url = `http://127.0.0.1:${port}`;
const admin = { clientId: 'SWIABENCH', clientSecret: 'of the bench' };
const request = { path: '/api/search/product', body: '{"limit": 25}' };
try {
  const figures: ShopFigures = {
    search: await compareSearches(),
    save: { megabytes, bytes: measureSaving(), goalBytes: 64 * 1024 * 1024 },
    renewals: { requests, signIns: await countRenewals(), goal: 1 },
  };
  process.stdout.write(JSON.stringify(figures));
} finally {
  server.disconnect();
}

/** In turns, so that a busy machine slows both; both read the answer as JSON. */
async function compareSearches(): Promise<Comparison> {
  const shop = createShop({ url, admin });
  const agent = new Agent();
  const answer = await shop.search({ api: 'admin', ...request });
  const headers = { ...answer.request.headers, authorization: 'Bearer token-1' };
  const search = () => shop.search({ api: 'admin', ...request });
  const bare = async () => {
    const { body } = await agent.request({ origin: url, method: 'POST', ...request, headers });
    return body.json();
  };
  for (let round = 0; round < warmUp; round++) {
    await bare();
    await search();
  }
  const ownTimes: number[] = [];
  const peerTimes: number[] = [];
  for (let round = 0; round < rounds; round++) {
    // Whoever goes second may have to clear up after the first one.
    if (round % 2 === 0) ownTimes.push(await time(search));
    peerTimes.push(await time(bare));
    if (round % 2 === 1) ownTimes.push(await time(search));
  }
  await Promise.all([shop.close(), agent.close()]);
  const ownMs = median(ownTimes);
  const peerMs = median(peerTimes);
  return { name: 'search', peer: 'undici, the same request', peerMs, ownMs, ratio: ownMs / peerMs, goal: 1.1 };
}

/** Each in a process of its own. When it grows depends on when its garbage is collected. */
function measureSaving(): number {
  const args = ['--expose-gc', path.join(import.meta.dirname, 'shopMemory.ts'), url, String(megabytes)];
  const grown = () => Number(execFileSync(process.execPath, args, { encoding: 'utf8' }));
  return median(Array.from({ length: saves }, grown));
}

async function countRenewals(): Promise<number> {
  let now = 0;
  const shop = createShop({ url, admin }, { now: () => now });
  const search = () => shop.search({ api: 'admin', ...request });
  await search();
  const before = await signIns();
  now += 3_600_000;
  await Promise.all(Array.from({ length: requests }, search));
  await shop.close();
  return (await signIns()) - before;
}

async function signIns(): Promise<number> {
  return Number(await (await fetch(`${url}/api/sign-ins`)).text());
}

async function time(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}
