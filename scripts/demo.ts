// npm run demo: the packaged extension in a real VS Code, with a sample workspace, until it is closed or Ctrl+C.
// npm run demo -- --once: the way from the welcome text to rows, unattended; prints the rows and takes a picture.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { openDemoShop, runActiveCriteria } from '../test/e2e/journey.ts';
import type { ShownResults } from '../test/e2e/page/results.ts';
import { openFile } from '../test/e2e/page/workbench.ts';
import { findBrowser, noBrowser } from '../test/host/browser.ts';
import { installVsix, startCodeServer } from '../test/host/codeServer.ts';
import { desktopCode } from '../test/host/desktop.ts';
import { endWithParent } from '../test/host/ending.ts';
import { installCodeServer } from '../test/host/install.ts';
import { openVSCode, workbenchUrl } from '../test/host/open.ts';
import { runToEnd } from '../test/host/processes.ts';
import { createProfile } from '../test/host/profile.ts';
import { say, sentence, step } from '../test/host/progress.ts';
import { sampleWorkspace } from '../test/host/sample.ts';
import { packageExtension } from './package.ts';

const output = path.join(import.meta.dirname, '..', 'test', 'output');
const sample = 'in-stock.product.swcriteria.json';

const whatToDo = `
  1. Click the Shopware icon in the activity bar, then "Open Demo Shop".
  2. Open ${sample} and press "Run Criteria".
`;

async function inDesktop(code: string, vsix: string): Promise<void> {
  const { userDataDir, extensionsDir } = await createProfile();
  const folders = ['--user-data-dir', userDataDir, '--extensions-dir', extensionsDir];
  // Electron refuses to run as root with its sandbox.
  if (process.getuid?.() === 0) folders.push('--no-sandbox');
  await step('Installing the extension into a fresh profile', () =>
    runToEnd(code, [...folders, '--install-extension', vsix], {}),
  );
  say(`VS Code opens in a window of its own; your own settings and extensions stay as they are.\n${whatToDo}`);
  say('Close the window, or press Ctrl+C here, to end the demo.');
  await runToEnd(code, [...folders, '--new-window', '--wait', await sampleWorkspace()], {});
}

async function inBrowser(vsix: string): Promise<void> {
  await installCodeServer();
  const profile = await createProfile();
  await step('Installing the extension into a fresh profile', () => installVsix(vsix, profile));
  const server = await step('Starting VS Code', () => startCodeServer(profile, true));
  console.log(`\nVS Code: ${workbenchUrl(server, await sampleWorkspace())}\n${whatToDo}`);
  say('Press Ctrl+C here to end the demo.');
  await server.ended;
  throw new Error('VS Code has ended by itself.');
}

function printResults({ columns, rows }: ShownResults): void {
  if (columns.length > 0) console.log(columns.join(' | '));
  for (const row of rows) console.log(row.join(' | '));
  console.log(`${rows.length} rows are shown in the results panel.`);
}

async function journey(page: Page): Promise<void> {
  await step('Opening the demo shop', () => openDemoShop(page));
  await step(`Opening ${sample}`, () => openFile(page, sample));
  printResults(await step('Running it', () => runActiveCriteria(page)));
}

async function once(vsix: string): Promise<void> {
  const browser = await findBrowser();
  if (browser === undefined) throw new Error(noBrowser);
  await installCodeServer();
  const folder = await sampleWorkspace();
  const opened = await step('Starting VS Code', () => openVSCode({ browser, folder, vsix: [vsix] }));
  await mkdir(output, { recursive: true });
  const picture = path.join(output, 'demo.png');
  try {
    await journey(opened.page);
  } finally {
    await opened.page.screenshot({ path: picture });
    console.log(`Picture: ${picture}`);
    await opened.close();
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { once: { type: 'boolean', default: false }, vsix: { type: 'string' } } });
  const vsix = values.vsix ?? (await step('Building and packing the extension', packageExtension)).file;
  if (values.once) return once(vsix);
  const code = desktopCode();
  return code === undefined ? inBrowser(vsix) : inDesktop(code, vsix);
}

endWithParent();
try {
  await main();
} catch (error) {
  say(`The demo failed. ${sentence(error)}`);
  process.exitCode = 1;
}
