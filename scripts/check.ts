// Types, lint, format and the import arrows, in one command. Ends with 1 when anything is to be mended.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);

const steps = [
  ['types', 'tsc', ['-p', 'tsconfig.json']],
  ['types of the webview', 'tsc', ['-p', 'client/src/results/webview/tsconfig.json']],
  ['lint, format, import arrows', 'biome', ['check', '--error-on-warnings', '.']],
] as const;

let failed = false;
for (const [title, command, args] of steps) {
  console.log(`• ${title}`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  failed ||= status !== 0;
}
process.exit(failed ? 1 : 0);
