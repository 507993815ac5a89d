import type { Analysis } from '../../analysis/analyze.ts';
import { entityPrefix } from './entityPrefix.ts';
import { extractFilter } from './extractFilter.ts';
import { filterForm } from './filterForm.ts';
import { flatten } from './flatten.ts';
import { postFilter } from './postFilter.ts';
import type { Refactoring } from './refactoring.ts';
import { sortForm } from './sortForm.ts';
import { wrap } from './wrap.ts';

type Refactor = (analysis: Analysis, start: number, end: number) => readonly Refactoring[];

const REFACTORINGS: readonly Refactor[] = [
  wrap,
  flatten,
  postFilter,
  sortForm,
  filterForm,
  entityPrefix,
  extractFilter,
];

/** What can be made of the selection (of what the cursor is in, where nothing is selected). Not in broken text. */
export function refactorings(analysis: Analysis, start: number, end: number): readonly Refactoring[] {
  if (analysis.document.syntax.errors.length > 0) return [];
  return REFACTORINGS.flatMap((refactor) => refactor(analysis, start, end));
}
