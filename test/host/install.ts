// Installs code-server, a whole VS Code from the npm registry, the first time it is needed.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runToEnd } from './processes.ts';
import { step } from './progress.ts';

const here = import.meta.dirname;
const modules = path.join(here, 'node_modules');
const stamp = path.join(modules, '.installed');
const windows = process.platform === 'win32';

/** The program that starts code-server, to be run by the Node that runs this. */
export const codeServerEntry = path.join(modules, 'code-server', 'out', 'node', 'entry.js');

function npm(cwd: string, args: readonly string[]): Promise<string> {
  // npm runs under the Node that it finds first: code-server's packages want this one.
  const PATH = `${path.dirname(process.execPath)}${path.delimiter}${process.env.PATH ?? ''}`;
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund'];
  return runToEnd('npm', [...args, ...flags], { cwd, env: { ...process.env, PATH } });
}

/**
 * Makes sure that code-server is there; quick when it is. Install scripts stay off: what they would
 * compile (Kerberos and the like) is not needed, and terminal and search ship prebuilt.
 * Throws a sentence where code-server cannot run.
 */
export async function installCodeServer(): Promise<void> {
  if (windows) throw new Error('code-server does not run on Windows: install VS Code there, or use WSL.');
  const wanted = createHash('sha256')
    .update(await readFile(path.join(here, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === wanted) return;
  await step('Installing code-server, a VS Code from the npm registry (600 MB, only this once)', async () => {
    await npm(here, ['ci']);
    await npm(path.join(modules, 'code-server', 'lib', 'vscode'), ['install', '--omit=dev']);
    await writeFile(stamp, wanted);
  });
}
