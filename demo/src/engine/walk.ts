import type { Condition } from './condition.ts';
import type { Row } from './database.ts';
import type { Visit } from './joins.ts';

/** One alias of a query: the rows that are joined to a row of the alias above it, which has a lower number. */
export interface Step {
  readonly parent: number;
  readonly rowsFor: (parent: Row) => readonly Row[];
}

/** A condition that all combinations have to meet, and the aliases that it reads. */
export interface Check {
  readonly aliases: ReadonlySet<number>;
  readonly condition: Condition;
}

/** Visits what is left of the combinations below a row, or below no row at all. The combination is reused. */
export type Walk = (row: Row | null, visit: Visit) => void;

/**
 * A walk through the combinations below the alias `top`, of which the visitor reads the aliases `read`. A branch that
 * nobody reads but checks of its own is not walked for each combination: what it leaves over below a row is counted
 * once, and multiplies. So a chain of to-many associations costs the sum of its steps and not their product.
 */
export function walkBelow(
  steps: readonly Step[],
  top: number,
  checks: readonly Check[],
  read: ReadonlySet<number>,
): Walk {
  const branchOf = branches(steps, top, checks, read);
  const walked = [...branchOf].flatMap(([alias, branch]) => (branch === WALKED && alias !== top ? [alias] : []));
  const own = checks.filter((check) => branchTo(branchOf, check) === WALKED).map(({ condition }) => condition);
  const counted = [...new Set(branchOf.values())].flatMap((branch) => {
    const step = steps[branch];
    if (branch === WALKED || !step) return [];
    const inside = checks.filter((check) => branchTo(branchOf, check) === branch);
    return [{ parent: step.parent, count: countBelow(steps, branch, step, inside) }];
  });
  const combination: (Row | null)[] = steps.map(() => null);

  const end = (visit: Visit): void => {
    for (const condition of own) if (condition(combination) !== true) return;
    let times = 1;
    for (const { parent, count } of counted) times *= count(combination[parent] ?? null);
    if (times > 0) visit(combination, times);
  };
  const fill = (position: number, visit: Visit): void => {
    const alias = walked[position];
    const step = alias === undefined ? undefined : steps[alias];
    if (alias === undefined || !step) {
      end(visit);
      return;
    }
    for (const row of joinedRows(step, combination[step.parent] ?? null)) {
      combination[alias] = row;
      fill(position + 1, visit);
    }
  };
  return (row, visit) => {
    combination[top] = row;
    fill(0, visit);
  };
}

/** How many combinations a branch leaves over below a row of the alias above it; remembered for each. */
function countBelow(
  steps: readonly Step[],
  branch: number,
  step: Step,
  checks: readonly Check[],
): (parent: Row | null) => number {
  const walk = walkBelow(steps, branch, checks, new Set());
  const counts = new Map<Row | null, number>();
  return (parent) => {
    const known = counts.get(parent);
    if (known !== undefined) return known;
    let found = 0;
    const visit: Visit = (_, times) => {
      found += times;
    };
    for (const row of joinedRows(step, parent)) walk(row, visit);
    counts.set(parent, found);
    return found;
  };
}

const NO_ROW: readonly (Row | null)[] = [null];

/** LEFT JOIN: where there is no row, nothing is joined once. */
function joinedRows(step: Step, parent: Row | null): readonly (Row | null)[] {
  const rows = parent ? step.rowsFor(parent) : [];
  return rows.length === 0 ? NO_ROW : rows;
}

/** In the place of a branch: the alias is walked for each combination. */
const WALKED = -1;

/**
 * For each alias at or below `top`, in ascending order, the branch that it is counted in. A check whose aliases would
 * be apart makes all of them walked.
 */
function branches(
  steps: readonly Step[],
  top: number,
  checks: readonly Check[],
  read: ReadonlySet<number>,
): ReadonlyMap<number, number> {
  const walked = new Set([top]);
  const walkTo = (alias: number): void => {
    for (let at = alias; at >= 0 && !walked.has(at); at = steps[at]?.parent ?? -1) walked.add(at);
  };
  read.forEach(walkTo);
  for (;;) {
    const found = branchesBetween(steps, top, walked);
    const split = checks.find((check) => branchTo(found, check) === undefined);
    if (!split) return found;
    split.aliases.forEach(walkTo);
  }
}

function branchesBetween(
  steps: readonly Step[],
  top: number,
  walked: ReadonlySet<number>,
): ReadonlyMap<number, number> {
  const found = new Map<number, number>([[top, WALKED]]);
  for (const [alias, { parent }] of steps.entries()) {
    const above = found.get(parent);
    if (above === undefined) continue;
    found.set(alias, walked.has(alias) ? WALKED : above === WALKED ? alias : above);
  }
  return found;
}

/** The one branch that a check reads; undefined where it reads from several. One that reads nothing is walked. */
function branchTo(branchOf: ReadonlyMap<number, number>, { aliases }: Check): number | undefined {
  const [first = WALKED, ...others] = new Set([...aliases].map((alias) => branchOf.get(alias) ?? WALKED));
  return others.length === 0 ? first : undefined;
}
