import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Combination } from './combination.ts';
import type { Truth } from './condition.ts';
import type { Row } from './database.ts';
import { type Formula, leaf } from './formula.ts';
import type { Question } from './plan.ts';
import type { SortKey } from './sortKey.ts';
import { INTEGER, type SqlValue } from './sqlValue.ts';
import { type Step, Walk } from './walk.ts';

describe('a walk through joins made by chance', () => {
  it('finds what a look at every single combination finds', () => {
    fc.assert(
      fc.property(
        joins().chain((joined) => fc.tuple(fc.constant(joined), question(joined.steps.length))),
        ([{ steps, roots, copies }, asked]) => {
          const walk = new Walk(steps, asked, copies);
          const told = new Findings(asked);
          walk.visitAll(roots, (combination, { times, truths, kept }) => {
            told.add(combination, truths.slice(0, asked.asked.length), times, kept);
          });
          expect(told.found).toEqual(everyCombination(steps, roots, copies, asked).found);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('finds the same root by root as at once', () => {
    fc.assert(
      fc.property(
        joins().chain((joined) => fc.tuple(fc.constant(joined), question(joined.steps.length))),
        ([{ steps, roots, copies }, asked]) => {
          const withRoot = { ...asked, told: [...asked.told, 0] };
          const walk = new Walk(steps, withRoot, copies);
          const told = new Findings(withRoot);
          for (const root of roots) {
            walk.visitFrom(root, (combination, { times, truths, kept }) => {
              told.add(combination, truths.slice(0, asked.asked.length), times, kept);
            });
          }
          expect(told.found).toEqual(everyCombination(steps, roots, copies, withRoot).found);
        },
      ),
      { numRuns: 300 },
    );
  });
});

interface Joined {
  readonly steps: readonly Step[];
  readonly roots: readonly Row[];
  readonly copies: ((root: Row) => number) | undefined;
}

/** A few aliases, each below any of those before, with a few rows each that hang below any rows. */
function joins(): fc.Arbitrary<Joined> {
  const step = fc.record({ parent: fc.nat(), below: fc.array(fc.subarray([0, 1, 2]), { minLength: 3, maxLength: 3 }) });
  const values = fc.array(fc.array(fc.option(fc.nat(2)), { minLength: 3, maxLength: 3 }), {
    minLength: 5,
    maxLength: 5,
  });
  return fc
    .record({ below: fc.array(step, { maxLength: 4 }), values, copied: fc.boolean() })
    .map(({ below, values: valuesOf, copied }) => {
      const tables = valuesOf.map((of) => of.map((value, number): Row => ({ number, value })));
      const steps = below.map(
        ({ parent, below: children }, index): Step => ({
          parent: parent % (index + 1),
          rowsFor: ({ number }) =>
            (tables[index + 1] ?? []).filter((row) => children[Number(number)]?.includes(Number(row.number))),
        }),
      );
      return {
        steps: [{ parent: -1, rowsFor: () => [] }, ...steps],
        roots: tables[0] ?? [],
        copies: copied ? (root: Row) => Number(root.number) + 1 : undefined,
      };
    });
}

function question(aliases: number): fc.Arbitrary<Question> {
  const alias = fc.nat(aliases - 1);
  const everyKey = fc.constantFrom('smallest', 'greatest', 'count');
  const whole = fc.constantFrom('smallest', 'greatest');
  const keysOf = (keep: typeof everyKey | typeof whole) =>
    fc.array(
      fc.tuple(alias, keep).map(([of, kept]) => key(of, kept)),
      { maxLength: 3 },
    );
  const sorting = fc.oneof(
    fc.record({ keepsFirst: fc.constant(false), keys: keysOf(everyKey) }),
    fc.record({ keepsFirst: fc.constant(true), keys: keysOf(whole) }),
  );
  const rest = fc.record({
    checks: fc.array(formula(aliases), { maxLength: 2 }),
    asked: fc.array(formula(aliases), { maxLength: 2 }),
    told: fc.uniqueArray(alias, { maxLength: 2 }),
  });
  return fc.tuple(rest, sorting).map(([one, other]) => ({ ...one, ...other }));
}

function formula(aliases: number): fc.Arbitrary<Formula> {
  const { tree } = fc.letrec<{ tree: Formula; group: Formula; leaf: Formula }>((tie) => ({
    tree: fc.oneof({ maxDepth: 3 }, tie('leaf'), tie('group')),
    leaf: fc
      .tuple(fc.nat(aliases - 1), fc.nat(2))
      .map(([alias, wanted]) => leaf(alias, (c) => isEqual(c[alias], wanted))),
    group: fc.record({
      kind: fc.constant('group'),
      operator: fc.constantFrom('AND', 'OR', 'XOR'),
      negated: fc.boolean(),
      parts: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
    }),
  }));
  return tree;
}

function isEqual(row: Row | null | undefined, wanted: number): Truth {
  const value = row?.value ?? null;
  return value === null ? null : value === wanted;
}

/** Every combination looked at for itself, as SQL describes it: joins, then WHERE, then GROUP BY. */
function everyCombination(
  steps: readonly Step[],
  roots: readonly Row[],
  copies: Joined['copies'],
  question: Question,
): Findings {
  const { checks, asked, keys } = question;
  const findings = new Findings(question);
  let combinations: Combination[] = roots.map((root) => [root]);
  for (const { parent, rowsFor } of steps.slice(1)) {
    combinations = combinations.flatMap((combination) => {
      const above = combination[parent];
      const rows = above ? rowsFor(above) : [];
      return (rows.length > 0 ? rows : [null]).map((row) => [...combination, row]);
    });
  }
  for (const combination of combinations) {
    if (!checks.every((check) => truthOf(check, combination) === true)) continue;
    const [root] = combination;
    const times = root && copies ? copies(root) : 1;
    const kept = keys.map((one) =>
      one.keep === 'count' ? Number(one.read(combination)) * times : one.read(combination),
    );
    findings.add(
      combination,
      asked.map((one) => truthOf(one, combination)),
      times,
      kept,
    );
  }
  return findings;
}

/** SQL's tables of truth, NULL being unknown. */
function truthOf(tree: Formula, combination: Combination): Truth {
  if (tree.kind === 'leaf') return tree.holds(combination);
  const truths = tree.parts.map((part) => truthOf(part, combination));
  const all = { AND: allOf(truths), OR: oneOf(truths), XOR: truths.includes(null) ? null : odd(truths) }[tree.operator];
  return all === null || !tree.negated ? all : !all;
}

function allOf(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(null) ? null : true;
}

function oneOf(truths: readonly Truth[]): Truth {
  if (truths.includes(true)) return true;
  return truths.includes(null) ? null : false;
}

function odd(truths: readonly Truth[]): boolean {
  return truths.filter((truth) => truth === true).length % 2 === 1;
}

/** What was found for each group of combinations with the same rows that are told and the same truths. */
class Findings {
  readonly found: { [group: string]: { times: number; kept: Kept } } = {};
  readonly #question: Question;

  constructor(asked: Question) {
    this.#question = asked;
  }

  add(combination: Combination, truths: readonly Truth[], times: number, kept: Kept): void {
    const rows = [...this.#question.told].sort().map((alias) => combination[alias]?.number ?? null);
    const group = JSON.stringify([rows, truths]);
    const known = this.found[group];
    this.found[group] = {
      times: (known?.times ?? 0) + times,
      kept: keptOf(this.#question, known ? [known.kept, kept] : [kept]),
    };
  }
}

type Kept = readonly (SqlValue | undefined)[];

function keptOf({ keys, keepsFirst }: Question, some: readonly Kept[]): Kept {
  if (keepsFirst) return some.toSorted((one, other) => orderOf(keys, one, other))[0] ?? [];
  return keys.map(({ keep }, index) => {
    const values = some.map((kept) => kept[index]).filter((value) => typeof value === 'number');
    if (values.length === 0) return null;
    if (keep === 'count') return values.reduce((sum, value) => sum + value, 0);
    return keep === 'smallest' ? Math.min(...values) : Math.max(...values);
  });
}

/** NULL is below everything. */
function orderOf(keys: readonly SortKey[], one: Kept, other: Kept): number {
  const orders = keys.map(({ descending }, index) => {
    const order = Number(one[index] ?? -1) - Number(other[index] ?? -1);
    return descending ? -order : order;
  });
  return orders.find((order) => order !== 0) ?? 0;
}

/** A key of the row's value; NULL where there is no row. */
function key(alias: number, keep: 'smallest' | 'greatest' | 'count'): SortKey {
  const value = (combination: Combination): number | null => {
    const found = combination[alias]?.value;
    return typeof found === 'number' ? found : null;
  };
  const read = keep === 'count' ? (combination: Combination) => Number(value(combination) !== null) : value;
  return { type: INTEGER, alias, descending: keep === 'greatest', keep, read };
}
