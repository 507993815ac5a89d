import { type Analysis, analyze } from '../../analysis/analyze.ts';
import { readCriteria } from '../../criteria/document.ts';
import { apply, isWithin, smallest } from '../../rules/edits.ts';
import type { Edit } from '../../rules/rule.ts';

/** One round may uncover the next: what is broken is mended first, and neighbours share a comma. */
const MOST_ROUNDS = 20;

/** The edits of all fixes that change nothing of what the shop does, or only what can have been meant. */
export function fixAll(analysis: Analysis): readonly Edit[] {
  const { uri, syntax } = analysis.document;
  const first = roundOf(analysis);
  if (first.length === 0) return [];
  let text = apply(syntax.text, first);
  for (let round = 1; round < MOST_ROUNDS; round++) {
    const edits = roundOf(analyze(readCriteria(uri, text), analysis.world));
    if (edits.length === 0 && round === 1) return first;
    if (edits.length === 0) break;
    text = apply(text, edits);
  }
  return [smallest({ start: 0, end: syntax.text.length, text }, syntax.text)];
}

/** Of fixes that touch the same text the first one is taken. */
function roundOf({ problems, document }: Analysis): readonly Edit[] {
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
