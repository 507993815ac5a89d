import { isArray, isEmpty, isSet, toText } from '../php.ts';
import { filterAnswer, NO_POINTER, notArray, notText, phpAnswer, required, requiredSet } from './answers.ts';
import { DURATION_OPERATORS } from './durations.ts';
import type { Answer, Check, Key, Shape } from './types.ts';

/** `Parameter "value" for equals filter is missing.` */
function missing(type: string, key: string): Answer {
  return filterAnswer(`Parameter "${key}" for ${type} filter is missing.`, `/${key}`);
}

const FIELD_DOC = 'Path of the field to compare, starting at the searched entity.';

/** A field that is no text is only met after the value was looked at; since 2026 it is refused with a pointer. */
function fieldTypeChecks(type: string): readonly Check[] {
  const rule = 'wrong-type';
  const marks = 'field';
  const expects = 'a field path as text';
  const fails: Check['fails'] = (_, { field: path }) => notText(path);
  return [
    {
      rule,
      marks,
      fails,
      expects,
      until: 'strictOperands',
      answer: phpAnswer('buildFieldName(): Argument #2 must be of type string'),
    },
    { rule, marks, fails, expects, from: 'strictOperands', answer: missing(type, 'field') },
  ];
}

function field(type: string): Key {
  return {
    value: { is: 'path', use: 'filter' },
    doc: FIELD_DOC,
    required: true,
    checks: [required(missing(type, 'field'))],
  };
}

/** `range`, `since` and `until` do not look before they use the field. */
function uncheckedField(): Key {
  const answer = phpAnswer('buildFieldName(): Argument #2 must be of type string, null given');
  return {
    value: { is: 'path', use: 'filter' },
    doc: FIELD_DOC,
    required: true,
    checks: [
      { rule: 'missing-key', fails: (value) => !isSet(value), answer },
      { rule: 'wrong-type', fails: notText, expects: 'a field path as text', answer },
    ],
  };
}

const EQUALS_VALUE: Key = {
  value: { is: 'operand' },
  doc: 'The value to compare with; `null` finds rows without a value.',
  required: true,
  checks: [
    { rule: 'missing-key', fails: (value) => value === undefined, answer: missing('equals', 'value') },
    {
      rule: 'invalid-value',
      fails: (value) => value === '',
      until: 'equalsEmptyText',
      expects: 'a text that is not empty (accepted since Shopware 6.7.0)',
      answer: missing('equals', 'value'),
    },
    {
      rule: 'wrong-type',
      fails: isArray,
      from: 'equalsScalarChecked',
      expects: 'one value or null; use "equalsAny" for a list',
      answer: filterAnswer('Parameter "value" for equals filter must be scalar or null.', '/value'),
    },
    ...fieldTypeChecks('equals'),
  ],
};

function listValue(type: 'equalsAny' | 'equalsAll'): Key {
  const answer = missing(type, 'value');
  const checks: Check[] = [
    { rule: 'missing-key', fails: isEmpty, until: 'strictOperands', answer },
    {
      rule: 'missing-key',
      fails: (value) => value === undefined || value === '' || (isArray(value) && isEmpty(value)),
      from: 'strictOperands',
      answer,
    },
  ];
  if (type === 'equalsAll') {
    checks.push({
      rule: 'wrong-type',
      from: 'looseTextTypes',
      fails: (value) => isArray(value) && Object.values(value).some(isArray),
      expects: 'a list of single values',
      answer: phpAnswer(
        'EqualsFilter::__construct(): Argument #2 ($value) must be of type string|int|float|bool|null, array given',
      ),
    });
  }
  checks.push(...fieldTypeChecks(type));
  return {
    value: { is: 'either', options: [{ is: 'list', of: { is: 'operand' } }, { is: 'operand' }] },
    doc: 'A list of values, or one text with `|` between them.',
    required: true,
    checks,
  };
}

