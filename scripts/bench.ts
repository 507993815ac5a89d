// Measures speed as ratios against a peer in the same run, memory and size, and writes them into docs/benchmarks.md.
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import type { Comparison } from '../test/bench/measure.ts';
import { median } from '../test/bench/measure.ts';
import { packageExtension } from './package.ts';

const root = path.dirname(import.meta.dirname);
const PAGE = path.join(root, 'docs', 'benchmarks.md');
const START = '<!-- figures -->';
const END = '<!-- end of figures -->';

interface CoreFigures {
  readonly lines: number;
  readonly heapAfterLoad: number;
  readonly comparisons: readonly Comparison[];
}

const temporary = await mkdtemp(path.join(tmpdir(), 'bench-'));
try {
  const packed = await packageExtension();
  const core = await measureCore();
  const start = await measureStart();
  const figures = [table(core), startLine(start), memoryLine(core), sizeTable(packed)].join('\n\n');
  console.log(`\n${figures}`);
  await writeFigures(figures);
  const missed = core.comparisons.filter(({ ratio, goal }) => ratio > goal);
  for (const { name, ratio, goal } of missed) console.error(`Missed: ${name}: ${ratio.toFixed(2)}, goal ${goal}`);
  process.exitCode = missed.length > 0 ? 1 : 0;
} finally {
  await rm(temporary, { recursive: true, force: true });
}

async function measureCore(): Promise<CoreFigures> {
  const outfile = path.join(temporary, 'core.mjs');
  await build({
    entryPoints: [path.join(root, 'test', 'bench', 'core.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--expose-gc', outfile], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The measurement failed: ${stderr}`);
  return JSON.parse(stdout);
}

/** From starting the command line to its first findings, against starting Node and doing nothing. */
async function measureStart(): Promise<{ readonly ownMs: number; readonly bareMs: number }> {
  const file = path.join(temporary, 'product.swcriteria.json');
  await writeFile(file, '{ "limit": 5 }\n');
  const own: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < 11; round++) {
    bare.push(timeOf(['-e', '0']));
    own.push(timeOf([path.join(root, 'dist', 'cli.js'), 'check', file]));
  }
  return { ownMs: median(own), bareMs: median(bare) };
}

function timeOf(args: readonly string[]): number {
  const start = performance.now();
  spawnSync(process.execPath, args, { stdio: 'ignore' });
  return performance.now() - start;
}

function table({ lines, comparisons }: CoreFigures): string {
  const rows = comparisons.map(
    ({ name, peer, peerMs, ownMs, ratio, goal }) =>
      `| ${name} | ${ownMs.toFixed(2)} | ${peer}: ${peerMs.toFixed(2)} | ${ratio.toFixed(2)} | ≤ ${goal} |`,
  );
  return [
    `A criteria of ${lines} lines with one typo:`,
    '',
    '| what | ms | peer, ms | ratio | goal |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function startLine({ ownMs, bareMs }: { readonly ownMs: number; readonly bareMs: number }): string {
  return `Start to first findings (\`swcriteria check\` of one file, bundled schema): ${ownMs.toFixed(0)} ms, ${(ownMs / bareMs).toFixed(1)} × a bare Node (${bareMs.toFixed(0)} ms).`;
}

function memoryLine({ heapAfterLoad }: CoreFigures): string {
  return `Heap taken by one schema and one analysed document of that length: ${(heapAfterLoad / 1024 / 1024).toFixed(1)} MiB.`;
}

function sizeTable({ bytes, contents }: Awaited<ReturnType<typeof packageExtension>>): string {
  const rows = contents.slice(0, 8).map((entry) => `| ${entry.path} | ${(entry.bytes / 1024).toFixed(0)} |`);
  return [
    `The packaged extension: ${(bytes / 1024).toFixed(0)} KB (goal: below 1,536). The largest files, unpacked:`,
    '',
    '| file | KB |',
    '| --- | --- |',
    ...rows,
  ].join('\n');
}

async function writeFigures(figures: string): Promise<void> {
  const page = await readFile(PAGE, 'utf8');
  const [head = '', rest = ''] = page.split(START);
  const tail = rest.split(END)[1] ?? '\n';
  const taken = `Taken on Node ${process.versions.node}, ${cpus().length} cores.`;
  await writeFile(PAGE, `${head}${START}\n\n${taken}\n\n${figures}\n\n${END}${tail}`);
}
