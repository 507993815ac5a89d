import { isArray, isEmpty, toText } from '../php.ts';
import { filterAnswer, NO_POINTER, notText, phpAnswer, required, sqlSyntaxAnswer } from './answers.ts';
import { missing, usedField } from './filterKeys.ts';
import type { Check, Shape, Word } from './types.ts';

/** What `parameters.operator` of `since` and `until` may be. */
export const DURATION_OPERATORS = [
  { value: 'gt', doc: 'Further away than the duration.' },
  { value: 'gte', doc: 'As far away as the duration, or further.' },
  { value: 'lt', doc: 'Nearer than the duration.' },
  { value: 'lte', doc: 'As far away as the duration, or nearer.' },
  { value: 'eq', doc: 'Exactly as far away, by the day.' },
  { value: 'neq', doc: 'Not exactly as far away.' },
] as const satisfies readonly Word[];

function durationOperator(parameters: unknown): unknown {
  return isArray(parameters) && 'operator' in parameters ? parameters.operator : undefined;
}

function isOperator(text: unknown): boolean {
  return DURATION_OPERATORS.some(({ value }) => value === text);
}

/** The key at fault in `parameters`: the operator, or what stands in its place. */
const OPERATOR = {
  key: (parameters: unknown) => {
    if (!isArray(parameters)) return undefined;
    return 'operator' in parameters ? 'operator' : Object.keys(parameters)[0];
  },
  expects: 'one of gt, gte, lt, lte, eq, neq',
} as const;

const ONE_OPERATOR = {
  expects: 'an object with "operator": one of gt, gte, lt, lte, eq, neq',
  within: OPERATOR,
} as const;

function isBadDuration(value: unknown): boolean {
  return typeof value !== 'string' || !isDuration(value);
}

function isUnknown(parameters: unknown): boolean {
  return !isOperator(durationOperator(parameters));
}

function isUnknownInAnyCase(parameters: unknown): boolean {
  return !isOperator(toText(durationOperator(parameters)).toLowerCase());
}

const BAD_DURATION_CHECKS: readonly Check[] = [
  {
    rule: 'invalid-value',
    marks: 'value',
    fails: (_, owner) => isBadDuration(owner.value),
    until: 'strictOperands',
    expects: 'an ISO 8601 duration such as "P5D" or "PT12H"',
    answer: phpAnswer('Unknown or bad format'),
  },
  {
    rule: 'invalid-value',
    marks: 'value',
    fails: (_, owner) => isBadDuration(owner.value),
    from: 'strictOperands',
    expects: 'an ISO 8601 duration such as "P5D" or "PT12H"',
    answer: filterAnswer('Unknown or bad format', '/value'),
  },
];

/** What each line of versions makes of an operator that it does not know. */
const UNKNOWN_OPERATOR_CHECKS: readonly Check[] = [
  {
    rule: 'invalid-value',
    fails: isUnknown,
    until: 'rangeParametersChecked',
    ...ONE_OPERATOR,
    answer: sqlSyntaxAnswer('search'),
  },
  {
    rule: 'invalid-value',
    fails: isUnknown,
    from: 'rangeParametersChecked',
    until: 'durationOperatorUnhandled',
    ...ONE_OPERATOR,
    answer: {
      status: 400,
      code: 'FRAMEWORK__INVALID_RANGE_FILTER_PARAMS',
      detail: 'Invalid range filter key',
      pointer: NO_POINTER,
      collected: false,
    },
  },
  {
    rule: 'invalid-value',
    fails: isUnknown,
    from: 'durationOperatorUnhandled',
    until: 'strictOperands',
    ...ONE_OPERATOR,
    answer: (_, { value }) => ({
      ...phpAnswer('SearchRequestException::add(): Argument #1 must be of type ShopwareHttpException'),
      unwrapped: {
        status: 400,
        code: 'FRAMEWORK__INVALID_RANGE_FILTER_PARAMS',
        detail: `Invalid range filter key ${toText(durationOperator(value))}`,
      },
    }),
  },
  {
    rule: 'invalid-value',
    fails: isUnknownInAnyCase,
    from: 'strictOperands',
    ...ONE_OPERATOR,
    answer: filterAnswer('Invalid operator', '/parameters/operator'),
  },
];

/** The keys of `since` and `until` (section 3). */
export function durationKeys(type: 'since' | 'until'): Shape['keys'] {
  return {
    field: usedField(type),
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
        ...missingOperatorChecks(type),
        ...operatorTypeChecks(type),
        ...BAD_DURATION_CHECKS,
        ...UNKNOWN_OPERATOR_CHECKS,
      ],
    },
  };
}

function missingOperatorChecks(type: string): readonly Check[] {
  const check = {
    rule: 'missing-key',
    fails: (parameters: unknown) => isEmpty(durationOperator(parameters)),
    within: OPERATOR,
  } as const;
  const isMissing = (name: string): string => `Parameter "${name}.operator" for ${type} filter is missing.`;
  return [
    { ...check, until: 'strictOperands', answer: filterAnswer(isMissing('parameter'), '/parameter') },
    { ...check, from: 'strictOperands', answer: filterAnswer(isMissing('parameters'), '/parameters/operator') },
  ];
}

/**
 * `since` turns the operator round and stumbles over any that is no text, `until` only over what cannot be a key.
 * Between 6.5.8.8 and 6.6.0 any operator goes through the same check, so that none stumbles over its type.
 */
function operatorTypeChecks(type: 'since' | 'until'): readonly Check[] {
  const isOddType = type === 'since' ? notText : isArray;
  const check: Check = {
    rule: 'wrong-type',
    fails: (value) => isOddType(durationOperator(value)),
    ...ONE_OPERATOR,
    answer: phpAnswer('negateOperator(): Argument #1 ($operator) must be of type string'),
  };
  return [
    { ...check, until: 'rangeParametersChecked' },
    { ...check, from: 'durationOperatorUnhandled' },
  ];
}

/** A period as PHP's DateInterval reads it: weeks and days together since PHP 8. */
const PERIOD =
  /P\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}|P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?/g;

/** Several periods count together; what PHP takes for a separator may stand anywhere around them. */
export function isDuration(text: string): boolean {
  const others = text.replace(PERIOD, '');
  return others.length < text.length && /^[ \t\r\n.,/]*$/.test(others);
}
