import { isArray, isIntegerKey } from '../php.ts';
import { aggregationAnswer, NO_POINTER, notArray, notObject, phpAnswer } from './answers.ts';
import { filters, QUERY, TERM } from './filtering.ts';
import { IDS, LIMIT, PAGE, TOTAL_COUNT_MODE } from './paging.ts';
import { ASSOCIATIONS, FIELDS, shaping } from './shaping.ts';
import { SORT } from './sortings.ts';
import type { Key, Shape } from './types.ts';

const page = 'searchCriteria';

const GROUPING: Key = {
  value: {
    is: 'list',
    of: { is: 'path', use: 'grouping' },
    each: [
      {
        rule: 'wrong-type',
        fails: (path) => typeof path !== 'string',
        expects: 'a field path',
        answer: phpAnswer('FieldGrouping::__construct(): Argument #1 ($field) must be of type string'),
      },
    ],
  },
  doc: 'One row for each distinct combination of these fields.',
  checks: [
    {
      rule: 'wrong-type',
      fails: notArray,
      expects: 'a list of field paths',
      silently: 'It is ignored: only a list groups.',
    },
  ],
};
const AGGREGATIONS_KEY: Key = {
  value: {
    is: 'list',
    of: { is: 'variant', family: 'aggregation' },
    each: [
      {
        rule: 'wrong-type',
        fails: notObject,
        expects: 'an aggregation object',
        answer: phpAnswer('AggregationParser::parseAggregation(): Argument #3 ($aggregation) must be of type array'),
      },
    ],
  },
  doc: 'What to calculate over all matching rows.',
  checks: [
    {
      rule: 'wrong-type',
      fails: notArray,
      expects: 'a list of aggregations',
      answer: {
        ...aggregationAnswer('The aggregations parameter has to be a list of aggregations.'),
        pointer: NO_POINTER,
        collected: false,
      },
    },
    {
      rule: 'wrong-type',
      fails: (value) => isArray(value) && !Object.keys(value).every(isIntegerKey),
      expects: 'a list of aggregations; the name goes into the aggregation as "name"',
      answer: phpAnswer(
        'AggregationParser::parseAggregation(): Argument #1 ($index) must be of type int, string given',
      ),
    },
  ],
};
const SHARED_BEFORE_TERM = {
  includes: { doc: 'Which properties the answer keeps, by apiAlias.', ...shaping('includes') },
  excludes: { doc: 'Which properties the answer leaves out, by apiAlias.', ...shaping('excludes') },
  filter: { doc: 'A list of filters that must all match.', ...filters('filter') },
  grouping: GROUPING,
  'post-filter': { doc: 'Like `filter`, but aggregations do not see it.', ...filters('post-filter') },
  query: QUERY,
  term: TERM,
  sort: SORT,
  aggregations: AGGREGATIONS_KEY,
  associations: ASSOCIATIONS,
  fields: FIELDS,
} as const;

/** The body of a search request (reference, section 2), in the order in which RequestCriteriaBuilder reads it. */
export const CRITERIA: Shape = {
  title: 'a criteria',
  doc: 'What to search, how to sort it and what to load with it.',
  page,
  keys: { ids: IDS, 'total-count-mode': TOTAL_COUNT_MODE, limit: LIMIT, page: PAGE, ...SHARED_BEFORE_TERM },
};

/** The criteria of an association (section 2.6): the same keys, some of them without effect. */
export const ASSOCIATION_CRITERIA: Shape = { ...CRITERIA, title: 'the criteria of an association' };
