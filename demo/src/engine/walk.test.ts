import { describe, expect, it } from 'vitest';
import type { Row } from './database.ts';
import { type Formula, leaf } from './formula.ts';
import type { Question } from './plan.ts';
import type { SortKey } from './sortKey.ts';
import { INTEGER } from './sqlValue.ts';
import { type Step, Walk } from './walk.ts';

const WIDTH = 10;
const DEPTH = 6;
const ROWS = rowsUpTo(WIDTH);
const NOTHING_ASKED: Question = { checks: [], asked: [], keys: [], keepsFirst: false, told: [0] };

describe('a walk', () => {
  it('has the same row for conditions that speak about the same alias', () => {
    const walk = new Walk(
      chain(() => ROWS, 1),
      { ...NOTHING_ASKED, checks: [equals(1, 1), equals(1, 2)] },
    );
    expect(timesOf(walk)).toBe(0);
  });

  it('keeps the first of a column that is not grouped', () => {
    const steps = chain(() => ROWS, 2);
    const keys = [key(2, 'first')];
    const kept: unknown[] = [];
    const walk = new Walk(steps, { ...NOTHING_ASKED, keys, checks: [or(equals(1, 4), equals(2, 7))] });
    walk.visitFrom({ number: 0 }, (_, outcome) => kept.push(outcome.kept));
    expect(kept).toEqual([[7]]);
  });

  it.each([
    ['a condition at the end', { checks: [equals(DEPTH, 1)] }],
    ['conditions at each depth, one of which has to be met', { checks: [or(...depths((depth) => equals(depth, 1)))] }],
    [
      'conditions at each depth, not all of which may be met',
      { checks: [not(...depths((depth) => equals(depth, 1)))] },
    ],
    ['what is only asked, at each depth', { asked: depths((depth) => equals(depth, 1)) }],
    ['the smallest value at the end', { keys: [key(DEPTH, 'smallest')] }],
    [
      'the greatest value with a condition on the way',
      { keys: [key(DEPTH, 'greatest')], checks: [or(equals(1, 1), equals(3, 2))] },
    ],
    ['rows at the end that are told', { told: [DEPTH] }],
  ] satisfies [string, Partial<Question>][])(
    'costs the sum of the steps of a chain, not their product: %s',
    (_, asked) => {
      let looked = 0;
      const steps = chain(() => {
        looked++;
        return ROWS;
      }, DEPTH);
      const walk = new Walk(steps, { ...NOTHING_ASKED, ...asked });
      walk.visitAll(ROWS, () => undefined);
      expect(looked).toBeGreaterThan(0);
      expect(looked).toBeLessThanOrEqual(WIDTH * DEPTH);
    },
  );

  it('counts more combinations than anybody could look at', () => {
    const walk = new Walk(
      chain(() => ROWS, 12),
      { ...NOTHING_ASKED, checks: [equals(12, 1)] },
    );
    expect(timesOf(walk)).toBe(WIDTH ** 11);
  });

  it('ends like a statement with a time limit where too many rows have to be combined', () => {
    const steps = chain(() => ROWS, 4);
    const rows = WIDTH + WIDTH ** 2 + WIDTH ** 3 + WIDTH ** 4;
    const most = (combinations: number) => new Walk(steps, { ...NOTHING_ASKED, told: [0, 4] }, undefined, combinations);
    expect(timesOf(most(rows))).toBe(WIDTH ** 4);
    expect(() => timesOf(most(rows - 1))).toThrow(/more than 11,109 joined rows: ask with fewer rows/);
  });
});

function rowsUpTo(count: number): readonly Row[] {
  return Array.from({ length: count }, (_, number) => ({ number }));
}

/** A root and `depth` aliases, each below the one before. */
function chain(rowsFor: Step['rowsFor'], depth: number): readonly Step[] {
  return Array.from({ length: depth + 1 }, (_, alias) => ({ parent: alias - 1, rowsFor }));
}

function equals(alias: number, wanted: number): Formula {
  return leaf(alias, (combination) => combination[alias]?.number === wanted);
}

function or(...parts: readonly Formula[]): Formula {
  return { kind: 'group', operator: 'OR', negated: false, parts };
}

function not(...parts: readonly Formula[]): Formula {
  return { kind: 'group', operator: 'AND', negated: true, parts };
}

function depths<Made>(make: (depth: number) => Made): readonly Made[] {
  return Array.from({ length: DEPTH }, (_, depth) => make(depth + 1));
}

function timesOf(walk: Walk): number {
  let sum = 0;
  walk.visitFrom({ number: 0 }, (_, { times }) => {
    sum += times;
  });
  return sum;
}

/** A key of the row's number. */
function key(alias: number, keep: SortKey['keep']): SortKey {
  const read: SortKey['read'] = (combination) => Number(combination[alias]?.number);
  return { type: INTEGER, alias, descending: keep === 'greatest', keep, read };
}
