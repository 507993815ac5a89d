import { readField } from './column.ts';
import type { Row, Table } from './database.ts';
import type { EntityJson, Reading } from './entityJson.ts';
import { shapeOf } from './entityShape.ts';
import type { Json, JsonObject } from './json.ts';
import { priceIn } from './priceColumn.ts';

/** How many pieces may be bought where neither product nor shop says otherwise. */
const DEFAULT_MAX_PURCHASE = 100;

/** What only the Store API's products carry: prices as they are paid, and the tax they are paid with. */
export function addStoreFields(reading: Reading, table: Table, entities: ReadonlyMap<Row, EntityJson>): void {
  const taxOf = taxesOf(reading, table);
  for (const [row, product] of entities) {
    const tax = taxOf(row);
    const rate = typeof tax?.taxRate === 'number' ? tax.taxRate : 0;
    const price = calculatedPrice(reading, table, row, rate);
    const { apiAlias } = product;
    product.tax = tax ?? null;
    product.calculatedPrices = [];
    product.calculatedPrice = price;
    product.sortedProperties = null;
    product.calculatedCheapestPrice = cheapest(price, row);
    product.isNew = false;
    product.calculatedMaxPurchase = typeof row.maxPurchase === 'number' ? row.maxPurchase : DEFAULT_MAX_PURCHASE;
    product.seoCategory = null;
    product.measurements = measurements(reading, table, row);
    product.customFields ??= {};
    // The schema gives it away, the Store API does not.
    delete product.slotConfig;
    delete product.apiAlias;
    product.apiAlias = apiAlias ?? 'product';
  }
}

/** The few of them that come with `fields` as well. */
export function addPartialStoreFields(entities: ReadonlyMap<Row, EntityJson>): void {
  for (const product of entities.values()) {
    product.calculatedMaxPurchase = DEFAULT_MAX_PURCHASE;
    product.isNew = false;
    product.measurements = { apiAlias: 'converted_unit_set' };
    product.calculatedPrices = [];
  }
}

function valueIn(reading: Reading, table: Table, row: Row, property: string): Json {
  const field = table.entity.properties.get(property);
  return field?.kind === 'field' ? (readField(reading, table, field)(row) ?? null) : null;
}

function taxesOf(reading: Reading, table: Table): (row: Row) => EntityJson | undefined {
  const taxes = reading.database.table('tax');
  const shape = taxes && shapeOf(reading, taxes, []);
  return (row) => {
    const id = valueIn(reading, table, row, 'taxId');
    const [tax] = typeof id === 'string' ? (taxes?.where('id', id) ?? []) : [];
    return tax && shape?.(tax);
  };
}

function calculatedPrice(reading: Reading, table: Table, row: Row, rate: number): JsonObject {
  const unitPrice = priceIn(reading.context, valueIn(reading, table, row, 'price')) ?? 0;
  const tax = Math.round((unitPrice - unitPrice / (1 + rate / 100)) * 100) / 100;
  return {
    unitPrice,
    totalPrice: unitPrice,
    calculatedTaxes: [{ tax, taxRate: rate, price: unitPrice, label: null, apiAlias: 'cart_tax_calculated' }],
    taxRules: [{ taxRate: rate, percentage: 100, apiAlias: 'cart_tax_rule' }],
    quantity: 1,
    referencePrice: null,
    listPrice: null,
    regulationPrice: null,
    apiAlias: 'calculated_price',
  };
}

function cheapest(price: JsonObject, row: Row): JsonObject {
  const { apiAlias: _, ...rest } = price;
  return { ...rest, hasRange: false, variantId: row.id ?? null, apiAlias: 'calculated_cheapest_price' };
}

function measurements(reading: Reading, table: Table, row: Row): JsonObject {
  const length = (property: string) => ({ value: valueIn(reading, table, row, property), unit: 'mm' });
  return {
    width: length('width'),
    height: length('height'),
    length: length('length'),
    weight: { value: valueIn(reading, table, row, 'weight'), unit: 'kg' },
    apiAlias: 'converted_unit_set',
  };
}
