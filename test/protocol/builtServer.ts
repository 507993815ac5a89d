import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.join(import.meta.dirname, '..', '..');

/** Bundles the server alone, as the build does, so that the test speaks with what is shipped. Its path. */
export async function buildServer(): Promise<string> {
  const outdir = await mkdtemp(path.join(tmpdir(), 'swcriteria-server-'));
  await build({
    absWorkingDir: root,
    entryPoints: { server: 'server/src/main.ts' },
    outdir,
    bundle: true,
    platform: 'node',
    format: 'esm',
    splitting: true,
    target: 'node20.18',
    mainFields: ['module', 'main'],
    outExtension: { '.js': '.mjs' },
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
  return path.join(outdir, 'server.mjs');
}
