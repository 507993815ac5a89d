import { RANGE } from './aggregations.ts';
import { ASSOCIATION_CRITERIA, CRITERIA } from './criteria.ts';
import { DURATION_OPERATORS } from './durations.ts';
import { SCORE_QUERY } from './filtering.ts';
import { RANGE_BOUNDS } from './filters.ts';
import { COMBINED_ID } from './paging.ts';
import { SORTING, TERMS_SORTING } from './sortings.ts';
import type { Shape, ShapeName } from './types.ts';

const DURATION_PARAMETERS: Shape = {
  title: 'the object "parameters" of a since or until filter',
  doc: 'How the distance is compared.',
  page: 'searchCriteria',
  keys: {
    operator: {
      value: { is: 'word', words: DURATION_OPERATORS },
      doc: 'How to compare.',
      required: true,
    },
  },
};

/** The grammar: every kind of object of a criteria. See `types.ts` for how it is read. */
export const SHAPES: Readonly<Record<ShapeName, Shape>> = {
  criteria: CRITERIA,
  associationCriteria: ASSOCIATION_CRITERIA,
  scoreQuery: SCORE_QUERY,
  sorting: SORTING,
  termsSorting: TERMS_SORTING,
  rangeParameters: RANGE_BOUNDS,
  durationParameters: DURATION_PARAMETERS,
  range: RANGE,
  combinedId: COMBINED_ID,
};
