import type { Aggregation } from '../engine/aggregationParser.ts';
import { EMPTY_CRITERIA } from '../engine/criteria.ts';
import { allOf, type Filter } from '../engine/filter.ts';
import { isJsonObject, type Json, type JsonObject, objects } from '../engine/json.ts';
import { readEntities } from '../engine/readEntities.ts';
import { invalidId } from '../engine/refused.ts';
import { grouped, groupsWith } from './propertyGroups.ts';
import { isHex, isOn, keyIn, listIn, numberIn } from './storeBody.ts';
import { equals, type StoreCall } from './storeRoute.ts';

/** One thing that a customer may narrow a listing by (Product/SalesChannel/Listing/Filter). */
interface Facet {
  readonly name: string;
  /** What there is to choose from. */
  readonly aggregations: readonly Aggregation[];
  /** What was chosen. */
  readonly chosen: Filter | undefined;
  /** The choice as the listing repeats it. */
  readonly current: Json;
  /** Its own choice does not narrow what there is to choose from, even where the others' do. */
  readonly staysWide: boolean;
}

/** The choices of a request: post-filters, so that aggregations do not see them. */
export function chosenFilters(call: StoreCall): readonly Filter[] {
  return facetsOf(call).flatMap(({ chosen }) => chosen ?? []);
}

/** The choices as a listing repeats them. */
export function currentFilters(call: StoreCall): JsonObject {
  return Object.fromEntries(facetsOf(call).map(({ name, current }) => [name, current]));
}

/**
 * What there is to choose from, as aggregations of the listing. With `reduce-aggregations` the choices narrow it
 * (AggregationListingProcessor).
 */
export function facetAggregations(call: StoreCall): readonly Aggregation[] {
  const facets = facetsOf(call);
  if (keyIn(call.body, 'reduce-aggregations') === undefined) return facets.flatMap(({ aggregations }) => aggregations);
  return facets.flatMap((facet) => {
    const narrowing = facets.filter((other) => !(facet.staysWide && other === facet));
    const filters = narrowing.flatMap(({ chosen }) => chosen ?? []);
    return facet.aggregations.map((nested): Aggregation => ({ type: 'filter', name: nested.name, filters, nested }));
  });
}

/** The results as a listing shows them: of the price only its ends, of properties and options the groups. */
export function shownFacets(call: StoreCall, results: Json): Json {
  if (!isJsonObject(results)) return results;
  const { properties, options, ...others } = results;
  const { price } = others;
  const ids = new Set([options, properties].flatMap(bucketKeys));
  return {
    ...others,
    ...(isJsonObject(price) && { price: { ...price, avg: null, sum: null } }),
    ...(ids.size > 0
      ? { properties: { name: 'properties', entities: filterable(call, ids), apiAlias: 'properties_aggregation' } }
      : { ...(properties !== undefined && { properties }), ...(options !== undefined && { options }) }),
  };
}

function facetsOf(call: StoreCall): readonly Facet[] {
  return Object.entries(FACETS).flatMap(([name, facet]) =>
    isOn(call.body, `${name}-filter`, true) ? facet(call) : [],
  );
}

/** By the name of the switch that takes each away. */
const FACETS: Readonly<Record<string, (call: StoreCall) => Facet>> = {
  manufacturer,
  price,
  rating,
  'shipping-free': shippingFree,
  property: properties,
};

function manufacturer({ body }: StoreCall): Facet {
  const ids = listIn(body, 'manufacturer');
  const odd = ids.find((id) => !isHex(id));
  if (odd !== undefined) throw invalidId(odd);
  return {
    name: 'manufacturer',
    aggregations: [
      { type: 'entity', name: 'manufacturer', field: 'manufacturerId', definition: 'product_manufacturer' },
    ],
    chosen: ids.length > 0 ? anyOf('manufacturerId', ids) : undefined,
    current: ids,
    staysWide: true,
  };
}

function price({ body }: StoreCall): Facet {
  const min = numberIn(body, 'min-price');
  const max = numberIn(body, 'max-price');
  const bounds = { ...(min > 0 && { gte: min }), ...(max > 0 && { lte: max }) };
  return {
    name: 'price',
    aggregations: [{ type: 'stats', name: 'price', field: 'cheapestPrice' }],
    chosen: Object.keys(bounds).length > 0 ? { kind: 'range', field: 'cheapestPrice', bounds } : undefined,
    current: { min, max },
    staysWide: true,
  };
}

function rating({ body }: StoreCall): Facet {
  const field = 'ratingAverage';
  const chosen = numberIn(body, 'rating');
  return {
    name: 'rating',
    aggregations: [
      {
        type: 'filter',
        name: 'rating-exists',
        filters: [{ kind: 'range', field, bounds: { gte: 0 } }],
        nested: { type: 'max', name: 'rating', field },
      },
    ],
    chosen: chosen > 0 ? { kind: 'range', field, bounds: { gte: chosen } } : undefined,
    current: chosen || null,
    staysWide: true,
  };
}

function shippingFree({ body }: StoreCall): Facet {
  const isFree = equals('shippingFree', true);
  const isChosen = isOn(body, 'shipping-free', false);
  return {
    name: 'shipping-free',
    aggregations: [
      {
        type: 'filter',
        name: 'shipping-free-filter',
        filters: [isFree],
        nested: { type: 'max', name: 'shipping-free', field: 'shippingFree' },
      },
    ],
    chosen: isChosen ? isFree : undefined,
    current: isChosen,
    staysWide: true,
  };
}

function properties(call: StoreCall): Facet {
  const terms = (name: string, field: string): Aggregation => ({
    type: 'terms',
    ...{ name, field, limit: 0, sorting: undefined, nested: undefined },
  });
  // What is no id is left out (PropertyListingFilterHandler).
  const ids = listIn(call.body, 'properties').filter((id) => /^[0-9a-f]{32}$/.test(id));
  return {
    name: 'properties',
    aggregations: [terms('properties', 'properties.id'), terms('options', 'options.id')],
    chosen: ids.length > 0 ? allOf(chosenOptions(call, ids)) : undefined,
    current: ids,
    staysWide: false,
  };
}

/** One of the chosen options of each group, as an option of a variant or as a property. */
function chosenOptions({ shop }: StoreCall, ids: readonly string[]): readonly Filter[] {
  const options = shop.database.table('property_group_option');
  const byGroup = grouped(ids, (id) => String(options?.where('id', id)[0]?.groupId));
  return [...byGroup.values()].map((chosen) => ({
    kind: 'group',
    operator: 'OR',
    negated: false,
    queries: [anyOf('optionIds', chosen), anyOf('propertyIds', chosen)],
  }));
}

function filterable({ shop, context }: StoreCall, ids: ReadonlySet<string>): readonly JsonObject[] {
  const table = shop.database.table('property_group_option');
  const rows = [...ids].flatMap((id) => table?.where('id', id) ?? []);
  const reading = { database: shop.database, context };
  const options = table ? readEntities(reading, table, rows, EMPTY_CRITERIA) : [];
  return groupsWith(reading, options).filter((group) => group.filterable === true);
}

function bucketKeys(result: Json | undefined): readonly string[] {
  const buckets = isJsonObject(result) ? objects(result.buckets) : [];
  return buckets.map(({ key }) => String(key)).filter(Boolean);
}

function anyOf(field: string, values: readonly string[]): Filter {
  return { kind: 'equalsAny', field, values };
}
