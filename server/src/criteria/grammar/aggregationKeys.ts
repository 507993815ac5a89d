import { isArray, isEmpty, isNumeric, isSet, toText } from '../php.ts';
import { aggregationAnswer, notText, phpAnswer, plainAnswer } from './answers.ts';
import type { Answer, Check, Key } from './types.ts';

/** The `name` of every aggregation. */
export const NAME: Key = {
  value: { is: 'text' },
  doc: 'The name of the result in the answer.',
  required: true,
  checks: [
    {
      rule: 'missing-key',
      fails: (value) => !isArray(value) && isEmpty(value),
      answer: aggregationAnswer('The aggregation name should be a non-empty string.'),
    },
    {
      rule: 'invalid-value',
      fails: (value) => isNumeric(toText(value)),
      expects: 'a string that is not a number',
      answer: aggregationAnswer('The aggregation name should be a non-empty string.'),
    },
    {
      rule: 'invalid-value',
      fails: (value) => typeof value === 'string' && /[?:]/.test(value),
      from: 'aggregationNameMarks',
      expects: 'a name without "?" and ":"',
      answer: aggregationAnswer('The aggregation name should not contain a question mark or colon.'),
    },
    {
      rule: 'invalid-value',
      fails: (value) => typeof value === 'string' && value.includes('?'),
      until: 'aggregationNameMarks',
      expects: 'a name without "?"',
      answer: { ...phpAnswer('An exception occurred while executing a query'), stage: 'aggregate', by: 'database' },
    },
    backtickInIdentifier(),
    {
      rule: 'invalid-value',
      fails: (value) => hasBacktick(value) || (typeof value === 'string' && /\p{Cc}/u.test(value)),
      from: 'strictOperands',
      expects: 'a name without backticks and control characters',
      answer: aggregationAnswer('The aggregation name contains characters that are not allowed.'),
    },
    {
      rule: 'wrong-type',
      fails: isArray,
      expects: 'a string',
      silently: 'A list or an object is read as the string "Array".',
    },
  ],
};

/** The `key` of a range becomes the name of a column, as the name of an aggregation does. */
export const RANGE_KEY: Key = {
  value: { is: 'text' },
  doc: 'The name of the range in the answer; without it `from-to`.',
  checks: [
    backtickInIdentifier(),
    {
      rule: 'invalid-value',
      fails: hasBacktick,
      from: 'strictOperands',
      expects: 'a name without backticks',
      answer: aggregationAnswer('The aggregation name contains characters that are not allowed.'),
    },
  ],
};

function backtickInIdentifier(): Check {
  return {
    rule: 'invalid-value',
    fails: hasBacktick,
    until: 'strictOperands',
    expects: 'a name without backticks',
    answer: { ...phpAnswer('Backtick not allowed in identifier'), stage: 'aggregate' },
  };
}

function hasBacktick(value: unknown): boolean {
  return typeof value === 'string' && value.includes('`');
}

/** The pointer names a path that never exists in the body: `/aggregations/0/terms/field` (section 4). */
export function missing(type: string, key: string, detail: string): Answer {
  return aggregationAnswer(detail, `/${type}/${key}`);
}

export function field(type: string): Key {
  return {
    value: { is: 'path', use: 'aggregation' },
    doc: 'Path of the field to aggregate.',
    required: true,
    checks: [
      {
        rule: 'missing-key',
        fails: isEmpty,
        answer: missing(type, 'field', 'The aggregation should contain a "field".'),
      },
      {
        rule: 'wrong-type',
        fails: notText,
        expects: 'a field path as a string',
        answer: phpAnswer('buildFieldName(): Argument #2 ($fieldName) must be of type string'),
      },
    ],
  };
}

export const NESTED: Key = {
  value: { is: 'variant', family: 'aggregation' },
  doc: 'One aggregation that is calculated inside each bucket.',
  checks: [
    {
      rule: 'wrong-type',
      fails: (value) => isSet(value) && !isArray(value),
      expects: 'one aggregation object',
      answer: phpAnswer('AggregationParser::parseAggregation(): Argument #3 must be of type array'),
    },
  ],
};

const NO_FIELD_OF_SORTING = phpAnswer(
  'FieldSorting::__construct(): Argument #1 ($field) must be of type string, null given',
);

export const SORT: Key = {
  value: { is: 'object', shape: 'termsSorting' },
  doc: 'One object, not a list: `{"field": "_count", "order": "DESC"}`.',
  checks: [
    {
      rule: 'wrong-type',
      fails: (value) => Array.isArray(value) && value.length > 0,
      expects: 'one sorting object, not a list',
      answer: NO_FIELD_OF_SORTING,
    },
    {
      rule: 'wrong-type',
      fails: (value) => isSet(value) && !isArray(value),
      expects: 'a sorting: an object with "field"',
      answer: NO_FIELD_OF_SORTING,
    },
  ],
};

