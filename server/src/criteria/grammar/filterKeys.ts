import { isArray, isEmpty, isSet, partsOf, toText } from '../php.ts';
import { filterAnswer, notArray, notText, phpAnswer, required, requiredSet, sqlSyntaxAnswer } from './answers.ts';
import type { Answer, Check, Key } from './types.ts';

/** `Parameter "value" for equals filter is missing.` */
export function missing(type: string, key: string): Answer {
  return filterAnswer(`Parameter "${key}" for ${type} filter is missing.`, `/${key}`);
}

const FIELD = {
  value: { is: 'path', use: 'filter' },
  doc: 'Path of the field to compare, starting at the searched entity.',
  required: true,
} as const satisfies Key;

const NO_PATH = { rule: 'wrong-type', expects: 'a field path as a string' } as const;

/** A field that is no text is only met after the value was looked at; since 2026 it is refused with a pointer. */
function fieldTypeChecks(type: string): readonly Check[] {
  const fault: Check = { ...NO_PATH, marks: 'field', fails: (_, { field: path }) => notText(path) };
  return [
    {
      ...fault,
      until: 'strictOperands',
      answer: phpAnswer('buildFieldName(): Argument #2 must be of type string'),
    },
    { ...fault, from: 'strictOperands', answer: missing(type, 'field') },
  ];
}

export function field(type: string): Key {
  return { ...FIELD, checks: [required(missing(type, 'field'))] };
}

const FIELD_USED = phpAnswer('buildFieldName(): Argument #2 must be of type string, null given');

/** `since` and `until` use the field before they look whether it is empty. */
export function usedField(type: 'since' | 'until'): Key {
  return {
    ...FIELD,
    checks: [
      { rule: 'missing-key', fails: (value) => !isSet(value), answer: FIELD_USED },
      { ...NO_PATH, fails: notText, answer: FIELD_USED },
      required(missing(type, 'field')),
    ],
  };
}

/** Nor does `range`, but since 6.5.8.8 it looks for the parameters first. */
export const RANGE_FIELD: Key = {
  ...FIELD,
  checks: [
    { rule: 'missing-key', fails: (value) => !isSet(value), until: 'rangeParametersChecked', answer: FIELD_USED },
    {
      rule: 'missing-key',
      fails: (value, { parameters }) => !isSet(value) && !isMissing(parameters),
      from: 'rangeParametersChecked',
      answer: FIELD_USED,
    },
    { ...NO_PATH, fails: notText, until: 'rangeParametersChecked', answer: FIELD_USED },
    {
      ...NO_PATH,
      fails: (value, { parameters }) => notText(value) && !isMissing(parameters),
      from: 'rangeParametersChecked',
      answer: FIELD_USED,
    },
  ],
};

function isMissing(parameters: unknown): boolean {
  return !isSet(parameters) || (isArray(parameters) && isEmpty(parameters));
}

