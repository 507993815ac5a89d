// The command line as a program of its own: bundled as the build does it, run as a child process.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
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
  /** All that the program sees of the environment, besides a data folder of its own. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly stdin?: string | Buffer;
}

/** The built program with a folder to work in; both go away with it. */
export class Program implements AsyncDisposable {
  readonly #home: string;
  /** The current folder of every run. */
  readonly folder: string;
  /** The path of the bundle. */
  readonly file: string;

  constructor(home: string) {
    this.#home = home;
    this.folder = path.join(home, 'work');
    this.file = path.join(home, 'dist', 'cli.js');
  }

  static async build(): Promise<Program> {
    const program = new Program(await mkdtemp(path.join(tmpdir(), 'swcriteria-cli-')));
    await build({
      absWorkingDir: root,
      entryPoints: { cli: 'cli/src/main.ts' },
      outdir: path.dirname(program.file),
      chunkNames: 'chunks/[name]-[hash]',
      bundle: true,
      minify: true,
      splitting: true,
      platform: 'node',
      format: 'esm',
      target: 'node20.18',
      mainFields: ['module', 'main'],
      legalComments: 'none',
      logLevel: 'warning',
      banner: {
        js: "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);",
      },
    });
    await copyFile(path.join(root, 'package.json'), path.join(program.#home, 'package.json'));
    await mkdir(program.folder);
    return program;
  }

  /** Writes files into the current folder of the runs. */
  async write(files: Readonly<Record<string, string | Buffer>>): Promise<void> {
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(this.folder, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, content);
    }
  }

  /** Starts the program; nothing of the developer's own environment reaches it. */
  start(args: readonly string[], environment: Readonly<Record<string, string>> = {}): ChildProcess {
    const env = { XDG_DATA_HOME: path.join(this.#home, 'data'), ...environment };
    return spawn(process.execPath, [this.file, ...args], { cwd: this.folder, env });
  }

  async run(args: readonly string[], { environment, stdin = '' }: RunOptions = {}): Promise<Ended> {
    const child = this.start(args, environment);
    const { stdin: input, stdout, stderr } = child;
    if (!input || !stdout || !stderr) throw new Error('The program has no pipes.');
    // A program that ends without reading its input is none of our concern.
    input.on('error', () => {});
    input.end(stdin);
    const ended = once(child, 'close');
    const [out, err] = await Promise.all([text(stdout), text(stderr)]);
    await ended;
    return { code: child.exitCode, stdout: out, stderr: err };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.#home, { recursive: true, force: true });
  }
}
