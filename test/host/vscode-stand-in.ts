// Takes the place of a desktop VS Code for `@vscode/test-electron`: takes the same arguments, runs them in
// code-server and a browser without a window, and ends with the same exit codes. What the workbench logs, of which
// there is much, goes into a file.
import { createWriteStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { format, parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { findBrowser, launchBrowser, noBrowser } from './browser.ts';
import { installVsix, startCodeServer } from './codeServer.ts';
import { endWithParent } from './ending.ts';
import { workbenchUrl } from './open.ts';
import { say, sentence } from './progress.ts';

const { values, positionals } = parseArgs({
  // `code` has many more flags that mean nothing here (--no-sandbox, --skip-welcome, …).
  strict: false,
  allowPositionals: true,
  options: {
    'user-data-dir': { type: 'string' },
    'extensions-dir': { type: 'string' },
    extensionDevelopmentPath: { type: 'string', multiple: true },
    extensionTestsPath: { type: 'string' },
    'install-extension': { type: 'string', multiple: true },
    'disable-workspace-trust': { type: 'boolean' },
  },
});

function needed(name: 'user-data-dir' | 'extensions-dir' | 'extensionTestsPath'): string {
  const value = values[name];
  if (typeof value !== 'string') throw new Error(`The stand-in for VS Code needs --${name}.`);
  return value;
}

function list(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** What `developInPage.js` needs to know: paths on this machine. */
interface Development {
  readonly extensions: readonly string[];
  readonly tests: string;
}

const outputFolder = path.join(import.meta.dirname, '..', 'output');
const logFile = path.join(outputFolder, 'vscode-stand-in.log');

/** Settles with the exit code that the workbench reports once the tests have run. */
async function testsEnd(page: Page, url: string, development: Development): Promise<number> {
  await mkdir(outputFolder, { recursive: true });
  const log = createWriteStream(logFile);
  await page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) => {
    log.write(`${type}: ${format(...args)}\n`);
  });
  const exitCode = new Promise<number>((resolve, reject) => {
    page.exposeFunction('codeAutomationExit', resolve).catch(reject);
    page.once('crash', () => reject(new Error('The page of the workbench crashed.')));
    page.once('close', () => reject(new Error('The page of the workbench was closed.')));
  });
  const script = await readFile(path.join(import.meta.dirname, 'developInPage.js'), 'utf8');
  await page.addInitScript({ content: `const developmentFolders = ${JSON.stringify(development)};\n${script}` });
  await page.goto(url);
  return exitCode;
}

async function runTests(): Promise<number> {
  const development = { extensions: list(values.extensionDevelopmentPath), tests: needed('extensionTestsPath') };
  const folder = positionals[0] ?? development.extensions[0] ?? process.cwd();
  const profile = { userDataDir: needed('user-data-dir'), extensionsDir: needed('extensions-dir') };
  const executablePath = await findBrowser();
  if (executablePath === undefined) throw new Error(noBrowser);
  const server = await startCodeServer(profile, values['disable-workspace-trust'] === true);
  const browser = await launchBrowser(executablePath);
  try {
    const code = await testsEnd(await browser.newPage(), workbenchUrl(server, folder), development);
    if (code !== 0) say(`The tests ended with ${code}; what VS Code logged is in ${logFile}`);
    return code;
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function main(): Promise<number> {
  const vsix = list(values['install-extension']);
  if (vsix.length === 0) return runTests();
  const profile = { userDataDir: needed('user-data-dir'), extensionsDir: needed('extensions-dir') };
  for (const file of vsix) await installVsix(file, profile);
  return 0;
}

endWithParent();
try {
  process.exitCode = await main();
} catch (error) {
  say(sentence(error));
  process.exitCode = 1;
}
