import { isSet, toText } from '../php.ts';
import { notText, phpAnswer } from './answers.ts';
import { durationKeys } from './durations.ts';
import { EQUALS_VALUE, field, likeValue, listValue, QUERIES, RANGE_FIELD, RANGE_PARAMETERS } from './filterKeys.ts';
import type { Shape } from './types.ts';

const page = 'searchCriteria';

/** Every filter type (reference, section 3; QueryStringParser). A new one is one entry here. */
export const FILTERS = {
  equals: {
    title: 'an equals filter',
    doc: 'The field has exactly this value; `null` means: has none.',
    page,
    keys: { field: field('equals'), value: EQUALS_VALUE },
  },
  equalsAny: {
    title: 'an equalsAny filter',
    doc: 'The field has one of these values.',
    page,
    keys: { field: field('equalsAny'), value: listValue('equalsAny') },
  },
  equalsAll: {
    title: 'an equalsAll filter',
    doc: 'Through a to-many association: there is a row for each of these values.',
    page,
    since: 'equalsAllFilter',
    keys: { field: field('equalsAll'), value: listValue('equalsAll') },
  },
  contains: {
    title: 'a contains filter',
    doc: 'The text of the field contains this one.',
    page,
    keys: { field: field('contains'), value: likeValue('contains') },
  },
  prefix: {
    title: 'a prefix filter',
    doc: 'The text of the field begins with this one.',
    page,
    keys: { field: field('prefix'), value: likeValue('prefix') },
  },
  suffix: {
    title: 'a suffix filter',
    doc: 'The text of the field ends with this one.',
    page,
    keys: { field: field('suffix'), value: likeValue('suffix') },
  },
  range: {
    title: 'a range filter',
    doc: 'The field lies between bounds: numbers, dates or strings.',
    page,
    keys: { field: RANGE_FIELD, parameters: RANGE_PARAMETERS },
  },
  since: {
    title: 'a since filter',
    doc: 'The date lies this far in the past, compared by the day.',
    page,
    since: 'durationFilters',
    keys: durationKeys('since'),
  },
  until: {
    title: 'an until filter',
    doc: 'The date lies this far in the future, compared by the day.',
    page,
    since: 'durationFilters',
    keys: durationKeys('until'),
  },
  multi: {
    title: 'a multi filter',
    doc: 'Several filters, combined with `and` or `or`.',
    page,
    keys: {
      operator: {
        value: {
          is: 'word',
          words: [
            { value: 'and', doc: 'All of them.' },
            { value: 'or', doc: 'At least one of them.' },
          ],
        },
        doc: 'How to combine; without it `and`.',
        usual: true,
        checks: [
          {
            rule: 'wrong-type',
            fails: notText,
            until: 'looseTextTypes',
            expects: '"and" or "or"',
            answer: phpAnswer('mb_strtoupper(): Argument #1 ($string) must be of type string'),
          },
          {
            rule: 'unknown-value',
            fails: (value) => isSet(value) && !['and', 'or'].includes(toText(value).toLowerCase()),
            expects: '"and" or "or"',
            silently: 'Anything but "or" is read as "and".',
          },
        ],
      },
      queries: QUERIES,
    },
  },
  not: {
    title: 'a not filter',
    doc: 'None of the combinations of these filters: `NOT (a AND b)` or `NOT (a OR b)`.',
    page,
    keys: {
      operator: {
        value: {
          is: 'word',
          words: [
            { value: 'and', doc: 'Not all of them together.' },
            { value: 'or', doc: 'None of them.' },
            { value: 'xor', doc: 'Not exactly one of them.' },
          ],
        },
        doc: 'How the filters inside are combined before they are negated; without it `and`.',
        checks: [
          {
            rule: 'wrong-type',
            fails: notText,
            expects: '"and", "or" or "xor"',
            answer: phpAnswer('NotFilter::__construct(): Argument #1 ($operator) must be of type string'),
          },
          {
            rule: 'invalid-value',
            fails: (value) => typeof value === 'string' && !['and', 'or', 'xor'].includes(value.trim().toLowerCase()),
            expects: '"and", "or" or "xor"',
            answer: phpAnswer('Operator not allowed'),
          },
        ],
      },
      queries: QUERIES,
    },
  },
  and: {
    title: 'an and filter',
    doc: 'All of these filters.',
    page,
    since: 'namedGroupFilters',
    keys: { queries: QUERIES },
  },
  or: {
    title: 'an or filter',
    doc: 'At least one of these filters.',
    page,
    since: 'namedGroupFilters',
    keys: { queries: QUERIES },
  },
  nand: {
    title: 'a nand filter',
    doc: 'Not all of these filters together.',
    page,
    since: 'namedGroupFilters',
    keys: { queries: QUERIES },
  },
  nor: {
    title: 'a nor filter',
    doc: 'None of these filters.',
    page,
    since: 'namedGroupFilters',
    keys: { queries: QUERIES },
  },
} as const satisfies Readonly<Record<string, Shape>>;

export type FilterType = keyof typeof FILTERS;

/** Filters that compare with texts only. */
export const TEXT_TYPES: readonly string[] = ['contains', 'prefix', 'suffix'];

/** Filters to which an id is its raw bytes; `equals`, `equalsAny` and `equalsAll` convert it (reference, section 3). */
export const BYTE_TYPES: readonly string[] = [...TEXT_TYPES, 'range', 'since', 'until'];

/** `parameters` of a range filter. */
export const RANGE_BOUNDS: Shape = {
  title: 'the object "parameters" of a range filter',
  doc: 'From and to.',
  page,
  keys: {
    gt: { value: { is: 'operand' }, doc: 'Greater than.' },
    gte: { value: { is: 'operand' }, doc: 'Greater than or equal.', usual: true },
    lt: { value: { is: 'operand' }, doc: 'Less than.' },
    lte: { value: { is: 'operand' }, doc: 'Less than or equal.' },
  },
};
