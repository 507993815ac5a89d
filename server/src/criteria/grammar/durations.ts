import { isArray, isEmpty, isSet, toText } from '../php.ts';
import { filterAnswer, NO_POINTER, phpAnswer, required } from './answers.ts';
import { missing, uncheckedField } from './filterKeys.ts';
import type { Check, Shape } from './types.ts';

/** What `parameters.operator` of `since` and `until` may be. */
export const DURATION_OPERATORS = ['gt', 'gte', 'lt', 'lte', 'eq', 'neq'] as const;

function durationOperator(parameters: unknown): unknown {
  return isArray(parameters) && 'operator' in parameters ? parameters.operator : undefined;
}

/** The keys of `since` and `until` (section 3). */
export function durationKeys(type: 'since' | 'until'): Shape['keys'] {
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