function likeValue(type: 'contains' | 'prefix' | 'suffix'): Key {
  const answer = missing(type, 'value');
  const rule = 'wrong-type';
  const expects = 'a text';
  const stumbles: Check[] = [
    {
      rule,
      fails: (value) => isSet(value) && !isTextOrNothing(value),
      until: 'looseTextTypes',
      expects,
      answer: { ...phpAnswer('addcslashes(): Argument #1 ($string) must be of type string'), stage: 'search' },
    },
    {
      rule,
      fails: isArray,
      from: 'strictOperands',
      expects,
      answer: filterAnswer(`Parameter "value" for ${type} filter must be scalar.`, '/value'),
    },
  ];
  if (type === 'contains') {
    stumbles.push({
      rule,
      fails: isArray,
      from: 'looseTextTypes',
      until: 'strictOperands',
      expects,
      silently: 'A list is taken for the text "Array".',
    });
  } else {
    stumbles.push({
      rule,
      fails: isArray,
      from: 'looseTextTypes',
      until: 'strictOperands',
      expects,
      answer: phpAnswer('must be of type string|float|int|null, array given'),
    });
  }
  return {
    value: { is: 'operand' },
    doc: 'The text to look for, without regard to upper and lower case; `%` and `_` stand for themselves.',
    required: true,
    checks: [requiredSet(answer), ...stumbles, ...fieldTypeChecks(type)],
  };
}

function isTextOrNothing(value: unknown): boolean {
  return typeof value === 'string' || (isArray(value) && isEmpty(value));
}

const QUERIES: Key = {
  value: {
    is: 'list',
    of: { is: 'variant', family: 'filter' },
    each: [
      {
        rule: 'wrong-type',
        fails: (value) => !isArray(value),
        expects: 'a filter object',
        answer: phpAnswer('QueryStringParser::fromArray(): Argument #2 ($query) must be of type array'),
      },
    ],
  },
  doc: 'The filters of the group.',
  required: true,
  checks: [
    {
      rule: 'missing-key',
      fails: (value) => !isSet(value),
      until: 'looseGroupQueries',
      answer: phpAnswer('parseQueries(): Argument #3 must be of type array, null given'),
    },
    {
      rule: 'missing-key',
      fails: (value) => !isSet(value),
      from: 'looseGroupQueries',
      silently: 'A group without "queries" is no condition at all: it matches everything.',
    },
    {
      rule: 'wrong-type',
      fails: notArray,
      expects: 'a list of filters',
      answer: phpAnswer('parseQueries(): Argument #3 must be of type array'),
    },
  ],
};

const RANGE_KEYS = ['gt', 'gte', 'lt', 'lte'];

function isRangeOperand(value: unknown): boolean {
  return value === null || typeof value === 'number' || (typeof value === 'string' && value !== '');
}

function everyBoundUnknown(parameters: unknown): boolean {
  return isArray(parameters) && !Object.keys(parameters).some((key) => RANGE_KEYS.includes(key));
}

const RANGE_PARAMETERS: Key = {
  value: { is: 'object', shape: 'rangeParameters' },
  doc: 'The bounds: one or two of `gt`, `gte`, `lt`, `lte`.',
  required: true,
  checks: [
    {
      rule: 'missing-key',
      fails: (value) => !isSet(value) || (isArray(value) && isEmpty(value)),
      from: 'rangeParametersChecked',
      answer: missing('range', 'parameters'),
    },
    {
      rule: 'wrong-type',
      fails: notArray,
      expects: 'an object with gt, gte, lt or lte',
      answer: phpAnswer('RangeFilter::__construct(): Argument #2 ($parameters) must be of type array'),
    },
    {
      rule: 'invalid-value',
      fails: (value) =>
        isArray(value) &&
        Object.entries(value).some(([key, bound]) => !RANGE_KEYS.includes(key) || !isRangeOperand(bound)),
      from: 'rangeParametersChecked',
      expects: 'an object of gt, gte, lt, lte with a number or text each',
      answer: filterAnswer('Invalid range filter key or value', '/parameters'),
    },
    {
      rule: 'missing-key',
      fails: (value) => !isSet(value) || everyBoundUnknown(value),
      until: 'rangeParametersChecked',
      answer: {
        status: 500,
        code: '1064',
        detail: 'You have an error in your SQL syntax',
        pointer: NO_POINTER,
        collected: false,
        stage: 'search',
      },
    },
  ],
};

function durationOperator(parameters: unknown): unknown {
  return isArray(parameters) && 'operator' in parameters ? parameters.operator : undefined;
}

