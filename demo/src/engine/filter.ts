import type { Anchor } from './collation.ts';

export type Scalar = string | number | boolean | null;

export type Operator = 'AND' | 'OR' | 'XOR';

/** Bounds of a range; null is a bound that nothing meets. `gt` beats `gte`, `lt` beats `lte`. */
export type Bounds = Partial<Readonly<Record<'gt' | 'gte' | 'lt' | 'lte', Scalar>>>;

interface Like {
  readonly value: string;
}

/** What each kind of filter on one field holds besides `kind` and `field`. */
interface FieldFilters extends Record<Anchor, Like> {
  equals: { readonly value: Scalar };
  equalsAny: { readonly values: readonly Scalar[] };
  range: { readonly bounds: Bounds };
}

export type FieldFilterKind = keyof FieldFilters;

/** A filter on one field. */
export type FieldFilter<Kind extends FieldFilterKind = FieldFilterKind> = {
  [K in Kind]: { readonly kind: K; readonly field: string } & FieldFilters[K];
}[Kind];

/** Several filters as one; `not`, `nand` and `nor` are negated groups. */
export interface FilterGroup {
  readonly kind: 'group';
  readonly operator: Operator;
  readonly negated: boolean;
  readonly queries: readonly Filter[];
}

/** What the server makes of the filters of a body: six kinds and groups of them. */
export type Filter = FieldFilter | FilterGroup;

/** All of these. */
export function allOf(queries: readonly Filter[]): FilterGroup {
  return { kind: 'group', operator: 'AND', negated: false, queries };
}

/** The filters that all have to be met for this one to be met. */
export function conjuncts(filter: Filter): readonly Filter[] {
  const isAll = filter.kind === 'group' && filter.operator === 'AND' && !filter.negated;
  return isAll ? filter.queries.flatMap(conjuncts) : [filter];
}

/** Every field that a filter speaks about, in order. */
export function fieldsOf(filter: Filter): readonly string[] {
  return filter.kind === 'group' ? filter.queries.flatMap(fieldsOf) : [filter.field];
}
