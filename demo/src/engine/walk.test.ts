import { describe, expect, it } from 'vitest';
import type { Row } from './database.ts';
import { type Check, type Step, walkBelow } from './walk.ts';

const WIDTH = 10;
const DEPTH = 6;
const ROWS: readonly Row[] = Array.from({ length: WIDTH }, (_, number) => ({ number }));

describe('a walk', () => {
  it('visits every combination that somebody reads, with nothing where nothing is joined', () => {
    const steps = chain((parent) => (parent.number === 0 ? [] : ROWS.slice(0, 2)), 2);
    expect(visited(steps, [], [1, 2])).toEqual([
      [[3, 0, null], 1],
      [[3, 1, 0], 1],
      [[3, 1, 1], 1],
    ]);
  });

  it('counts what nobody reads', () => {
    const steps = chain((parent) => (parent.number === 0 ? [] : ROWS.slice(0, 2)), 2);
    expect(visited(steps, [], [])).toEqual([[[3], 3]]);
    expect(visited(steps, [equals(2, null)], [])).toEqual([[[3], 1]]);
    expect(visited(steps, [equals(2, 1)], [1])).toEqual([[[3, 1], 1]]);
    expect(visited(steps, [equals(2, 7)], [])).toEqual([]);
  });

  it('has the same row for conditions that speak about the same alias', () => {
    const steps = chain(() => ROWS, 1);
    expect(visited(steps, [equals(1, 1), equals(1, 2)], [])).toEqual([]);
  });

  it('lets one condition speak about several branches', () => {
    const steps: readonly Step[] = [
      { parent: -1, rowsFor: () => [] },
      { parent: 0, rowsFor: () => ROWS },
      { parent: 0, rowsFor: () => ROWS },
    ];
    const same: Check = {
      aliases: new Set([1, 2]),
      condition: (combination) => combination[1]?.number === combination[2]?.number,
    };
    const times = visited(steps, [same], []).reduce((sum, [, count]) => sum + count, 0);
    expect(times).toBe(WIDTH);
  });

  it('costs the sum of the steps of a chain, not their product', () => {
    let looked = 0;
    const steps = chain(() => {
      looked++;
      return ROWS;
    }, DEPTH);
    expect(visited(steps, [equals(DEPTH, 1)], [])).toEqual([[[3], WIDTH ** (DEPTH - 1)]]);
    expect(looked).toBeLessThanOrEqual(1 + WIDTH * (DEPTH - 1));
  });
});

/** A root and `depth` aliases, each below the one before. */
function chain(rowsFor: Step['rowsFor'], depth: number): readonly Step[] {
  return Array.from({ length: depth + 1 }, (_, alias) => ({ parent: alias - 1, rowsFor }));
}

function equals(alias: number, wanted: number | null): Check {
  return {
    aliases: new Set([alias]),
    condition: (combination) => (combination[alias]?.number ?? null) === wanted,
  };
}

/** The numbers of the root and of the rows that are read, and how often the combination occurs. */
function visited(steps: readonly Step[], checks: readonly Check[], read: readonly number[]): [unknown[], number][] {
  const found: [unknown[], number][] = [];
  walkBelow(
    steps,
    0,
    checks,
    new Set(read),
  )({ number: 3 }, (combination, times) => {
    found.push([[0, ...read].map((alias) => combination[alias]?.number ?? null), times]);
  });
  return found;
}
