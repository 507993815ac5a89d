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

const KINDS = ['listPrice', 'percentage'];
const TAXES = ['gross', 'net'];

/** The words that may follow these parts behind a price; ids of currencies may, too. */
export function priceParts(written: readonly string[]): readonly string[] {
  const last = written.at(-1);
  if (last === undefined || isCurrency(last)) return [...TAXES, ...KINDS];
  return KINDS.includes(last) ? TAXES : [];
}

function isCurrency(part: string): boolean {
  return /^c?[0-9a-f]{32}$/i.test(part);
}
