// Makes the VSIX: builds, packs what users need and nothing else, and says how large it is and what takes the space.
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { buildAll } from './build.ts';
import { isShipped, shipped, withoutPictures } from './shipped.ts';

const root = path.dirname(import.meta.dirname);

/** What of the manifest is for contributors only. */
const unshippedKeys = new Set(['private', 'scripts', 'devDependencies', 'overrides', 'allowScripts']);

/** A packed extension. */
export interface PackagedExtension {
  /** The path of the VSIX. */
  readonly file: string;
  /** The size of the VSIX. */
  readonly bytes: number;
  /** What is in it: path and bytes before packing, the largest first. */
  readonly contents: readonly { readonly path: string; readonly bytes: number }[];
}

/** Fills an empty folder with exactly what goes into the package. */
async function stage(folder: string, manifest: Record<string, unknown>): Promise<void> {
  const filter = (file: string) => isShipped(path.relative(root, file));
  for (const entry of shipped) await cp(path.join(root, entry), path.join(folder, entry), { recursive: true, filter });
  const readme = await readFile(path.join(root, 'README.md'), 'utf8');
  await writeFile(path.join(folder, 'README.md'), withoutPictures(readme));
  const entries = Object.entries(manifest).filter(([key]) => !unshippedKeys.has(key));
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(Object.fromEntries(entries), null, 2));
}

async function contentsOf(folder: string): Promise<PackagedExtension['contents']> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const sized = await Promise.all(
    files.map(async (file) => ({ path: path.relative(folder, file), bytes: (await stat(file)).size })),
  );
  return sized.sort((a, b) => b.bytes - a.bytes);
}

/** Packs a folder as it is. What vsce says is only shown, as the error, when it fails. */
async function vsce(folder: string, file: string): Promise<void> {
  const program = path.join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  const args = ['package', '--out', file, '--no-dependencies', '--allow-missing-repository'];
  // There is no public address yet that links of the README could lead to: they lead to what is packed beside it.
  await promisify(execFile)(process.execPath, [program, ...args, '--no-rewrite-relative-links'], { cwd: folder });
}

/** Builds and packs the extension into `NAME-VERSION.vsix` at the top of the project. */
export async function packageExtension(): Promise<PackagedExtension> {
  await buildAll();
  const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  const file = path.join(root, `${manifest.name}-${manifest.version}.vsix`);
  const folder = await mkdtemp(path.join(tmpdir(), 'swcriteria-package-'));
  try {
    await stage(folder, manifest);
    await vsce(folder, file);
    return { file, bytes: (await stat(file)).size, contents: await contentsOf(folder) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1).padStart(8)} KB`;
}

if (process.argv[1] === import.meta.filename) {
  const { file, bytes, contents } = await packageExtension();
  for (const entry of contents) console.log(`${kilobytes(entry.bytes)}  ${entry.path}`);
  console.log(`${kilobytes(bytes)}  ${path.basename(file)}, packed`);
}
