// Measures speed and memory as ratios against peers in the same run, and size, and writes it into docs/benchmarks.md.
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import type { CoreFigures } from '../test/bench/core.ts';
import type { DemoFigures } from '../test/bench/demo.ts';
import type { Comparison } from '../test/bench/measure.ts';
import { median } from '../test/bench/measure.ts';
import { amount, comparisonTable, type Limit, limitTable, sizeTable } from '../test/bench/page.ts';
import { installPeers } from '../test/bench/peers/install.ts';
import type { ShopFigures } from '../test/bench/shop.ts';
import type { StdioFigures } from '../test/bench/stdio.ts';
import { step } from '../test/host/progress.ts';
import { requireShim } from './build.ts';
import { packageExtension } from './package.ts';

const root = path.dirname(import.meta.dirname);
const PAGE = path.join(root, 'docs', 'benchmarks.md');
const START = '<!-- figures -->';
const END = '<!-- end of figures -->';
const program = path.join(root, 'dist', 'cli.js');

const temporary = await mkdtemp(path.join(tmpdir(), 'bench-'));
try {
  const packed = await packageExtension();
  const peers = await installPeers();
  const withPeers = peers === undefined ? [] : [peers];
  const core: CoreFigures = await step('Measuring in process', async () => run(await bundle('core'), withPeers));
  const heap = await step('Measuring the heap', () => measureHeap(peers));
  const stdio: StdioFigures = await step('Measuring over stdio', async () =>
    run(script('stdio'), [program, ...withPeers]),
  );
  const shop: ShopFigures = await step('Measuring the shop client', async () => run(script('shop'), []));
  const demo: DemoFigures = await step('Measuring the demo shop', async () => run(script('demo'), []));
  const start = await measureStart();
  const comparisons = [
    ...core.comparisons,
    ...stdio.comparisons,
    ...memoryComparisons(stdio, heap),
    shop.search,
    ...demo.comparisons,
  ];
  const limits = limitsOf(core, stdio, shop, packed.bytes);
  const parts = [
    ...(peers === undefined
      ? ['The peers could not be installed in this run: only what needs none was measured.']
      : []),
    comparisonTable(comparisons),
    limitTable(limits),
    `Start to first findings: ${amount(stdio.coldStart.ownMs)} ms over stdio, ${amount(start)} ms by \`swcriteria check\`; a Node that does nothing takes ${amount(stdio.coldStart.bareMs)} ms.`,
    `The demo shop, from nothing until it answers: ${amount(demo.openMs)} ms.`,
    sizeTable(packed),
  ];
  console.log(`\n${parts.join('\n\n')}`);
  await writeFigures(parts.join('\n\n'));
  const missed = [
    ...comparisons
      .filter(({ ratio, goal }) => ratio > goal)
      .map(({ name, ratio, goal }) => `${name}: ${ratio.toFixed(2)}, goal ${goal}`),
    ...limits
      .filter(({ value, goal }) => value > goal)
      .map(({ name, value, goal }) => `${name}: ${amount(value)}, goal ${goal}`),
  ];
  for (const line of missed) console.error(`Missed: ${line}`);
  process.exitCode = missed.length > 0 ? 1 : 0;
} finally {
  await rm(temporary, { recursive: true, force: true });
}

function script(name: string): string {
  return path.join(root, 'test', 'bench', `${name}.ts`);
}

/** In one file, as the product is. */
async function bundle(name: string): Promise<string> {
  const outfile = path.join(temporary, `${name}.mjs`);
  await build({
    entryPoints: [script(name)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: { js: requireShim },
    logLevel: 'warning',
  });
  return outfile;
}

/** What a measuring program prints. */
function run(file: string, args: readonly string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--expose-gc', file, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${path.basename(file)} failed: ${stderr}`);
  return JSON.parse(stdout);
}

interface Heap {
  readonly own: number;
  readonly peers: readonly { readonly name: string; readonly bytes: number }[];
}

async function measureHeap(peers: string | undefined): Promise<Heap> {
  const file = await bundle('heap');
  const bytesOf = (subject: string): number => run(file, [subject, peers ?? '']).bytes;
  const names =
    peers === undefined
      ? []
      : [
          { name: 'JSON service', subject: 'json' },
          { name: 'GraphQL service', subject: 'graphql' },
        ];
  return { own: bytesOf('own'), peers: names.map(({ name, subject }) => ({ name, bytes: bytesOf(subject) })) };
}

function memoryComparisons({ peak }: StdioFigures, heap: Heap): readonly Comparison[] {
  const mib = (bytes: number) => bytes / 1024 / 1024;
  const row = (name: string, peer: string, own: number, other: number, goal: number): Comparison => {
    return { name, peer, ownMs: mib(own), peerMs: mib(other), ratio: own / other, goal };
  };
  const [least] = [...heap.peers].sort((a, b) => a.bytes - b.bytes);
  return [
    ...(peak?.peer === undefined
      ? []
      : [row('peak memory at the first diagnostics, MiB', 'vscode-json-language-server', peak.own, peak.peer, 0.85)]),
    ...(least ? [row('heap after load, MiB', least.name, heap.own, least.bytes, 1)] : []),
  ];
}

function limitsOf(
  core: CoreFigures,
  { items, session }: StdioFigures,
  { save, renewals }: ShopFigures,
  packed: number,
): readonly Limit[] {
  const { memory } = session;
  return [
    { name: 'deep search of a path of three steps, ms', value: core.deepSearch.ms, goal: core.deepSearch.goalMs },
    { name: 'items offered in a path, the most', value: Math.max(...items), goal: 99 },
    {
      name: `p95 of ${session.edits} edits of 300 lines, each with diagnostics and completion, ms`,
      value: session.p95Ms,
      goal: 16,
    },
    ...(memory
      ? [
          {
            name: 'memory after 16 such sessions, in relation to after 8',
            value: memory.late / memory.early,
            goal: 1.1,
          },
        ]
      : []),
    {
      name: `memory to save an answer of ${save.megabytes} MB, MiB`,
      value: save.bytes / 1024 / 1024,
      goal: save.goalBytes / 1024 / 1024,
    },
    {
      name: `sign-ins for ${renewals.requests} requests at once when the token has ended`,
      value: renewals.signIns,
      goal: renewals.goal,
    },
    { name: 'the packaged extension, KB', value: packed / 1024, goal: 1536 },
  ];
}

/** Milliseconds from starting the command line to its first findings. */
async function measureStart(): Promise<number> {
  const file = path.join(temporary, 'product.swcriteria.json');
  await writeFile(file, '{ "limit": 5 }\n');
  const times = Array.from({ length: 11 }, () => {
    const begun = performance.now();
    spawnSync(process.execPath, [program, 'check', file], { stdio: 'ignore' });
    return performance.now() - begun;
  });
  return median(times);
}

async function writeFigures(figures: string): Promise<void> {
  const page = await readFile(PAGE, 'utf8');
  const [head = '', rest = ''] = page.split(START);
  const tail = rest.split(END)[1] ?? '\n';
  const taken = `Taken on Node ${process.versions.node}, ${cpus().length} cores.`;
  await writeFile(PAGE, `${head}${START}\n\n${taken}\n\n${figures}\n\n${END}${tail}`);
}
