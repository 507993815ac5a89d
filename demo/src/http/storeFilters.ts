import type { Filter } from '../engine/filter.ts';
import { keyIn, listIn } from './storeBody.ts';
import { equals, type StoreCall } from './storeRoute.ts';

/** What a customer chose in a listing; aggregations do not see it (Product/SalesChannel/Listing/Filter). */
export function chosenFilters(call: StoreCall): readonly Filter[] {
  const { body } = call;
  const manufacturers = listIn(body, 'manufacturer');
  const rating = Number(keyIn(body, 'rating') ?? 0);
  return [
    ...(manufacturers.length > 0 ? [anyOf('manufacturerId', manufacturers)] : []),
    ...price(Number(keyIn(body, 'min-price') ?? 0), Number(keyIn(body, 'max-price') ?? 0)),
    ...(rating > 0 ? [{ kind: 'range', field: 'ratingAverage', bounds: { gte: rating } } as const] : []),
    ...(keyIn(body, 'shipping-free') === 'true' ? [equals('shippingFree', true)] : []),
    ...properties(call),
  ];
}

function price(min: number, max: number): readonly Filter[] {
  const bounds = { ...(min > 0 && { gte: min }), ...(max > 0 && { lte: max }) };
  return Object.keys(bounds).length > 0 ? [{ kind: 'range', field: 'cheapestPrice', bounds }] : [];
}

/** One of the chosen options of each group, as an option of a variant or as a property. */
function properties({ shop, body }: StoreCall): readonly Filter[] {
  const options = shop.database.table('property_group_option');
  const byGroup = new Map<unknown, string[]>();
  for (const id of listIn(body, 'properties')) {
    const group = options?.where('id', id)[0]?.groupId;
    byGroup.set(group, [...(byGroup.get(group) ?? []), id]);
  }
  return [...byGroup.values()].map((ids) => ({
    kind: 'group',
    operator: 'OR',
    negated: false,
    queries: [anyOf('optionIds', ids), anyOf('propertyIds', ids)],
  }));
}

function anyOf(field: string, values: readonly string[]): Filter {
  return { kind: 'equalsAny', field, values };
}
