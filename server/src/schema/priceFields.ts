/** Columns that hold prices by currency: in the schema they look like any other JSON (reference, section 5.3). */
const PRICE_FIELDS = new Set([
  'product.price',
  'product.purchasePrices',
  'product_price.price',
  'shipping_method_price.currencyPrice',
  'product.cheapestPrice',
]);

/** Whether a field compares as a price: `price[.<currencyId>][.listPrice|.percentage][.net|.gross]`. */
export function isPriceField(entity: string, field: string): boolean {
  return PRICE_FIELDS.has(`${entity}.${field}`);
}
