import type { AggregationType } from '../../../server/src/criteria/grammar/aggregations.ts';
import { isArray, isEmpty, toText } from '../../../server/src/criteria/php.ts';
import type { Filter } from './filter.ts';
import { parseFilters } from './filterParser.ts';
import { elements, isJsonObject, type Json, type JsonObject, objects } from './json.ts';
import { numberOf } from './sqlValue.ts';

export type Interval = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';

export interface BucketSorting {
  readonly field: string;
  readonly descending: boolean;
  readonly natural: boolean;
  readonly byCount: boolean;
}

export interface Range {
  readonly key: string;
  readonly from: number | undefined;
  readonly to: number | undefined;
}

/** What each type of the grammar holds besides `type` and `name` (reference, section 4). */
interface Aggregations {
  avg: { readonly field: string };
  sum: { readonly field: string };
  min: { readonly field: string };
  max: { readonly field: string };
  stats: { readonly field: string };
  count: { readonly field: string };
  entity: { readonly field: string; readonly definition: string };
  range: { readonly field: string; readonly ranges: readonly Range[] };
  terms: {
    readonly field: string;
    /** 0: no limit. */
    readonly limit: number;
    readonly sorting: BucketSorting | undefined;
    readonly nested: Aggregation | undefined;
  };
  histogram: {
    readonly field: string;
    readonly interval: Interval;
    readonly format: string | undefined;
    readonly sorting: BucketSorting | undefined;
    readonly nested: Aggregation | undefined;
  };
  filter: { readonly filters: readonly Filter[]; readonly nested: Aggregation };
}

export type { AggregationType };

export type Aggregation<Type extends AggregationType = AggregationType> = {
  [T in Type]: { readonly type: T; readonly name: string } & Aggregations[T];
}[Type];

type Parse = (raw: JsonObject, name: string, field: string, now: Date) => Aggregation | undefined;

const TYPES: Readonly<Record<AggregationType, Parse>> = {
  avg: (_, name, field) => ({ type: 'avg', name, field }),
  sum: (_, name, field) => ({ type: 'sum', name, field }),
  min: (_, name, field) => ({ type: 'min', name, field }),
  max: (_, name, field) => ({ type: 'max', name, field }),
  stats: (_, name, field) => ({ type: 'stats', name, field }),
  count: (_, name, field) => ({ type: 'count', name, field }),
  entity: (raw, name, field) => ({ type: 'entity', name, field, definition: String(raw.definition) }),
  range: (raw, name, field) => ({ type: 'range', name, field, ranges: elements(raw.ranges).map(range) }),
  terms: (raw, name, field, now) => ({
    type: 'terms',
    name,
    field,
    limit: Math.trunc(Number(raw.limit ?? 0)) || 0,
    sorting: sorting(raw.sort),
    nested: parseAggregation(raw.aggregation, now),
  }),
  histogram: (raw, name, field, now) => ({
    type: 'histogram',
    name,
    field,
    interval: interval(raw.interval),
    format: typeof raw.format === 'string' && raw.format !== '' ? raw.format : undefined,
    sorting: sorting(raw.sort),
    nested: parseAggregation(raw.aggregation, now),
  }),
  filter: (raw, name, _, now) => {
    const nested = parseAggregation(raw.aggregation, now);
    return nested && { type: 'filter', name, filters: parseFilters(raw.filter, now), nested };
  },
};

/** The list of aggregations of a body. */
export function parseAggregations(raw: Json | undefined, now: Date): readonly Aggregation[] {
  return objects(raw).flatMap((one) => parseAggregation(one, now) ?? []);
}

function parseAggregation(raw: Json | undefined, now: Date): Aggregation | undefined {
  if (!isJsonObject(raw) || typeof raw.type !== 'string' || !isAggregationType(raw.type)) return undefined;
  return TYPES[raw.type](raw, toText(raw.name), typeof raw.field === 'string' ? raw.field : '', now);
}

function isAggregationType(type: string): type is AggregationType {
  return Object.hasOwn(TYPES, type);
}

function sorting(raw: Json | undefined): BucketSorting | undefined {
  if (!isJsonObject(raw) || typeof raw.field !== 'string') return undefined;
  return {
    field: raw.field,
    descending: String(raw.order ?? '').toLowerCase() === 'desc',
    natural: Boolean(raw.naturalSorting),
    byCount: String(raw.type ?? '').toLowerCase() === 'count',
  };
}

/** Both ends are cast to numbers; an element that is no object is the range without ends. */
function range(raw: Json): Range {
  const { from: rawFrom, to: rawTo, key } = isJsonObject(raw) ? raw : {};
  const [from, to] = [bound(rawFrom), bound(rawTo)];
  return { key: key === undefined || key === null ? `${from ?? '*'}-${to ?? '*'}` : toText(key), from, to };
}

function bound(raw: Json | undefined): number | undefined {
  if (raw === undefined || raw === null) return undefined;
  return isArray(raw) ? Number(!isEmpty(raw)) : numberOf(toText(raw));
}

const INTERVALS: readonly Interval[] = ['minute', 'hour', 'day', 'week', 'month', 'quarter', 'year'];

function interval(raw: Json | undefined): Interval {
  return INTERVALS.find((known) => known === raw) ?? 'day';
}
