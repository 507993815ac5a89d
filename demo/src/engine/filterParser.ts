import type { FilterType } from '../../../server/src/criteria/grammar/filters.ts';
import { dayOf, moved, sqlTime } from './duration.ts';
import { allOf, type Bounds, type Filter, type FilterGroup, type Operator, type Scalar } from './filter.ts';
import { elements, isJsonObject, type Json, type JsonObject } from './json.ts';

type Parse = (raw: JsonObject, field: string, now: Date) => Filter;

/** What each type of the grammar is for the server (reference, section 3; QueryStringParser). */
const TYPES: Readonly<Record<FilterType, Parse>> = {
  equals: (raw, field) => ({ kind: 'equals', field, value: scalar(raw.value) }),
  equalsAny: (raw, field) => ({ kind: 'equalsAny', field, values: values(raw.value) }),
  // One group for each value, so that for a to-many path each may be met by another child.
  equalsAll: (raw, field) => allOf(values(raw.value).map((value) => allOf([{ kind: 'equals', field, value }]))),
  contains: (raw, field) => ({ kind: 'contains', field, value: text(raw.value) }),
  prefix: (raw, field) => ({ kind: 'prefix', field, value: text(raw.value) }),
  suffix: (raw, field) => ({ kind: 'suffix', field, value: text(raw.value) }),
  range: (raw, field) => ({ kind: 'range', field, bounds: bounds(raw.parameters) }),
  since: (raw, field, now) => relative(raw, field, now, 'since'),
  until: (raw, field, now) => relative(raw, field, now, 'until'),
  not: (raw, _, now) => group(notOperator(raw.operator), true, raw, now),
  multi: (raw, _, now) => group(multiOperator(raw.operator), false, raw, now),
  and: (raw, _, now) => group('AND', false, raw, now),
  or: (raw, _, now) => group('OR', false, raw, now),
  nand: (raw, _, now) => group('AND', true, raw, now),
  nor: (raw, _, now) => group('OR', true, raw, now),
};

/** A list of filters, or a map of field → value; a text is no filter at all. */
export function parseFilters(raw: Json | undefined, now: Date): readonly Filter[] {
  if (isJsonObject(raw) && !isList(raw)) {
    return Object.entries(raw).map(([field, value]) => ({ kind: 'equals', field, value: scalar(value) }));
  }
  return elements(raw).flatMap((filter) => {
    const parsed = isJsonObject(filter) ? parseFilter(filter, now) : undefined;
    return parsed ? [parsed] : [];
  });
}

function parseFilter(raw: JsonObject, now: Date): Filter | undefined {
  const type = raw.type === true ? 'equals' : raw.type;
  if (typeof type !== 'string' || !isFilterType(type)) return undefined;
  return TYPES[type](raw, typeof raw.field === 'string' ? raw.field : '', now);
}

function isFilterType(type: string): type is FilterType {
  return Object.hasOwn(TYPES, type);
}

/** PHP takes an object with the keys 0 … n-1 for a list. */
function isList(raw: JsonObject): boolean {
  return Object.keys(raw).every((key, index) => key === String(index));
}

function group(operator: Operator, negated: boolean, raw: JsonObject, now: Date): FilterGroup {
  return { kind: 'group', operator, negated, queries: parseFilters(raw.queries, now) };
}

/** Only `or` is known; anything else is AND, silently. */
function multiOperator(raw: Json | undefined): Operator {
  return String(raw).toUpperCase() === 'OR' ? 'OR' : 'AND';
}

function notOperator(raw: Json | undefined): Operator {
  const operator = String(raw ?? 'AND').toUpperCase();
  return operator === 'OR' || operator === 'XOR' ? operator : 'AND';
}

function values(raw: Json | undefined): readonly Scalar[] {
  if (typeof raw === 'string') return raw.split('|').filter((part) => part !== '' && part !== '0');
  if (typeof raw === 'object' && raw !== null) return elements(raw).map(scalar);
  return [scalar(raw)];
}

function scalar(raw: Json | undefined): Scalar {
  if (raw === undefined || raw === null) return null;
  return typeof raw === 'object' ? 'Array' : raw;
}

function text(raw: Json | undefined): string {
  const value = scalar(raw);
  return value === true ? '1' : String(value ?? '');
}

function bounds(raw: Json | undefined): Bounds {
  if (!isJsonObject(raw)) return {};
  const known: { -readonly [Name in keyof Bounds]: Bounds[Name] } = {};
  for (const name of ['gt', 'gte', 'lt', 'lte'] as const) {
    if (name in raw) known[name] = scalar(raw[name]);
  }
  return known;
}

/**
 * `since` lies in the past, `until` in the future; the distance is compared by the day.
 * For `since` the operator turns round: a longer time ago is a smaller date.
 */
function relative(raw: JsonObject, field: string, now: Date, direction: 'since' | 'until'): Filter {
  const operator = isJsonObject(raw.parameters) ? String(raw.parameters.operator) : '';
  const threshold = moved(now, String(raw.value), direction === 'since' ? -1 : 1);
  const past: Bounds = direction === 'since' ? { lt: sqlTime(now) } : { gt: sqlTime(now) };
  const distance = distanceFilter(field, direction === 'since' ? turned(operator) : operator, threshold);
  return allOf([distance, { kind: 'range', field, bounds: past }]);
}

function distanceFilter(field: string, operator: string, threshold: Date): Filter {
  const day = dayOf(threshold);
  const onThatDay: Filter = {
    kind: 'range',
    field,
    bounds: { gte: `${day} 00:00:00.000`, lte: `${day} 23:59:59.000` },
  };
  if (operator === 'eq') return onThatDay;
  if (operator === 'neq') return { kind: 'group', operator: 'AND', negated: true, queries: [onThatDay] };
  return { kind: 'range', field, bounds: { [operator]: day } };
}

const TURNED: Readonly<Record<string, string>> = { lt: 'gt', gt: 'lt', lte: 'gte', gte: 'lte' };

function turned(operator: string): string {
  return TURNED[operator] ?? operator;
}
