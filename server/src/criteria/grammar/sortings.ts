import { isEmpty, isSet, toText } from '../php.ts';
import { notObject, notText, phpAnswer, sortAnswer } from './answers.ts';
import type { Check, Key, Shape } from './types.ts';

const page = 'searchCriteria';

const ORDER: Key = {
  value: {
    is: 'word',
    words: [
      { value: 'ASC', doc: 'Ascending; NULL comes first.' },
      { value: 'DESC', doc: 'Descending; NULL comes last.' },
    ],
  },
  doc: '`DESC` in any case is descending; anything else is ascending.',
  checks: [
    {
      rule: 'wrong-type',
      fails: notText,
      until: 'looseTextTypes',
      expects: '"ASC" or "DESC"',
      answer: phpAnswer('strtoupper(): Argument #1 ($string) must be of type string'),
    },
    {
      rule: 'unknown-value',
      fails: (value) => isSet(value) && !['asc', 'desc'].includes(toText(value).toLowerCase()),
      expects: '"ASC" or "DESC"',
      silently: 'It sorts ascending: only "desc", in any case, is descending.',
    },
  ],
};

/** PHP's truth: a text is true unless it is empty or "0". */
const MISTAKEN_FOR_TRUE: Check = {
  rule: 'wrong-type',
  fails: (value) => !isEmpty(value) && ![true, 1, '1', 'true'].some((meant) => meant === value),
  expects: 'true or false',
  silently: 'It counts as true.',
};

/** The server looks at the element as a whole; the error stands at the element (section 2.4). */
function elementChecks(): readonly Check[] {
  const detail = 'The "sort" array needs to be an associative array at least containing a field name';
  const noField = (value: unknown): boolean => typeof value !== 'string';
  return [
    { rule: 'missing-key', fails: noField, from: 'elementsChecked', answer: sortAnswer(detail, '') },
    {
      rule: 'missing-key',
      fails: noField,
      until: 'elementsChecked',
      answer: phpAnswer('RequestCriteriaBuilder: Undefined array key "field"'),
    },
  ];
}

/** One element of `sort` (reference, section 2.4). */
export const SORTING: Shape = {
  title: 'a sorting',
  doc: 'A field to sort by.',
  page,
  keys: {
    field: {
      value: { is: 'path', use: 'sort' },
      doc: 'Path of the field to sort by, or `_score`.',
      required: true,
      checks: elementChecks(),
    },
    order: { ...ORDER, usual: true },
    naturalSorting: {
      value: { is: 'boolean' },
      doc: 'Sorts by the length of the text first, so that "9" comes before "10".',
      checks: [MISTAKEN_FOR_TRUE],
    },
    type: {
      value: {
        is: 'word',
        words: [
          { value: 'count', doc: 'Sorts by the number of rows behind a to-many association.', since: 'countSorting' },
        ],
      },
      doc: '`count` sorts by the number of rows; any other value is a plain sorting.',
      since: 'countSorting',
      checks: [
        {
          rule: 'wrong-type',
          fails: notText,
          until: 'looseTextTypes',
          expects: '"count"',
          answer: phpAnswer('strtolower(): Argument #1 ($string) must be of type string'),
        },
        {
          rule: 'unknown-value',
          fails: (value) => isSet(value) && toText(value).toLowerCase() !== 'count',
          expects: '"count"',
          silently: 'It is a plain sorting: only "count" has a meaning.',
        },
      ],
    },
  },
};

/** `sort` of a terms or histogram aggregation: one object (section 4). */
export const TERMS_SORTING: Shape = {
  title: 'the sorting of buckets',
  doc: 'How the buckets are sorted: by `_count` or a field.',
  page,
  keys: {
    field: {
      value: { is: 'path', use: 'aggregationSort' },
      doc: '`_count`, or the path of a field.',
      required: true,
      checks: [
        {
          rule: 'missing-key',
          fails: (value) => typeof value !== 'string',
          answer: phpAnswer('FieldSorting::__construct(): Argument #1 ($field) must be of type string, null given'),
        },
      ],
    },
    order: ORDER,
    naturalSorting: {
      value: { is: 'boolean' },
      doc: 'Sorts by the length of the text first.',
      checks: [MISTAKEN_FOR_TRUE],
    },
  },
};

const SORTING_DETAIL = 'The "sort" array needs to be an associative array at least containing a field name';

/** `sort` of a criteria: a list, or one text (section 2.4). */
export const SORT: Key = {
  value: {
    is: 'either',
    options: [
      {
        is: 'list',
        of: { is: 'object', shape: 'sorting' },
        stopsAtFirst: true,
        each: [
          {
            rule: 'wrong-type',
            fails: notObject,
            from: 'elementsChecked',
            expects: 'a sorting: an object with "field"',
            answer: sortAnswer(SORTING_DETAIL, ''),
          },
          {
            rule: 'wrong-type',
            fails: notObject,
            until: 'elementsChecked',
            expects: 'a sorting: an object with "field"',
            answer: phpAnswer('Cannot access offset of type string on string'),
          },
        ],
      },
      { is: 'sortText' },
    ],
  },
  doc: 'A list of sortings, or one string: `-name,stock`.',
  checks: [
    {
      rule: 'wrong-type',
      fails: (value) => typeof value === 'number' || typeof value === 'boolean',
      expects: 'a list of sortings',
      answer: phpAnswer('explode(): Argument #2 ($string) must be of type string'),
    },
    {
      rule: 'invalid-value',
      fails: (value) => typeof value === 'string' && value.split(',').every(isEmpty),
      expects: 'a list of sortings, or a string with at least one field path',
      answer: sortAnswer(
        'The "sort" parameter needs to be a sorting array or a comma separated list of fields',
        '/sort',
      ),
    },
  ],
};
