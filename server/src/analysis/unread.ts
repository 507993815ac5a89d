import type { Problem } from '../rules/rule.ts';

/**
 * One mistake, one problem: leaves out what is found inside of a value that the shop does not look into. What it
 * refuses nevertheless stays; a value that it refuses as a whole is not told to have no effect as well.
 */
export function withoutUnread(problems: readonly Problem[]): readonly Problem[] {
  const unread = outermost(problems);
  if (unread.length === 0) return problems;
  const refused = new Set(problems.flatMap((problem) => (problem.server ? [placeOf(problem)] : [])));
  let at = 0;
  return problems.filter((problem) => {
    if (problem.unread && !problem.server && refused.has(placeOf(problem.unread))) return false;
    while ((unread[at]?.end ?? Infinity) <= problem.start) at++;
    const around = unread[at];
    const isInside = around !== undefined && around.start <= problem.start && around.of !== problem;
    return !isInside || problem.server !== undefined || problem.code === 'syntax-error';
  });
}

interface Unread {
  readonly start: number;
  readonly end: number;
  readonly of: Problem;
}

/** In the order of the text; values overlap only where one is inside of the other. */
function outermost(problems: readonly Problem[]): readonly Unread[] {
  const all = problems.flatMap((of): Unread[] => (of.unread ? [{ ...of.unread, of }] : []));
  const found: Unread[] = [];
  for (const unread of all.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (unread.start >= (found.at(-1)?.end ?? 0)) found.push(unread);
  }
  return found;
}

function placeOf({ start, end }: Pick<Problem, 'start' | 'end'>): string {
  return `${start}-${end}`;
}
