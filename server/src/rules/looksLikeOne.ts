import { SHAPES } from '../criteria/grammar/index.ts';
import type { Value } from '../criteria/grammar/types.ts';

/** Whether these members are those of one element of a list: one filter instead of a list of filters. */
export function looksLikeOne(of: Value, values: Readonly<Record<string, unknown>>): boolean {
  if (of.is === 'variant') return typeof values.type === 'string';
  return of.is === 'object' && Object.keys(SHAPES[of.shape].keys).some((known) => known in values);
}

/** Whether a filter belongs here. */
export function isFilter(value: Value): boolean {
  return value.is === 'variant' && value.family === 'filter';
}

/** The list that a value may be. */
export function listIn(value: Value): Extract<Value, { is: 'list' }> | undefined {
  if (value.is === 'list') return value;
  return value.is === 'either' ? value.options.flatMap((option) => listIn(option) ?? [])[0] : undefined;
}
