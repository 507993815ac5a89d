import { createHash } from 'node:crypto';
import type { RowsByEntity } from '../engine/database.ts';
import type { Json, JsonObject } from '../engine/json.ts';

const WORDS = ['Solid', 'Bright', 'Quiet', 'Plain', 'Swift', 'Round', 'Nordic', 'Classic'];
const THINGS = ['Lamp', 'Desk', 'Chair', 'Mug', 'Hammer', 'Shirt', 'Notebook', 'Shelf', 'Clock', 'Bag', 'Vase'];
const SYSTEM_LANGUAGE = '2fbb5fe2e29a4d70aa5854ce7ce3e20b';
const DEFAULT_CURRENCY = 'b7d2554b0ce847cd82f3ac9bd1c0dfca';
const LIVE_VERSION = '0fa91ce3e96a4bc2be4bd9ce752c3425';
const CREATED = Date.UTC(2025, 0, 1);
const HOUR = 3_600_000;

/**
 * The same rows and `count` more products, each with a name, a category and a manufacturer, shown in the sales channels
 * that show the others; always the same ones.
 */
export function withMoreProducts(rows: RowsByEntity, count: number): RowsByEntity {
  if (count === 0) return rows;
  const manufacturers = idsOf(rows, 'product_manufacturer');
  const categories = (rows.category ?? []).map(branchTo);
  const channels = [...new Set((rows.product_visibility ?? []).map(({ salesChannelId }) => salesChannelId))];
  const taxes = idsOf(rows, 'tax');
  const products: JsonObject[] = [];
  const translations: JsonObject[] = [];
  const links: JsonObject[] = [];
  const tree: JsonObject[] = [];
  const visibilities: JsonObject[] = [];
  for (let number = 1; number <= count; number++) {
    const id = createHash('md5').update(`generated:${number}`).digest('hex');
    const branch = categories[number % categories.length] ?? [];
    products.push(product(id, number, branch, pick(manufacturers, number), pick(taxes, number)));
    translations.push(translation(id, number));
    links.push(...branch.slice(-1).map((categoryId) => ({ productId: id, categoryId })));
    tree.push(...branch.map((categoryId) => ({ productId: id, categoryId })));
    visibilities.push(...channels.map((channel) => visibility(id, channel ?? null)));
  }
  return {
    ...rows,
    product: [...(rows.product ?? []), ...products],
    product_translation: [...(rows.product_translation ?? []), ...translations],
    product_category: [...(rows.product_category ?? []), ...links],
    product_category_tree: [...(rows.product_category_tree ?? []), ...tree],
    product_visibility: [...(rows.product_visibility ?? []), ...visibilities],
  };
}

/** A category behind all those above it, by their ids. */
function branchTo({ id, path }: JsonObject): readonly Json[] {
  const above = typeof path === 'string' ? path.split('|').filter(Boolean) : [];
  return [...above, id ?? null];
}

function visibility(productId: string, salesChannelId: Json): JsonObject {
  const id = createHash('md5').update(`visibility:${productId}:${salesChannelId}`).digest('hex');
  return { id, productId, salesChannelId, visibility: 30, createdAt: '2025-01-01T00:00:00.000+00:00' };
}

function product(id: string, number: number, branch: readonly Json[], manufacturerId: Json, taxId: Json): JsonObject {
  const gross = 1 + ((number * 7919) % 50_000) / 100;
  const stock = (number * 31) % 500;
  return {
    id,
    versionId: LIVE_VERSION,
    productNumber: `GEN-${String(number).padStart(6, '0')}`,
    autoIncrement: 1_000 + number,
    active: number % 17 !== 0,
    available: stock > 0,
    stock,
    availableStock: stock,
    childCount: 0,
    displayGroup: createHash('md5').update(id).digest('hex'),
    manufacturerId,
    taxId,
    categoryIds: branch.slice(-1),
    categoryTree: branch,
    price: [
      {
        extensions: [],
        currencyId: DEFAULT_CURRENCY,
        net: round(gross / 1.19),
        gross,
        linked: true,
        apiAlias: 'price',
      },
    ],
    weight: (number % 40) / 4,
    sales: number % 90,
    isCloseout: number % 5 === 0,
    purchaseSteps: 1,
    minPurchase: 1,
    shippingFree: number % 9 === 0,
    states: ['is-physical'],
    releaseDate: isoTime(number),
    createdAt: isoTime(number),
  };
}

function translation(productId: string, number: number): JsonObject {
  const name = `${pick(WORDS, number)} ${pick(THINGS, number)} ${number}`;
  return {
    productId,
    languageId: SYSTEM_LANGUAGE,
    productVersionId: LIVE_VERSION,
    name,
    description: `<p>${name}, made for trying things out.</p>`,
    createdAt: isoTime(number),
  };
}

function idsOf(rows: RowsByEntity, entity: string): readonly Json[] {
  return (rows[entity] ?? []).map((row) => row.id ?? null);
}

function pick<Value extends Json>(values: readonly Value[], number: number): Value | null {
  return values[number % values.length] ?? null;
}

function round(price: number): number {
  return Math.round(price * 10_000) / 10_000;
}

function isoTime(number: number): string {
  return new Date(CREATED + (number % 16_000) * HOUR).toISOString().replace('Z', '+00:00');
}
