import type { Api } from '../../../server/src/schema/entitySchema.ts';
import { type Context, currencyOf, DEFAULT_CURRENCY, languageChain, SYSTEM_LANGUAGE } from '../engine/context.ts';
import { LIVE_VERSION } from '../engine/database.ts';
import { type Answer, failed } from './answer.ts';
import type { Shop } from './shop.ts';
import type { ShopRequest } from './shopRequest.ts';

/** The context that the headers ask for, or the refusal of a wrong one (reference, section 10). */
export function contextOf(shop: Shop, request: ShopRequest, api: Api): { context: Context } | { answer: Answer } {
  const refusals = REFUSALS[api];
  const language = request.header('sw-language-id') ?? SYSTEM_LANGUAGE;
  const languages = languageChain(shop.database, language);
  if (!languages || !isOffered(shop, language, api)) return { answer: refusals.language(language, shop) };
  const currencyId = request.header('sw-currency-id') ?? DEFAULT_CURRENCY;
  const versionId = request.header('sw-version-id') ?? LIVE_VERSION;
  for (const id of [currencyId, versionId]) {
    if (!isId(id)) return { answer: invalidId(id) };
  }
  const currency = currencyOf(shop.database, currencyId);
  if (!currency) return { answer: refusals.currency(currencyId) };
  return {
    context: {
      api,
      version: shop.version,
      languages,
      currency,
      // The presence of sw-inheritance counts, not its value; the Store API always fills variants from their parent.
      inheritance: api === 'store' || request.header('sw-inheritance') !== undefined,
      searchInfo: request.header('sw-include-search-info') !== '0',
      ...(versionId === LIVE_VERSION ? {} : { draft: versionId }),
      now: shop.now(),
      origin: request.origin,
    },
  };
}

/** How each API refuses a language or currency that the shop does not have (reference, section 8). */
const REFUSALS: Readonly<
  Record<Api, { readonly language: (id: string, shop: Shop) => Answer; readonly currency: (id: string) => Answer }>
> = {
  admin: {
    language: (id) =>
      failed(412, {
        code: 'FRAMEWORK__LANGUAGE_NOT_FOUND',
        detail: `Could not find language with id "${id}"`,
        parameters: { entity: 'language', field: 'id', value: id },
      }),
    currency: (id) => failed(500, { code: '0', detail: `No cash rounding for currency "${id}" found` }),
  },
  store: {
    language: (id, shop) => (isId(id) ? unassignedLanguage(id, shop) : malformedLanguage()),
    currency: (id) =>
      failed(404, {
        code: 'SYSTEM__CURRENCY_DOES_NOT_EXISTS_EXCEPTION',
        detail: `Could not find currency with id "${id}"`,
        parameters: { entity: 'currency', field: 'id', value: id },
      }),
  },
};

/** The Store API speaks the languages of its sales channel only. */
function isOffered(shop: Shop, language: string, api: Api): boolean {
  return api === 'admin' || offeredLanguages(shop).includes(language);
}

function offeredLanguages({ database, salesChannel }: Shop): readonly string[] {
  const assigned = database.table('sales_channel_language')?.where('salesChannelId', salesChannel.id) ?? [];
  return assigned.length > 0 ? assigned.map(({ languageId }) => String(languageId)).sort() : [SYSTEM_LANGUAGE];
}

function unassignedLanguage(id: string, shop: Shop): Answer {
  return failed(412, {
    code: 'SYSTEM__SALES_CHANNEL_LANGUAGE_NOT_AVAILABLE_EXCEPTION',
    detail: `Provided language "${id}" is not in list of available languages: ${offeredLanguages(shop).join(', ')}`,
    parameters: {},
  });
}

function malformedLanguage(): Answer {
  return failed(412, {
    code: 'SYSTEM__LANGUAGE_INVALID_EXCEPTION',
    detail: 'Provided language ID is not a valid UUID',
    parameters: {},
  });
}

function invalidId(value: string): Answer {
  return failed(400, {
    code: 'FRAMEWORK__INVALID_UUID',
    detail: `Value is not a valid UUID: ${value}`,
    parameters: { input: value },
  });
}

function isId(text: string): boolean {
  return /^[0-9a-f]{32}$/i.test(text);
}
