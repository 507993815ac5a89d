import { isArray, isEmpty, isNumeric, isSet, toText } from '../php.ts';
import { FORMAT, field, INTERVAL, missing, NAME, NESTED, RANGE_KEY, SORT, TIME_ZONE } from './aggregationKeys.ts';
import { aggregationAnswer, notText, phpAnswer, sqlSyntaxAnswer } from './answers.ts';
import type { Answer, Check, Shape } from './types.ts';

const page = 'searchCriteria';

const CAST_TO_NUMBER: Check = {
  rule: 'wrong-type',
  fails: (value) => typeof value === 'string' && !isNumeric(value),
  expects: 'a number',
  silently: 'A string counts as the number at its beginning, or else as 0.',
};

const NO_RANGE: Check = {
  rule: 'wrong-type',
  fails: (value) => !isArray(value) || (Array.isArray(value) && value.length > 0),
  expects: 'a range: an object with "from" or "to"',
  silently: 'It counts every row: "*-*".',
};

/** One text for both keys of a filter aggregation, which are looked for before either is read. */
const FILTER_MISSING = missing(
  'filter',
  'field',
  'The aggregation should contain an array of filters in property "filter".',
);

function single(type: string, texts: Pick<Shape, 'title' | 'doc'>): Shape {
  return { ...texts, page, keys: { name: NAME, field: field(type) } };
}

/** Every aggregation type (reference, section 4; AggregationParser). A new one is one entry here. */
export const AGGREGATIONS = {
  avg: single('avg', { title: 'an avg aggregation', doc: 'The average of a number.' }),
  sum: single('sum', { title: 'a sum aggregation', doc: 'The sum of a number.' }),
  max: single('max', { title: 'a max aggregation', doc: 'The greatest value; the answer contains it as a string.' }),
  min: single('min', { title: 'a min aggregation', doc: 'The smallest value; the answer contains it as a string.' }),
  stats: single('stats', { title: 'a stats aggregation', doc: 'Minimum and maximum (as strings), average and sum.' }),
  count: single('count', { title: 'a count aggregation', doc: 'The number of different values, not of rows.' }),
  terms: {
    title: 'a terms aggregation',
    doc: 'One bucket for each value, with the number of rows.',
    page,
    keys: {
      name: NAME,
      field: field('terms'),
      sort: SORT,
      limit: {
        value: { is: 'integer' },
        doc: 'The maximum number of buckets; 0 means no limit.',
        checks: [
          {
            rule: 'invalid-value',
            fails: (value) => isSet(value) && !isArray(value) && Math.trunc(Number.parseFloat(toText(value))) < 0,
            expects: 'a whole number of at least 0',
            answer: sqlSyntaxAnswer('aggregate'),
          },
          {
            rule: 'wrong-type',
            fails: (value) => typeof value === 'string' && !isNumeric(value),
            expects: 'a whole number of at least 0',
            silently: 'The number at its beginning counts, or else 0: no limit.',
          },
          {
            rule: 'wrong-type',
            fails: (value) => isArray(value) && !isEmpty(value),
            expects: 'a whole number of at least 0',
            silently: 'It counts as 1.',
          },
        ],
      },
      aggregation: NESTED,
    },
  },
  histogram: {
    title: 'a histogram aggregation',
    doc: 'One bucket for each interval of time.',
    page,
    keys: {
      name: NAME,
      field: field('histogram'),
      interval: INTERVAL,
      sort: SORT,
      format: FORMAT,
      timeZone: TIME_ZONE,
      aggregation: NESTED,
    },
  },
  entity: {
    title: 'an entity aggregation',
    doc: 'The entities that a foreign key points to.',
    page,
    keys: {
      name: NAME,
      field: field('entity'),
      definition: {
        value: { is: 'entityName' },
        doc: 'The name of the entity that the ids belong to.',
        required: true,
        checks: [
          {
            rule: 'missing-key',
            fails: (value) => !isSet(value),
            answer: missing('entity', 'field', 'The aggregation should contain a "definition" of the entity.'),
          },
          {
            rule: 'wrong-type',
            fails: notText,
            expects: 'the name of an entity',
            answer: phpAnswer('EntityAggregation::__construct(): Argument #3 ($entity) must be of type string'),
          },
        ],
      },
    },
  },
  filter: {
    title: 'a filter aggregation',
    doc: 'Narrows one nested aggregation; the result appears under the nested one’s name.',
    page,
    keys: {
      name: NAME,
      filter: {
        value: { is: 'list', of: { is: 'variant', family: 'filter' } },
        doc: 'A list of filters.',
        required: true,
        checks: [
          { rule: 'missing-key', fails: isEmpty, answer: FILTER_MISSING },
          {
            rule: 'missing-key',
            marks: 'aggregation',
            fails: (_, { aggregation }) => isEmpty(aggregation),
            answer: FILTER_MISSING,
          },
          {
            rule: 'wrong-type',
            fails: (value) => typeof value === 'string',
            expects: 'a list of filters',
            silently: 'A string is not a filter at all.',
          },
          {
            rule: 'wrong-type',
            fails: (value) => !isArray(value),
            expects: 'a list of filters',
            silently: 'It is not a filter at all.',
          },
          {
            rule: 'wrong-type',
            fails: (value) => isArray(value) && Object.values(value).some((element) => !isArray(element)),
            expects: 'a list of filters',
            answer: phpAnswer('QueryStringParser::fromArray(): Argument #2 ($query) must be of type array'),
          },
        ],
      },
      aggregation: { ...NESTED, required: true },
    },
  },
  range: {
    title: 'a range aggregation',
    doc: 'The number of rows in each range of a number.',
    page,
    since: 'rangeAggregation',
    keys: {
      name: NAME,
      field: field('range'),
      ranges: {
        value: { is: 'list', of: { is: 'object', shape: 'range' }, each: [NO_RANGE] },
        doc: 'The ranges; `from` is inclusive, `to` is exclusive.',
        required: true,
        checks: [
          {
            rule: 'missing-key',
            fails: (value) => !isSet(value),
            answer: missing('range', 'field', 'The aggregation should contain "ranges".'),
          },
          {
            rule: 'wrong-type',
            fails: (value) => !isArray(value),
            expects: 'a list of ranges',
            answer: phpAnswer('RangeAggregation::__construct(): Argument #3 ($ranges) must be of type array'),
          },
          {
            rule: 'invalid-value',
            fails: (value) => isArray(value) && isEmpty(value),
            expects: 'a list of at least one range',
            answer: {
              ...phpAnswer('An exception occurred while executing a query'),
              stage: 'aggregate',
              by: 'database',
            },
          },
        ],
      },
    },
  },
} as const satisfies Readonly<Record<string, Shape>>;

export type AggregationType = keyof typeof AGGREGATIONS;

/** One range of a range aggregation. */
export const RANGE: Shape = {
  title: 'a range',
  doc: 'A range of numbers.',
  page,
  keys: {
    from: {
      value: { is: 'number' },
      doc: 'From this number on; without it from the smallest.',
      usual: true,
      checks: [CAST_TO_NUMBER],
    },
    to: {
      value: { is: 'number' },
      doc: 'Up to but not including this number; without it to the greatest.',
      usual: true,
      checks: [CAST_TO_NUMBER],
    },
    key: RANGE_KEY,
  },
};

/** What the type of an aggregation is answered with (section 4). The missing one's text holds an unreplaced `%s`. */
export const AGGREGATION_TYPE_MISSING: Answer = aggregationAnswer(
  'The aggregations of "%s" should be a non-empty string.',
);
