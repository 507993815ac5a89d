// Runs a script of this project under the project's own Node, after installing what is missing.
// Plain JavaScript, because the Node that starts it may be too old for TypeScript:
//   node scripts/run.mjs test/all.ts --flag
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);
const stamp = path.join(root, 'node_modules', '.package-lock.json');
const projectNode = path.join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

function installed() {
  if (!existsSync(stamp) || !existsSync(projectNode)) return false;
  return statSync(stamp).mtimeMs >= statSync(path.join(root, 'package-lock.json')).mtimeMs;
}

if (!installed()) {
  process.stderr.write('Installing dependencies (npm ci) …\n');
  const install = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (install.status !== 0) fail('npm ci failed; its messages above say why.');
}

const [script, ...args] = process.argv.slice(2);
if (script === undefined) fail('usage: node scripts/run.mjs SCRIPT [ARGUMENT]…');
const child = spawnSync(projectNode, [path.join(root, script), ...args], {
  stdio: 'inherit',
  env: { ...process.env, PATH: `${path.join(root, 'node_modules', '.bin')}${path.delimiter}${process.env.PATH ?? ''}` },
});
process.exit(child.status ?? 1);
