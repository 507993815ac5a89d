import type { Scope } from './column.ts';
import type { Combination } from './combination.ts';
import { type Context, DEFAULT_CURRENCY } from './context.ts';
import { isJsonList, isJsonObject, type Json, type JsonObject } from './json.ts';
import type { SqlType, SqlValue } from './sqlValue.ts';

/** The schema shows prices as `json_object` without properties; only their names tell them (reference, section 5.3). */
const PRICE_FIELDS = new Set([
  'product.price',
  'product.purchasePrices',
  'product_price.price',
  'shipping_method_price.currencyPrice',
]);

export function isPriceField(entity: string, property: string): boolean {
  return PRICE_FIELDS.has(`${entity}.${property}`);
}

/** Rounding to cents by multiplying and dividing leaves four digits, which show in `min` and `max`. */
const PRICE: SqlType = { kind: 'decimal', digits: 4 };

/** What `price[.<currencyId>][.listPrice | .percentage][.net | .gross]` asks for; read from its end. */
interface PricePath {
  readonly state: 'net' | 'gross';
  readonly inside: 'listPrice' | 'percentage' | undefined;
  readonly currencyId: string | undefined;
}

/** A price field, or a part of one, as a column. */
export function priceColumn(
  { context }: Pick<Scope, 'context'>,
  stored: (combination: Combination) => Json | undefined,
  rest: readonly string[],
): { readonly type: SqlType; read(combination: Combination): SqlValue } {
  const path = pricePath(rest);
  return { type: PRICE, read: (combination) => priceIn(context, stored(combination), path) };
}

/**
 * A stored price as a number: in the wanted currency or the request's, else in the default one, rounded to the
 * decimals of the request's currency (reference, section 5.3).
 */
export function priceIn(context: Context, prices: Json | undefined, path: PricePath = GROSS): number | null {
  const { currency } = context;
  const own = amount(prices, path.currencyId ?? currency.id, path);
  if (own !== null) return rounded(own, currency.decimals);
  const fallback = amount(prices, DEFAULT_CURRENCY, path);
  if (fallback === null) return null;
  return rounded(fallback * fallbackFactor(context.api, currency.factor), currency.decimals);
}

/** Without a price in the wanted currency the Store API converts the default one, the Admin API does not. */
function fallbackFactor(api: 'admin' | 'store', factor: number): number {
  return api === 'store' ? factor : 1;
}

const GROSS: PricePath = { state: 'gross', inside: undefined, currencyId: undefined };

function pricePath(rest: readonly string[]): PricePath {
  const parts = [...rest];
  const state = parts.at(-1);
  if (state === 'net' || state === 'gross') parts.pop();
  const inside = parts.at(-1);
  if (inside === 'listPrice' || inside === 'percentage') parts.pop();
  const currency = parts.at(-1);
  return {
    state: state === 'net' ? 'net' : 'gross',
    inside: inside === 'listPrice' || inside === 'percentage' ? inside : undefined,
    currencyId: currency !== undefined && /^[0-9a-f]{32}$/.test(currency) ? currency : undefined,
  };
}

function amount(prices: Json | undefined, currencyId: string, path: PricePath): number | null {
  if (!isJsonList(prices)) return null;
  const price = prices.filter(isJsonObject).find((one: JsonObject) => one.currencyId === currencyId);
  const holder = path.inside === undefined ? price : price?.[path.inside];
  const value = isJsonObject(holder) ? holder[path.state] : undefined;
  return typeof value === 'number' ? value : null;
}

function rounded(value: number, decimals: number): number {
  return Number(`${Math.round(Number(`${value}e${decimals}`))}e-${decimals}`);
}
