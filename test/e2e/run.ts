// Runs the end-to-end tests in a real VS Code in a browser: node scripts/run.mjs test/e2e/run.ts
//   --vsix FILE   takes a package that exists; else one is made
//   --pictures    renews the pictures of the documentation, docs/images/
//   --only NAME   runs NAME.e2e.ts alone
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { parseArgs } from 'node:util';
import { packageExtension } from '../../scripts/package.ts';
import { findBrowser, noBrowser } from '../host/browser.ts';
import { endWithParent } from '../host/ending.ts';
import { installCodeServer } from '../host/install.ts';
import { equip } from './context.ts';

const here = import.meta.dirname;

async function testFiles(only: string | undefined): Promise<string[]> {
  const names = (await readdir(here)).filter((name) => name.endsWith('.e2e.ts'));
  const chosen = only === undefined ? names : names.filter((name) => name === `${only}.e2e.ts`);
  if (chosen.length === 0) throw new Error(`No such test. There are: ${names.join(', ')}`);
  return chosen.map((name) => path.join(here, name));
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { vsix: { type: 'string' }, pictures: { type: 'boolean', default: false }, only: { type: 'string' } },
  });
  const browser = await findBrowser();
  if (browser === undefined) {
    console.log(`SKIPPED: the end-to-end tests. ${noBrowser}`);
    return;
  }
  const files = await testFiles(values.only);
  await installCodeServer();
  equip({ browser, vsix: values.vsix ?? (await packageExtension()).file, pictures: values.pictures });
  const events = run({ files, isolation: 'none', concurrency: false });
  events.on('test:fail', () => {
    process.exitCode = 1;
  });
  events.compose(spec).pipe(process.stdout);
}

endWithParent();
await main();
