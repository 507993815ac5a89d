import type { Analysis } from '../../analysis/analyze.ts';
import type { Refactoring } from './refactoring.ts';

type Refactor = (analysis: Analysis, start: number, end: number) => readonly Refactoring[];

const REFACTORINGS: readonly Refactor[] = [];

/** What can be made of the selection (of what the cursor is in, where nothing is selected). Not in broken text. */
export function refactorings(analysis: Analysis, start: number, end: number): readonly Refactoring[] {
  if (analysis.document.syntax.errors.length > 0) return [];
  return REFACTORINGS.flatMap((refactor) => refactor(analysis, start, end));
}
