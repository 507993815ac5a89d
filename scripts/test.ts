// The whole test run: check, package, specs in memory and over the built programs, then a real VS Code where one can be
// had. Goes on after a failure, so that one run tells all; ends with 1 when anything failed.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);
const manifest: unknown = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const { name, version } = Object(manifest);
const vsix = path.join(root, `${name}-${version}.vsix`);

const steps = [
  ['build and package', process.execPath, ['scripts/package.ts']],
  ['types, lint, import arrows', process.execPath, ['scripts/check.ts']],
  ['unit, property, protocol and command line specs', 'vitest', ['run']],
  ['the extension in its host', process.execPath, ['test/extension/run.ts', '--vsix', vsix]],
  ['the whole way in a real VS Code', process.execPath, ['test/e2e/run.ts', '--vsix', vsix]],
] as const;

const failures: string[] = [];
for (const [title, command, args] of steps) {
  console.log(`\n=== ${title}`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) failures.push(title);
}
console.log(failures.length === 0 ? '\nAll passed.' : `\nFailed: ${failures.join('; ')}`);
process.exitCode = failures.length === 0 ? 0 : 1;
