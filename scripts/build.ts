// Bundles the four programs into dist/: what two of them need becomes one shared chunk.
import { chmod, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.dirname(import.meta.dirname);

/** Bundled CommonJS libraries call require() for Node's own modules and for vscode. */
export const requireShim =
  "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);";

/** Builds everything; `metafile` tells what each output is made of (used by the size report). */
export async function buildAll(): Promise<{ outputs: Record<string, { bytes: number }> }> {
  await rm(path.join(root, 'dist'), { recursive: true, force: true });
  const shared = {
    bundle: true,
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
    absWorkingDir: root,
  } as const;
  const node = await build({
    ...shared,
    entryPoints: {
      extension: 'client/src/extension.ts',
      server: 'server/src/main.ts',
      cli: 'cli/src/main.ts',
    },
    outdir: 'dist',
    chunkNames: 'chunks/[name]-[hash]',
    platform: 'node',
    format: 'esm',
    splitting: true,
    target: 'node20.18',
    mainFields: ['module', 'main'],
    external: ['vscode'],
    banner: { js: requireShim },
    metafile: true,
  });
  // The program `swcriteria` of package.json, also where its folder was installed before it was built again.
  await chmod(path.join(root, 'dist', 'cli.js'), 0o755);
  const webview = await build({
    ...shared,
    entryPoints: { results: 'client/src/results/webview/main.ts' },
    outdir: 'dist/webview',
    platform: 'browser',
    format: 'esm',
    target: 'es2023',
    metafile: true,
  });
  const outputs = { ...node.metafile.outputs, ...webview.metafile.outputs };
  await writeFile(
    path.join(root, 'dist', 'meta.json'),
    JSON.stringify({ node: node.metafile, webview: webview.metafile }),
  );
  return { outputs };
}

if (process.argv[1] === import.meta.filename) {
  const { outputs } = await buildAll();
  for (const [file, { bytes }] of Object.entries(outputs)) console.log(`${file}  ${(bytes / 1024).toFixed(1)} KB`);
}
