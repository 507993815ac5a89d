import type { Context } from '../engine/context.ts';
import type { Criteria } from '../engine/criteria.ts';
import type { Table } from '../engine/database.ts';
import { type SearchResult, search } from '../engine/engine.ts';
import type { Filter } from '../engine/filter.ts';
import type { Json } from '../engine/json.ts';
import { Refused } from '../engine/refused.ts';
import { shapeResponse } from '../engine/shapeResponse.ts';
import { type Answer, ok } from './answer.ts';
import type { SalesChannel, Shop } from './shop.ts';

/** A route of the Store API that takes a criteria. */
export interface StoreRoute {
  /** Its groups are the parameters. */
  readonly path: RegExp;
  /** Without it GET and POST. */
  readonly methods?: readonly string[];
  readonly entity: string;
  /** Whether refusals count: a few routes never look at most of the criteria. */
  readonly unchecked?: boolean;
  answer(call: StoreCall): Found;
}

export interface Found {
  readonly answer: Answer;
  readonly found: boolean;
}

export interface StoreCall {
  readonly shop: Shop;
  readonly context: Context;
  readonly table: Table;
  readonly criteria: Criteria;
  /** For the keys that are no criteria (`order`, `search`, `p`). */
  readonly body: Json;
  /** The first parameter of the path, and all of them. */
  readonly parameter: string;
  readonly parameters: readonly string[];
}

/** Searches with filters that the route adds. */
export function searchWith({ shop, context, table, criteria }: StoreCall, filters: readonly Filter[]): SearchResult {
  return search(shop.database, context, table, { ...criteria, filters: [...criteria.filters, ...filters] });
}

/** A body in the form that the criteria's `includes` and `excludes` leave. */
export function answered({ criteria }: StoreCall, body: Json, found = true): Found {
  return { answer: ok(shapeResponse(body, criteria, 'store')), found };
}

export function equals(field: string, value: string | boolean | null): Filter {
  return { kind: 'equals', field, value };
}

/** Active products that are shown in this sales channel. */
export function visibleIn({ id }: SalesChannel): readonly Filter[] {
  const inChannel: readonly Filter[] = [
    equals('visibilities.salesChannelId', id),
    { kind: 'range', field: 'visibilities.visibility', bounds: { gte: 10 } },
  ];
  return [equals('active', true), { kind: 'group', operator: 'AND', negated: false, queries: inChannel }];
}

/** Of the variants of a product one is shown for each of its display groups; products without a group are not shown. */
export const ONE_OF_A_GROUP: Filter = {
  kind: 'group',
  operator: 'AND',
  negated: true,
  queries: [equals('displayGroup', null)],
};

/** The refusal of an id that leads nowhere. */
export function missing(code: string, entity: string, value: string): Refused {
  const parameters = { entity, field: 'id', value };
  return new Refused(404, code, `Could not find ${entity} with id "${value}"`, parameters);
}
