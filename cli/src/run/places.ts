import { findNodeAtLocation, type Node } from 'jsonc-parser';
import type { Analysis } from '../../../server/src/analysis/analyze.ts';
import type { ServerError } from '../../../shop/src/index.ts';

/** Offsets into the text. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * Where the errors of an answer stand in the file: where the same fault was predicted, because the shop's own pointer
 * is often missing or names another place (reference, section 8); else where its pointer leads.
 */
export function placesOf(errors: readonly ServerError[], analysis: Analysis): readonly Place[] {
  const predicted = analysis.problems.filter(({ server }) => server !== undefined);
  return errors.map(({ code, pointer }) => {
    const index = predicted.findIndex(({ server }) => server?.refusal.code === code);
    const [problem] = index < 0 ? [] : predicted.splice(index, 1);
    return problem ?? placeAt(pointer ?? '', analysis.document.syntax.root);
  });
}

/** The value that a pointer leads to, or the innermost one on the way that there is. */
function placeAt(pointer: string, root: Node | undefined): Place {
  if (root === undefined) return { start: 0, end: 0 };
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  for (let length = steps.length; length > 0; length--) {
    const path = steps.slice(0, length).map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    const node = findNodeAtLocation(root, path);
    if (node) return { start: node.offset, end: node.offset + node.length };
  }
  return { start: root.offset, end: root.offset + 1 };
}
