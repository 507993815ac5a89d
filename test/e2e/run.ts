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
import { twice } from '../host/twice.ts';
import { equip } from './context.ts';

const here = import.meta.dirname;

const suffix = '.e2e.ts';

async function testNames(only: string | undefined): Promise<readonly string[]> {
  const files = (await readdir(here)).filter((name) => name.endsWith(suffix));
  const names = files.map((file) => file.slice(0, -suffix.length));
  const chosen = only === undefined ? names : names.filter((name) => name === only);
  if (chosen.length === 0) throw new Error(`No such test. There are: ${names.join(', ')}`);
  return chosen;
}

/** The names of the files in which anything failed. Each has a process of its own, so that it can be run again. */
async function runFiles(names: readonly string[]): Promise<readonly string[]> {
  const fileOf = (name: string) => path.join(here, `${name}${suffix}`);
  const events = run({ files: names.map(fileOf), isolation: 'process', concurrency: false });
  const failed = new Set<string | undefined>();
  events.on('test:fail', ({ file }) => failed.add(file));
  for await (const line of events.compose(new spec())) process.stdout.write(line);
  return failed.has(undefined) ? names : names.filter((name) => failed.has(fileOf(name)));
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
  const names = await testNames(values.only);
  await installCodeServer();
  equip({ browser, vsix: values.vsix ?? (await packageExtension()).file, pictures: values.pictures });
  const failed = await twice(names, runFiles);
  if (failed.length > 0) process.exitCode = 1;
}

endWithParent();
await main();
