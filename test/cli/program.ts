// The command line as a program of its own: bundled as scripts/build.ts does it, run as a child process.
import { spawn } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.join(import.meta.dirname, '..', '..');

/** What a run of the program ended with. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a run is started. */
export interface RunOptions {
  /** The current folder. */
  readonly folder?: string;
  /** All that the program sees of the environment, besides a data folder of its own. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly stdin?: string | Buffer;
}

/** The built program, in a folder that goes away. */
export class Program implements AsyncDisposable {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  static async build(): Promise<Program> {
    const folder = await mkdtemp(path.join(tmpdir(), 'swcriteria-cli-'));
    await build({
      absWorkingDir: root,
      entryPoints: { cli: 'cli/src/main.ts' },
      outdir: path.join(folder, 'dist'),
      chunkNames: 'chunks/[name]-[hash]',
      bundle: true,
      minify: true,
      splitting: true,
      platform: 'node',
      format: 'esm',
      target: 'node20.18',
      mainFields: ['module', 'main'],
      legalComments: 'none',
      banner: {
        js: "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);",
      },
    });
    await copyFile(path.join(root, 'package.json'), path.join(folder, 'package.json'));
    return new Program(folder);
  }

  /** The path of the bundle, for who starts it in a way of its own. */
  get file(): string {
    return path.join(this.#folder, 'dist', 'cli.js');
  }

  /** The environment of a run: nothing of the developer's own reaches the program. */
  environment(more: Readonly<Record<string, string>> = {}): Record<string, string> {
    return { XDG_DATA_HOME: path.join(this.#folder, 'data'), ...more };
  }

  async run(args: readonly string[], { folder = this.#folder, environment, stdin }: RunOptions = {}): Promise<Ended> {
    const child = spawn(process.execPath, [this.file, ...args], { cwd: folder, env: this.environment(environment) });
    const stdout = collect(child.stdout);
    const stderr = collect(child.stderr);
    child.stdin.end(stdin);
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    return { code, stdout: stdout(), stderr: stderr() };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }
}

function collect(stream: NodeJS.ReadableStream): () => string {
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString('utf8');
}
