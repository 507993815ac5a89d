import type { Api } from '../../../server/src/schema/entitySchema.ts';
import { type Context, currencyOf, DEFAULT_CURRENCY, languageChain, SYSTEM_LANGUAGE } from '../engine/context.ts';
import { type Answer, failed } from './answer.ts';
import type { Shop } from './shop.ts';
import type { ShopRequest } from './shopRequest.ts';

/** The context that the headers ask for, or the refusal of a wrong one (reference, section 10). */
export function contextOf(shop: Shop, request: ShopRequest, api: Api): { context: Context } | { answer: Answer } {
  const language = request.header('sw-language-id') ?? SYSTEM_LANGUAGE;
  const languages = languageChain(shop.database, language);
  if (!languages) return { answer: unknownLanguage(language) };
  const currencyId = request.header('sw-currency-id') ?? DEFAULT_CURRENCY;
  for (const id of [currencyId, request.header('sw-version-id') ?? DEFAULT_CURRENCY]) {
    if (!/^[0-9a-f]{32}$/i.test(id)) return { answer: invalidId(id) };
  }
  const currency = currencyOf(shop.database, currencyId);
  if (!currency) return { answer: failed(500, { code: '0', detail: 'Currency not found.' }) };
  // The presence of sw-inheritance counts, not its value; the Store API always fills variants from their parent.
  const inheritance = api === 'store' || request.header('sw-inheritance') !== undefined;
  return { context: { api, version: shop.version, languages, currency, inheritance, now: shop.now() } };
}

function unknownLanguage(id: string): Answer {
  return failed(412, {
    code: 'FRAMEWORK__LANGUAGE_NOT_FOUND',
    detail: `Could not find language with id "${id}"`,
    parameters: { entity: 'language', field: 'id', value: id },
  });
}

function invalidId(value: string): Answer {
  return failed(400, {
    code: 'FRAMEWORK__INVALID_UUID',
    detail: `Value is not a valid UUID: ${value}`,
    parameters: { input: value },
  });
}
