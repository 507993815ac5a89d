// Writes a large answer of the shop at the address given to a file, and prints by how many bytes this process grew.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createShop } from '../../shop/src/index.ts';

const megabyte = 1024 * 1024;
const [, , url = '', megabytes = ''] = process.argv;
const shop = createShop({ url, admin: { clientId: 'SWIABENCH', clientSecret: 'of the bench' } });
const folder = await mkdtemp(path.join(tmpdir(), 'bench-'));
try {
  await save(1, () => {});
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let highest = before;
  await save(Number(megabytes), () => {
    highest = Math.max(highest, process.memoryUsage.rss());
  });
  process.stdout.write(String(highest - before));
} finally {
  await shop.close();
  await rm(folder, { recursive: true });
}

/** Saves an answer of a size; `look` is called at least once a megabyte. */
async function save(size: number, look: () => void): Promise<void> {
  let seen = 0;
  const onProgress = (bytes: number) => {
    if (bytes - seen < megabyte / 2) return;
    seen = bytes;
    look();
  };
  const request = { api: 'admin', path: `/api/search/large-${size}`, body: '{}', onProgress } as const;
  const { bytes } = await shop.saveTo(request, path.join(folder, 'answer.json'));
  if (bytes !== size * megabyte) throw new Error(`${bytes} bytes of ${size} MB were saved.`);
}
