import { isJsonList, isJsonObject, type Json, type JsonObject } from './json.ts';

/**
 * How structs of an answer stand in their columns: fewer keys, in another order. A column of JSON is compared as this
 * text, letter by letter. By `apiAlias`: the keys that are stored.
 */
const STORED_KEYS: Readonly<Record<string, readonly string[]>> = {
  calculated_price: ['unitPrice', 'totalPrice', 'quantity', 'calculatedTaxes', 'taxRules'],
  cart_price: ['netPrice', 'totalPrice', 'calculatedTaxes', 'taxRules', 'positionPrice', 'rawTotal', 'taxStatus'],
  cart_tax_calculated: ['tax', 'taxRate', 'price'],
  cart_tax_rule: ['taxRate', 'percentage'],
  shopware_core_framework_data_abstraction_layer_pricing_cash_rounding_config: ['decimals', 'interval', 'roundForNet'],
};

/** The text of a JSON column. PHP escapes slashes; rounding keeps its boolean as a number. */
export function jsonText(value: Json): string {
  return JSON.stringify(stored(value)).replaceAll('/', '\\/');
}

function stored(value: Json): Json {
  if (isJsonList(value)) return value.map(stored);
  if (!isJsonObject(value)) return value;
  const keys = STORED_KEYS[String(value.apiAlias)];
  if (!keys) return withoutShown(value);
  return Object.fromEntries(
    keys.map((key) => [key, key === 'roundForNet' ? Number(value[key]) : stored(value[key] ?? null)]),
  );
}

/** What only an answer adds. */
function withoutShown(object: JsonObject): JsonObject {
  const kept = Object.entries(object).filter(([key]) => key !== 'extensions' && key !== 'apiAlias');
  return Object.fromEntries(kept.map(([key, part]) => [key, stored(part)]));
}

/** A value as PHP's `json_encode` writes it: slashes are escaped, and everything that is not ASCII. */
export function phpJson(value: Json): string {
  const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(value)
    .replaceAll('/', '\\/')
    .replace(/[\u0080-\uffff]/g, escaped);
}
