import type { Stage } from '../../shopware/refusal.ts';
import { isArray, isEmpty, isSet } from '../php.ts';
import type { Answer, Check } from './types.ts';

/** No pointer at all: the server throws at once. */
export const NO_POINTER = { special: 'none' } as const;
const EMPTY_POINTER = { special: 'empty' } as const;

function atPath(path: string): Readonly<Record<string, unknown>> {
  return { path };
}

/** 400 of a filter, collected with the others (QueryStringParser). `pointer` is relative to the filter. */
export function filterAnswer(detail: string, pointer: string): Answer {
  return { status: 400, code: 'FRAMEWORK__INVALID_FILTER_QUERY', detail, parameters: atPath, pointer, collected: true };
}

/** The missing type has an empty pointer wherever it stands (section 3). */
export const FILTER_TYPE_MISSING: Answer = {
  status: 400,
  code: 'FRAMEWORK__INVALID_FILTER_QUERY',
  detail: 'Value for filter type is required.',
  parameters: atPath,
  pointer: EMPTY_POINTER,
  collected: true,
};

export function sortAnswer(detail: string, pointer: string): Answer {
  return { status: 400, code: 'FRAMEWORK__INVALID_SORT_QUERY', detail, parameters: atPath, pointer, collected: true };
}

/** `pointer` is relative to the outermost aggregation: a nested one's error carries the outer index (section 4). */
export function aggregationAnswer(detail: string, pointer = ''): Answer {
  const parameters = () => ({ message: detail });
  return { status: 400, code: 'FRAMEWORK__INVALID_AGGREGATION_QUERY', detail, parameters, pointer, collected: true };
}

/** A PHP TypeError while parsing: thrown at once. */
export function phpAnswer(detail: string): Answer {
  return { status: 500, code: '0', detail, pointer: NO_POINTER, collected: false };
}

/** A required key that is absent or empty as PHP sees it. */
export function required(answer: Answer): Check {
  return { rule: 'missing-key', fails: isEmpty, answer };
}

/** A required key that must be there and not null. */
export function requiredSet(answer: Answer): Check {
  return { rule: 'missing-key', fails: (value) => !isSet(value) || value === '', answer };
}

/** Whether the value is there and no text. */
export function notText(value: unknown): boolean {
  return isSet(value) && typeof value !== 'string';
}

/** Whether the value is there and neither list nor object. */
export function notArray(value: unknown): boolean {
  return isSet(value) && typeof value !== 'object';
}

/** Whether the value is no object; PHP takes a list for one. */
export function notObject(value: unknown): boolean {
  return !isArray(value);
}

/** Thrown at once, without a pointer. */
export function plainAnswer(
  status: number,
  code: string,
  detail: string,
  parameters: Readonly<Record<string, unknown>> = {},
): Answer {
  return { status, code, detail, parameters: () => parameters, pointer: NO_POINTER, collected: false };
}

/** The database stumbles over what the shop writes into its query (reference, section 8). */
export function sqlSyntaxAnswer(stage: Stage): Answer {
  const detail = 'You have an error in your SQL syntax';
  return { status: 500, code: '1064', detail, pointer: NO_POINTER, collected: false, stage };
}
