import { isArray, isIntegerKey, isSet } from '../php.ts';
import { FILTER_TYPE_MISSING, filterAnswer, NO_POINTER, notArray, notObject, notText, phpAnswer } from './answers.ts';
import type { Answer, Check, FailedValue, Key, Shape } from './types.ts';

const page = 'searchCriteria';

const A_FIELD_PATH = { expects: 'a field path', isOfName: true } as const;

/** A map's entries; the pointer of a `post-filter` map is `/filter/…` until 2026. */
function mapEntryChecks(key: 'filter' | 'post-filter'): readonly Check[] {
  const notBlank = (name: string) => filterAnswer(`The value for filter "${name}" must not be blank.`, '');
  const scalar = (name: string) => filterAnswer(`The value for filter "${name}" must be scalar.`, '');
  const noName = (position: number) =>
    filterAnswer(`The key for filter at position "${position}" must not be blank.`, String(position));
  const nameless: Check = { rule: 'invalid-value', ...A_FIELD_PATH, fails: (_, __, name) => name === '' };
  const blank: Check = { rule: 'invalid-value', fails: isBlank, expects: 'a string that is not empty' };
  const notSingle: Check = {
    rule: 'wrong-type',
    fails: (value) => value === null || isArray(value),
    from: 'mapFilterScalarChecked',
    expects: 'a single value',
  };
  const answered = (check: Check, answer: (failed: FailedValue) => Answer): readonly Check[] => {
    const right: Check = { ...check, answer: (_, failed) => answer(failed) };
    if (key === 'filter') return [right];
    const misplaced: Check['answer'] = (_, failed) => ({ ...answer(failed), misplacedUnder: 'filter' });
    return [
      { ...check, until: 'strictOperands', answer: misplaced },
      { ...right, from: 'strictOperands' },
    ];
  };
  return [
    ...answered(nameless, ({ position }) => noName(position)),
    ...answered(blank, ({ name }) => notBlank(name)),
    ...answered(notSingle, ({ name }) => scalar(name)),
    INTEGER_NAME,
  ];
}

/** PHP makes a number of it, and a number is no path. */
const INTEGER_NAME: Check = {
  rule: 'wrong-type',
  ...A_FIELD_PATH,
  fails: (_, __, name) => isIntegerKey(name),
  answer: phpAnswer(
    'RequestCriteriaBuilder::buildFieldName(): Argument #2 ($fieldName) must be of type string, int given',
  ),
};

function isBlank(value: unknown): boolean {
  return value === '';
}

/** `filter` and `post-filter` of a criteria (section 2.2). */
export function filters(key: 'filter' | 'post-filter'): Omit<Key, 'doc'> {
  const checkedFrom = key === 'filter' ? 'elementsChecked' : 'strictOperands';
  const rule = 'wrong-type';
  return {
    value: {
      is: 'either',
      options: [
        {
          is: 'list',
          of: { is: 'variant', family: 'filter' },
          each: [
            {
              rule,
              fails: notObject,
              from: checkedFrom,
              expects: 'a filter object',
              answer: filterAnswer('The filter parameter has to be an array.', ''),
            },
            {
              rule,
              fails: notObject,
              until: checkedFrom,
              expects: 'a filter object',
              answer: phpAnswer('QueryStringParser::fromArray(): Argument #2 ($query) must be of type array'),
            },
          ],
        },
        { is: 'map', keys: 'path', of: { is: 'operand' }, each: mapEntryChecks(key) },
      ],
    },
    checks: [
      {
        rule,
        fails: notArray,
        expects: 'a list of filters',
        answer: filterAnswer('The filter parameter has to be a list of filters.', `/${key}`),
      },
    ],
  };
}
/** `query` of a criteria (section 2.3). */
export const QUERY: Key = {
  value: {
    is: 'list',
    of: { is: 'object', shape: 'scoreQuery' },
    each: [
      {
        rule: 'wrong-type',
        fails: notObject,
        from: 'queryElementsChecked',
        expects: 'a scored filter',
        silently: 'It is ignored.',
      },
      {
        rule: 'wrong-type',
        fails: notObject,
        until: 'queryElementsChecked',
        expects: 'a scored filter',
        answer: phpAnswer('addQueries(): Argument must be of type array'),
      },
    ],
  },
  doc: 'Scored filters: a row must match at least one of them, and the best come first.',
  checks: [{ rule: 'wrong-type', fails: notArray, expects: 'a list of scored filters', silently: 'It is ignored.' }],
};
/** `term` of a criteria. */
export const TERM: Key = {
  value: { is: 'text' },
  doc: 'A text to search for in the fields that the shop ranks.',
  checks: [
    {
      rule: 'wrong-type',
      fails: isArray,
      expects: 'a string',
      silently: 'A list or an object is read as the string "Array".',
    },
  ],
};
/** One element of `query` (section 2.3). */
export const SCORE_QUERY: Shape = {
  title: 'a scored filter',
  doc: 'A filter with the score that a matching row gets.',
  page,
  keys: {
    query: {
      value: { is: 'variant', family: 'filter' },
      doc: 'The filter.',
      required: true,
      checks: [
        {
          rule: 'missing-key',
          fails: (value) => !isSet(value),
          from: 'queryElementsChecked',
          answer: { ...FILTER_TYPE_MISSING, pointer: NO_POINTER, collected: false },
        },
        {
          rule: 'missing-key',
          fails: (value) => !isSet(value),
          until: 'queryElementsChecked',
          answer: phpAnswer('QueryStringParser::fromArray(): Argument #2 ($query) must be of type array, null given'),
        },
        {
          rule: 'wrong-type',
          fails: notArray,
          expects: 'a filter',
          answer: phpAnswer('QueryStringParser::fromArray(): Argument #2 ($query) must be of type array'),
        },
      ],
    },
    score: {
      value: { is: 'number' },
      doc: 'Added to the row’s score; 1 by default.',
      usual: true,
      checks: [
        {
          rule: 'wrong-type',
          fails: (value) => isSet(value) && typeof value !== 'number',
          expects: 'a number',
          answer: phpAnswer('ScoreQuery::__construct(): Argument #2 ($score) must be of type float'),
        },
      ],
    },
    scoreField: {
      value: { is: 'path', use: 'score' },
      doc: 'A number field of the row that the score is multiplied by.',
      checks: [
        {
          rule: 'wrong-type',
          fails: notText,
          expects: 'a field path as a string',
          answer: phpAnswer('ScoreQuery::__construct(): Argument #3 ($scoreField) must be of type ?string'),
        },
      ],
    },
  },
};
