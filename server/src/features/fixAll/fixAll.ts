import type { Analysis } from '../../analysis/analyze.ts';
import { isWithin } from '../../rules/edits.ts';
import type { Edit } from '../../rules/rule.ts';

/**
 * The edits of all fixes that change nothing of what the shop does, or only what can have been meant. Of fixes that
 * touch the same text the first one is taken; what is left is there the next time.
 */
export function fixAll({ problems, document }: Analysis): readonly Edit[] {
  const taken: Edit[] = [];
  // What the rest of a broken text says is only known when it is mended.
  const isBroken = document.syntax.errors.length > 0;
  for (const problem of problems) {
    if (isBroken && problem.code !== 'syntax-error') continue;
    const safe = problem.fixes?.().find((fix) => fix.safe);
    const isFree = safe?.edits.every(
      (edit) => isWithin(edit, document.syntax.text) && !taken.some((other) => touches(edit, other)),
    );
    if (safe && isFree) taken.push(...safe.edits);
  }
  return taken;
}

function touches(a: Edit, b: Edit): boolean {
  return a.start <= b.end && b.start <= a.end;
}