export const EQUALS_VALUE: Key = {
  value: { is: 'operand' },
  doc: 'The value to compare with; `null` finds rows without a value.',
  required: true,
  checks: [
    { rule: 'missing-key', fails: (value) => value === undefined, answer: missing('equals', 'value') },
    {
      rule: 'invalid-value',
      fails: (value) => value === '',
      until: 'equalsEmptyText',
      expects: 'a string that is not empty (accepted since Shopware 6.7.0)',
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

export function listValue(type: 'equalsAny' | 'equalsAll'): Key {
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
  checks.push({
    rule: 'missing-key',
    fails: (value) => typeof value === 'string' && partsOf(value).length === 0,
    until: 'strictOperands',
    answer: filterAnswer(`Parameter "value" for ${type} filter does not contain any value.`, '/value'),
  });
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
    doc: 'A list of values, or one string with `|` between them.',
    required: true,
    checks,
  };
}

/** What is no text: `contains` stumbles over it up to 6.4, `prefix` and `suffix` over a list from 6.5 on. */
const NO_TEXT: Readonly<Record<'contains' | 'prefix' | 'suffix', readonly Check[]>> = {
  contains: [
    {
      rule: 'wrong-type',
      expects: 'a string',
      fails: notText,
      until: 'looseTextTypes',
      answer: { ...phpAnswer('addcslashes(): Argument #1 ($string) must be of type string'), stage: 'search' },
    },
    takenForArray({ from: 'looseTextTypes', until: 'strictOperands' }),
  ],
  prefix: [takenForArray({ until: 'looseTextTypes' }), refusedList()],
  suffix: [takenForArray({ until: 'looseTextTypes' }), refusedList()],
};

function takenForArray(versions: Pick<Check, 'from' | 'until'>): Check {
  return {
    rule: 'wrong-type',
    expects: 'a string',
    fails: isArray,
    ...versions,
    silently: 'A list is read as the string "Array".',
  };
}

function refusedList(): Check {
  return {
    rule: 'wrong-type',
    expects: 'a string',
    fails: isArray,
    from: 'looseTextTypes',
    until: 'strictOperands',
    answer: phpAnswer('must be of type string|float|int|null, array given'),
  };
}

export function likeValue(type: 'contains' | 'prefix' | 'suffix'): Key {
  const noScalar: Check = {
    rule: 'wrong-type',
    expects: 'a string',
    fails: isArray,
    from: 'strictOperands',
    answer: filterAnswer(`Parameter "value" for ${type} filter must be scalar.`, '/value'),
  };
  return {
    value: { is: 'operand' },
    doc: 'The text to look for, without regard to upper and lower case; `%` and `_` stand for themselves.',
    required: true,
    checks: [requiredSet(missing(type, 'value')), noScalar, ...fieldTypeChecks(type), ...NO_TEXT[type]],
  };
}

export const QUERIES: Key = {
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
      fails: (value) => !isSet(value) || (isArray(value) && isEmpty(value)),
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

/** The bounds of a range. */
export const BOUNDS: readonly string[] = ['gt', 'gte', 'lt', 'lte'];

function isRangeOperand(value: unknown): boolean {
  return value === null || typeof value === 'number' || (typeof value === 'string' && value !== '');
}

/** The first entry that is none of a range: its key, or its value. */
function oddBound(parameters: unknown): readonly [string, unknown] | undefined {
  if (!isArray(parameters)) return undefined;
  return Object.entries(parameters).find(([key, bound]) => !BOUNDS.includes(key) || !isRangeOperand(bound));
}

/** The same in the server's words. */
function oddBoundText(parameters: unknown): string {
  const [key, bound] = oddBound(parameters) ?? [''];
  return BOUNDS.includes(key) ? `value ${toText(bound)}` : `key ${key}`;
}

const ODD_BOUND = {
  key: (parameters: unknown) => oddBound(parameters)?.[0],
  expects: 'a number, a string that is not empty, or null',
} as const;

function everyBoundUnknown(parameters: unknown): boolean {
  return isArray(parameters) && !Object.keys(parameters).some((key) => BOUNDS.includes(key));
}

export const RANGE_PARAMETERS: Key = {
  value: { is: 'object', shape: 'rangeParameters' },
  doc: 'The bounds: one or two of `gt`, `gte`, `lt`, `lte`.',
  required: true,
  checks: [
    {
      rule: 'missing-key',
      fails: isMissing,
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
      fails: (value) => oddBound(value) !== undefined,
      from: 'rangeParametersChecked',
      expects: 'an object of gt, gte, lt, lte, each with a number or string',
      within: ODD_BOUND,
      answer: (_, { value }) => filterAnswer(`Invalid range filter ${oddBoundText(value)}`, '/parameters'),
    },
    {
      rule: 'missing-key',
      fails: (value) => !isSet(value) || everyBoundUnknown(value),
      until: 'rangeParametersChecked',
      within: ODD_BOUND,
      answer: sqlSyntaxAnswer('search'),
    },
  ],
};
