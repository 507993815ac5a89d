// The tables of docs/benchmarks.md.
import type { PackagedExtension } from '../../scripts/package.ts';
import type { Comparison } from './measure.ts';

/** A figure that has no peer. */
export interface Limit {
  readonly name: string;
  readonly value: number;
  readonly goal: number;
}

/** A figure as short as it may be read. */
export function amount(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(2);
}

/** What was measured against peers. */
export function comparisonTable(comparisons: readonly Comparison[]): string {
  const rows = comparisons.map(({ name, peer, peerMs, ownMs, ratio, goal, slower = [] }) => {
    const others = slower.map((other) => `${other.name}: ${amount(other.ms)}`);
    const peers = [`${peer}: ${amount(peerMs)}`, ...others].join('; ');
    return `| ${name} | ${amount(ownMs)} | ${peers} | ${ratio.toFixed(2)} | ≤ ${goal} | ${verdict(ratio, goal)} |`;
  });
  return ['| what | ms | peers, ms | ratio | goal | |', '| --- | --- | --- | --- | --- | --- |', ...rows].join('\n');
}

/** What has a goal of its own. */
export function limitTable(limits: readonly Limit[]): string {
  const rows = limits.map(
    ({ name, value, goal }) => `| ${name} | ${amount(value)} | ≤ ${goal} | ${verdict(value, goal)} |`,
  );
  return ['| what | figure | goal | |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** What takes the space in the package. */
export function sizeTable({ contents }: PackagedExtension): string {
  const rows = contents.slice(0, 8).map((entry) => `| ${entry.path} | ${(entry.bytes / 1024).toFixed(0)} |`);
  return ['The largest files of the packaged extension, unpacked:', '', '| file | KB |', '| --- | --- |', ...rows].join(
    '\n',
  );
}

function verdict(value: number, goal: number): string {
  return value <= goal ? '' : 'missed';
}
