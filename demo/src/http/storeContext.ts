import { EMPTY_CRITERIA } from '../engine/criteria.ts';
import { LIVE_VERSION, type Row } from '../engine/database.ts';
import type { EntityJson } from '../engine/entityJson.ts';
import type { Json, JsonObject } from '../engine/json.ts';
import { readEntities } from '../engine/readEntities.ts';
import { type Answer, ok } from './answer.ts';
import type { StoreVisit } from './storeApi.ts';

/** `GET /store-api/context`: what the sales channel and the headers decide. Nobody is signed in. */
export function answerContext(visit: StoreVisit): Answer {
  const { context, shop } = visit;
  const [channel] = shop.database.table('sales_channel')?.where('id', shop.salesChannel.id) ?? [];
  const currency = entity(visit, 'currency', context.currency.id);
  return ok({
    permissions: [],
    permisionsLocked: false,
    imitatingUserId: null,
    measurementSystem: MEASUREMENTS,
    cartLock: null,
    context: requestContext(visit, currency),
    token: visit.token,
    salesChannel: salesChannel(visit, channel, currency),
    currency,
    currentCustomerGroup: entity(visit, 'customer_group', channel?.customerGroupId),
    taxRules: taxes(visit),
    paymentMethod: entity(visit, 'payment_method', channel?.paymentMethodId),
    shippingMethod: entity(visit, 'shipping_method', channel?.shippingMethodId),
    shippingLocation: {
      country: entity(visit, 'country', channel?.countryId),
      state: null,
      address: null,
      apiAlias: 'cart_delivery_shipping_location',
    },
    customer: null,
    itemRounding: currency?.itemRounding ?? null,
    totalRounding: currency?.totalRounding ?? null,
    languageInfo: languageInfo(visit),
    areaRuleIds: {},
    states: [],
    apiAlias: 'sales_channel_context',
  });
}

const MEASUREMENTS = {
  system: 'metric',
  units: { length: 'mm', weight: 'kg' },
  apiAlias: 'measurement_system_info',
};

function requestContext({ context, shop }: StoreVisit, currency: EntityJson | null): JsonObject {
  return {
    scope: 'user',
    rulesLocked: false,
    source: { type: 'sales-channel', salesChannelId: shop.salesChannel.id },
    ruleIds: [],
    currencyId: context.currency.id,
    languageIdChain: context.languages,
    versionId: LIVE_VERSION,
    currencyFactor: context.currency.factor,
    considerInheritance: true,
    taxState: 'gross',
    rounding: currency?.itemRounding ?? null,
    states: [],
    apiAlias: 'context',
  };
}

function salesChannel(visit: StoreVisit, channel: Row | undefined, currency: EntityJson | null): Json {
  const shown = entity(visit, 'sales_channel', channel?.id);
  return shown && { ...shown, currency, domains: [], measurementUnits: MEASUREMENTS };
}

function taxes({ shop, context }: StoreVisit): readonly EntityJson[] {
  const table = shop.database.table('tax');
  if (!table) return [];
  const rows = table.rows.toSorted((one, other) => Number(one.position) - Number(other.position));
  return readEntities({ database: shop.database, context }, table, rows, EMPTY_CRITERIA);
}

function languageInfo({ shop, context }: StoreVisit): JsonObject {
  const [language] = shop.database.table('language')?.where('id', context.languages[0] ?? '') ?? [];
  const [locale] = shop.database.table('locale')?.where('id', String(language?.translationCodeId)) ?? [];
  return { name: language?.name ?? null, localeCode: locale?.code ?? null };
}

function entity({ shop, context }: StoreVisit, name: string, id: Json | undefined): EntityJson | null {
  const table = shop.database.table(name);
  if (!table || typeof id !== 'string') return null;
  const reading = { database: shop.database, context };
  return readEntities(reading, table, table.where('id', id), EMPTY_CRITERIA)[0] ?? null;
}