function durationKeys(type: 'since' | 'until'): Shape['keys'] {
  const notKnown = (value: unknown): boolean => !DURATION_OPERATORS.some((known) => known === durationOperator(value));
  const notKnownInAnyCase = (value: unknown): boolean =>
    !DURATION_OPERATORS.some((known) => known === toText(durationOperator(value)).toLowerCase());
  const rule = 'invalid-value';
  const expects = 'an object with "operator": one of gt, gte, lt, lte, eq, neq';
  const badDuration = (value: unknown): boolean => typeof value !== 'string' || !isDuration(value);
  return {
    field: uncheckedField(),
    value: {
      value: { is: 'duration' },
      doc: 'An ISO 8601 duration such as `P5D` or `PT12H`, counted from now.',
      required: true,
      checks: [required(missing(type, 'value'))],
    },
    parameters: {
      value: { is: 'object', shape: 'durationParameters' },
      doc: 'How to compare: `{"operator": "gt"}`.',
      required: true,
      checks: [
        {
          rule: 'missing-key',
          fails: (value) => isEmpty(durationOperator(value)),
          until: 'strictOperands',
          answer: filterAnswer(`Parameter "parameter.operator" for ${type} filter is missing.`, '/parameter'),
        },
        {
          rule: 'missing-key',
          fails: (value) => isEmpty(durationOperator(value)),
          from: 'strictOperands',
          answer: filterAnswer(
            `Parameter "parameters.operator" for ${type} filter is missing.`,
            '/parameters/operator',
          ),
        },
        ...operatorTypeChecks(expects),
        {
          rule,
          marks: 'value',
          fails: (_, owner) => badDuration(owner.value),
          until: 'strictOperands',
          expects: 'an ISO 8601 duration such as "P5D" or "PT12H"',
          answer: phpAnswer('Unknown or bad format'),
        },
        {
          rule,
          marks: 'value',
          fails: (_, owner) => badDuration(owner.value),
          from: 'strictOperands',
          expects: 'an ISO 8601 duration such as "P5D" or "PT12H"',
          answer: filterAnswer('Unknown or bad format', '/value'),
        },
        {
          rule,
          fails: notKnown,
          until: 'rangeParametersChecked',
          expects,
          answer: {
            status: 500,
            code: '1064',
            detail: 'You have an error in your SQL syntax',
            pointer: NO_POINTER,
            collected: false,
            stage: 'search',
          },
        },
        {
          rule,
          fails: notKnown,
          from: 'rangeParametersChecked',
          until: 'durationOperatorUnhandled',
          expects,
          answer: {
            status: 400,
            code: 'FRAMEWORK__INVALID_RANGE_FILTER_PARAMS',
            detail: 'Invalid range filter key',
            pointer: NO_POINTER,
            collected: false,
          },
        },
        {
          rule,
          fails: notKnown,
          from: 'durationOperatorUnhandled',
          until: 'strictOperands',
          expects,
          answer: {
            ...phpAnswer('SearchRequestException::add(): Argument #1 must be of type ShopwareHttpException'),
            unwrapped: { status: 400, code: 'FRAMEWORK__INVALID_RANGE_FILTER_PARAMS' },
          },
        },
        {
          rule,
          fails: notKnownInAnyCase,
          from: 'strictOperands',
          expects,
          answer: filterAnswer('Invalid operator', '/parameters/operator'),
        },
      ],
    },
  };
}

/** Between 6.5.8.8 and 6.6.0 any operator goes through the same check, so that none stumbles over its type. */
function operatorTypeChecks(expects: string): readonly Check[] {
  const check: Check = {
    rule: 'wrong-type',
    fails: (value) => isSet(durationOperator(value)) && typeof durationOperator(value) !== 'string',
    expects,
    answer: phpAnswer('negateOperator(): Argument #1 ($operator) must be of type string'),
  };
  return [
    { ...check, until: 'rangeParametersChecked' },
    { ...check, from: 'durationOperatorUnhandled' },
  ];
}

/** What PHP's DateInterval reads; weeks and days together since PHP 8. */
export function isDuration(text: string): boolean {
  return (
    /^P(?=[\dT])(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/.test(text) ||
    /^P\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/.test(text)
  );
}

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
    doc: 'The field lies between bounds: numbers, dates or texts.',
    page,
    keys: { field: uncheckedField(), parameters: RANGE_PARAMETERS },
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
        required: true,
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
            silently: 'Anything but "or" is taken for "and".',
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
