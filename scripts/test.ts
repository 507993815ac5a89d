// The whole test run: build, check, unit and built specs, then a real VS Code where one can be had.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);

const steps = [
  ['build', process.execPath, ['scripts/build.ts']],
  ['check', process.execPath, ['scripts/check.ts']],
  ['unit, property, protocol and command line specs', 'vitest', ['run']],
] as const;

const failures: string[] = [];
for (const [title, command, args] of steps) {
  console.log(`\n=== ${title}`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) failures.push(title);
}
console.log(failures.length === 0 ? '\nAll passed.' : `\nFailed: ${failures.join('; ')}`);
process.exit(failures.length === 0 ? 0 : 1);
