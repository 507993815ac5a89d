import { EMPTY_CRITERIA } from '../engine/criteria.ts';
import type { Row } from '../engine/database.ts';
import type { EntityJson } from '../engine/entityJson.ts';
import { elements, isJsonObject, type Json, type JsonObject } from '../engine/json.ts';
import { readEntities } from '../engine/readEntities.ts';
import { failed } from './answer.ts';
import { groupsWith } from './propertyGroups.ts';
import { keyIn } from './storeBody.ts';
import { answered, equals, type Found, type StoreCall, type StoreRoute, searchWith, visibleIn } from './storeRoute.ts';

/** `/store-api/product/{id}/find-variant`: the variant with the chosen options (FindProductVariantRoute). */
export const FIND_VARIANT: StoreRoute = {
  path: /^\/store-api\/product\/([0-9a-f]{32})\/find-variant$/,
  methods: ['POST'],
  entity: 'product',
  answer: findVariant,
};

/** Options by their groups. */
type Options = Readonly<Record<string, Json>>;

/** Where no variant has all the options, one choice after the other is given up, the latest last. */
function findVariant(call: StoreCall): Found {
  let options: Options = isJsonObject(call.body) && isJsonObject(call.body.options) ? call.body.options : {};
  const latest = keyIn(call.body, 'switchedGroup');
  for (;;) {
    const variantId = variantWith(call, options);
    if (variantId !== undefined) return answered(call, { variantId, options, apiAlias: ALIAS });
    const dropped = Object.keys(options).find((group) => group !== latest);
    if (dropped === undefined || Object.keys(options).length < 2) return notFound(call.parameter, options);
    const { [dropped]: _, ...left } = options;
    options = left;
  }
}

const ALIAS = 'shopware_core_content_product_sales_channel_find_variant_found_combination';

function variantWith(call: StoreCall, options: Options): Json | undefined {
  const wanted = Object.values(options).map((option) => equals('optionIds', String(option)));
  const criteria = { ...EMPTY_CRITERIA, limit: 1 };
  const filters = [...visibleIn(call.shop.salesChannel), equals('parentId', call.parameter), ...wanted];
  return searchWith({ ...call, criteria }, filters).entities[0]?.id;
}

function notFound(productId: string, options: Options): Found {
  const chosen = JSON.stringify(options);
  const error = {
    code: 'CONTENT__PRODUCT_VARIANT_NOT_FOUND',
    detail: `Variant for productId ${productId} with options ${chosen} not found.`,
    parameters: { productId, options: chosen },
  };
  return { answer: failed(404, error), found: false };
}

/** One variant: its options, and whether it can be bought. */
interface Combination {
  readonly options: ReadonlySet<string>;
  readonly isAvailable: boolean;
}

/**
 * What a variant may be switched to: the groups of its product with their options, each with whether it goes with the
 * other options of this variant (ProductConfiguratorLoader). A product without a parent has nothing to choose.
 */
export function configuratorOf(call: StoreCall, variant: Row): readonly JsonObject[] {
  const { shop, context } = call;
  const { database } = shop;
  const table = database.table('property_group_option');
  if (typeof variant.parentId !== 'string' || !table) return [];
  const settings = database.table('product_configurator_setting')?.where('productId', variant.parentId) ?? [];
  const positions = new Map(settings.map(({ optionId, position }) => [optionId, Number(position)]));
  const rows = settings.flatMap(({ optionId }) => table.where('id', String(optionId)));
  const reading = { database, context };
  const options = readEntities(reading, table, rows, EMPTY_CRITERIA);
  const combinations = combinationsOf(call, variant.parentId);
  const own = optionIdsOf(variant);
  const current = options.filter(({ id }) => own.includes(String(id)));
  const shown = options.flatMap((option) => {
    const combinable = isCombinable(option, current, combinations);
    return combinable === undefined ? [] : [{ ...option, combinable }];
  });
  const position = ({ id }: EntityJson) => positions.get(id) ?? 0;
  return groupsWith(reading, shown, (one, other) => position(one) - position(other));
}

/** The active variants (AvailableCombinationLoader). */
function combinationsOf({ table }: StoreCall, parentId: string): readonly Combination[] {
  const [parent] = table.where('id', parentId);
  return table
    .where('parentId', parentId)
    .filter(({ active }) => (active ?? parent?.active) === true)
    .map((variant) => ({ options: new Set(optionIdsOf(variant)), isAvailable: variant.available === true }));
}

/** Whether an option goes with the others of now; undefined for one that no variant has. */
function isCombinable(
  option: EntityJson,
  current: readonly EntityJson[],
  combinations: readonly Combination[],
): boolean | undefined {
  const others = current.filter(({ groupId }) => groupId !== option.groupId);
  const wanted = [...others, option].map(({ id }) => String(id));
  const isThere = combinations.some(
    ({ options, isAvailable }) =>
      isAvailable && options.size === wanted.length && wanted.every((id) => options.has(id)),
  );
  if (isThere) return true;
  return combinations.some(({ options }) => options.has(String(option.id))) ? false : undefined;
}

function optionIdsOf({ optionIds }: Row): readonly string[] {
  return elements(optionIds).map(String);
}
