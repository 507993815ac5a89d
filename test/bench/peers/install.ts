// Installs what is compared with, the first time it is needed.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runToEnd } from '../../host/processes.ts';
import { say, sentence, step } from '../../host/progress.ts';

const here = import.meta.dirname;
const stamp = path.join(here, 'node_modules', '.installed');

/** The folder of the peers; undefined, said aloud, where they cannot be installed. */
export async function installPeers(): Promise<string | undefined> {
  const lock = await readFile(path.join(here, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === wanted) return here;
  try {
    await step('Installing the peers to compare with (100 MB, only this once)', async () => {
      await runToEnd('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: here });
      await writeFile(stamp, wanted);
    });
    return here;
  } catch (error) {
    const [why] = sentence(error).split('\n');
    say(`SKIPPED: all comparisons with other language services: they cannot be installed. ${why}`);
    return undefined;
  }
}