const INTERVALS = [
  { value: 'minute', doc: 'One bucket for each minute.' },
  { value: 'hour', doc: 'One bucket for each hour.' },
  { value: 'day', doc: 'One bucket for each day.' },
  { value: 'week', doc: 'One bucket for each week.' },
  { value: 'month', doc: 'One bucket for each month.' },
  { value: 'quarter', doc: 'One bucket for each quarter.' },
  { value: 'year', doc: 'One bucket for each year.' },
] as const;

const ONE_INTERVAL = { expects: 'one of minute, hour, day, week, month, quarter, year' } as const;

export const INTERVAL: Key = {
  value: { is: 'word', words: INTERVALS },
  doc: 'The width of a bucket.',
  required: true,
  checks: [
    {
      rule: 'missing-key',
      fails: (value) => !isSet(value),
      answer: missing('histogram', 'interval', 'The aggregation should contain an date interval.'),
    },
    {
      rule: 'wrong-type',
      fails: notText,
      ...ONE_INTERVAL,
      answer: phpAnswer('DateHistogramAggregation::__construct(): Argument #3 ($interval) must be of type string'),
    },
    ...coded({ ...ONE_INTERVAL, fails: isUnknownInterval }, unknownInterval),
  ],
};

function isUnknownInterval(value: unknown): boolean {
  return typeof value === 'string' && !INTERVALS.some((known) => known.value === value.toLowerCase());
}

/** 500 with a code of its own since 6.6.6, a plain PHP error before. */
function coded(fault: Pick<Check, 'expects' | 'fails'>, answer: (value: string) => Answer): readonly Check[] {
  const rule = 'invalid-value';
  const change = 'aggregationErrorCodes';
  return [
    { rule, ...fault, from: change, answer: (_, { value }) => answer(toText(value)) },
    { rule, ...fault, until: change, answer: (_, { value }) => phpAnswer(answer(toText(value)).detail) },
  ];
}

function unknownInterval(interval: string): Answer {
  const allowedIntervals = INTERVALS.map(({ value }) => value).join(', ');
  const detail = `Provided date histogram interval "${interval}" is not supported. Supported intervals: ${allowedIntervals}.`;
  return plainAnswer(500, 'FRAMEWORK__INVALID_DATE_HISTOGRAM_INTERVAL', detail, { interval, allowedIntervals });
}

function unknownTimeZone(timeZone: string): Answer {
  const detail = `Given "${timeZone}" is not a valid timezone`;
  return plainAnswer(500, 'FRAMEWORK__INVALID_TIMEZONE', detail, { timeZone });
}

const A_TIME_ZONE = { expects: 'a time zone such as "Europe/Berlin"' } as const;

export const TIME_ZONE: Key = {
  value: { is: 'timeZone' },
  doc: 'A PHP time zone; it has an effect only in shops that switch it on (`SHOPWARE_DBAL_TIMEZONE_SUPPORT_ENABLED`).',
  checks: [
    {
      rule: 'wrong-type',
      fails: notText,
      ...A_TIME_ZONE,
      answer: phpAnswer('DateHistogramAggregation::__construct(): Argument #7 ($timeZone) must be of type ?string'),
    },
    ...coded({ ...A_TIME_ZONE, fails: (value) => typeof value === 'string' && !isTimeZone(value) }, unknownTimeZone),
  ],
};

export const FORMAT: Key = {
  value: { is: 'text' },
  doc: 'A PHP date format for the keys of the buckets.',
  checks: [
    {
      rule: 'wrong-type',
      fails: notText,
      expects: 'a date format as a string',
      answer: phpAnswer('DateHistogramAggregation::__construct(): Argument #6 ($format) must be of type ?string'),
    },
  ],
};

/** What the time zone database calls by three letters; the ICU library behind `Intl` knows some more of its own. */
const ZONES_OF_LETTERS = 'CET EET EST GMT HST MET MST PRC ROC ROK UCT UTC WET'.split(' ');

/** PHP takes identifiers of the time zone database, old ones too, letter by letter; no offsets. */
function isTimeZone(text: string): boolean {
  if (/^[+-]\d/.test(text) || text.startsWith('SystemV/')) return false;
  if (/^[A-Z]{3}$/.test(text)) return ZONES_OF_LETTERS.includes(text);
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions();
    const isOtherName = timeZone.toLowerCase() !== text.toLowerCase();
    return isOtherName ? !/(^|\/)[a-z]/.test(text) : timeZone === text;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
