import {
  type FoldingRange,
  FoldingRangeKind,
  type FoldingRangeParams,
  type SelectionRange,
  type SelectionRangeParams,
} from 'vscode-languageserver';
import { type Fold, folds } from '../features/folding/folding.ts';
import { type Span, selectionSpans } from '../features/selection/selection.ts';
import type { Positions } from '../position.ts';
import type { Session } from './session.ts';

/** What can be folded, and what is selected step by step. */
export function serveStructure(session: Session): void {
  const { connection } = session;
  connection.onFoldingRanges(
    session.onDocument<FoldingRangeParams, FoldingRange[]>('Folding', [], ({ analysis, positions }) =>
      folds(analysis).flatMap((fold) => toFoldingRange(fold, positions)),
    ),
  );
  connection.onSelectionRanges(
    session.onDocument<SelectionRangeParams, SelectionRange[]>(
      'Selection',
      [],
      ({ analysis, positions }, { positions: cursors }) =>
        cursors.map((cursor) => nest(selectionSpans(analysis, positions.offset(cursor)), positions)),
    ),
  );
}

/** Editors fold whole lines: the line of a closing bracket stays. */
function toFoldingRange({ start, end, kind }: Fold, positions: Positions): FoldingRange[] {
  const startLine = positions.at(start).line;
  const endLine = positions.at(end).line - (kind === 'body' ? 1 : 0);
  if (endLine <= startLine) return [];
  return [{ startLine, endLine, ...(kind === 'comment' ? { kind: FoldingRangeKind.Comment } : {}) }];
}

function nest(spans: readonly Span[], positions: Positions): SelectionRange {
  const ranges = spans.map(({ start, end }) => positions.range(start, end));
  const outermost: SelectionRange = { range: ranges.at(-1) ?? positions.range(0, 0) };
  return ranges.slice(0, -1).reduceRight<SelectionRange>((parent, range) => ({ range, parent }), outermost);
}
