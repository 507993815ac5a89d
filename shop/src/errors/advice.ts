import { t } from '@vscode/l10n';
import type { Answer, SentRequest } from '../client/answer.ts';
import { broughtCriteria } from './broughtCriteria.ts';
import type { ServerError } from './serverErrors.ts';

/** Where an error happened: what was sent, and the status that came back. */
type Place = Pick<Answer, 'status' | 'request'>;

const languageIsAnId = () => t('Check the header sw-language-id: it must be the id of a language, 32 hex digits.');
const currencyOfTheShop = () => t('Check the header sw-currency-id: it must be the id of a currency of this shop.');
const packages = () =>
  t(
    'The header sw-expect-packages asks for what this shop does not have: correct it, or leave it out. It is written like "shopware/core:~6.7,swag/paypal:*".',
  );
const wholeKey = () =>
  t('Copy the whole key: one of a sales channel begins with SWSC, one of an integration with SWIA.');
const customer = () => t('This route is for a customer who is logged in: send their sw-context-token.');

/** What to do about an error of the shop, by its code. Sources: reference, sections 1, 8, 9, 10 and 11. */
const byCode = (): Readonly<Record<string, string>> => ({
  FRAMEWORK__MISSING_PRIVILEGE_ERROR: t(
    'Give the role these privileges (Settings › System › Users & permissions), or sign in as a user who has them.',
  ),
  FRAMEWORK__LANGUAGE_NOT_FOUND: languageIsAnId(),
  SYSTEM__LANGUAGE_INVALID_EXCEPTION: languageIsAnId(),
  SYSTEM__SALES_CHANNEL_LANGUAGE_NOT_AVAILABLE_EXCEPTION: t(
    'Check the header sw-language-id: it must name a language that is assigned to the sales channel.',
  ),
  SYSTEM__CURRENCY_DOES_NOT_EXISTS_EXCEPTION: currencyOfTheShop(),
  FRAMEWORK__ROUTING_CURRENCY_NOT_FOUND: currencyOfTheShop(),
  FRAMEWORK__API_EXPECTATION_FAILED: packages(),
  FRAMEWORK__API_EXCEPTION_FAILED: packages(),
  FRAMEWORK__APP_INTEGRATION_NOT_FOUND: t('Check the header sw-app-integration-id.'),
  FRAMEWORK__API_EXPECTED_USER: t(
    'This route is for users of the Administration: sign in with user name and password.',
  ),
  FRAMEWORK__INVALID_SCOPE_ACCESS_TOKEN: t(
    'The shop asks for a password again before it does this: do it in the Administration.',
  ),
  CHECKOUT__CUSTOMER_NOT_LOGGED_IN: customer(),
  CHECKOUT__ORDER_CUSTOMER_NOT_LOGGED_IN: customer(),
  FRAMEWORK__ROUTING_CUSTOMER_NOT_LOGGED_IN: customer(),
  FRAMEWORK__API_INVALID_ACCESS_KEY: wholeKey(),
  FRAMEWORK__QUERY_LIMIT_EXCEEDED: t(
    'Ask for fewer rows at a time, or raise max_limit in the configuration of the shop.',
  ),
  FRAMEWORK__NOT_EXISTING_RELATION_EXCEPTION: t('The path names an association that the entity does not have.'),
  FRAMEWORK__API_INVALID_ASSOCIATION: t('A path leads through associations only.'),
  FRAMEWORK__UNSUPPORTED_STORE_API_SCHEMA_ENDPOINT: t('Ask the Admin API for it: /api/_info/open-api-schema.json.'),
});

/** What to do about an error without a code of its own, by the beginning of its words. */
const byWords = (): readonly (readonly [beginning: string, advice: string])[] => [
  ['Header "sw-access-key" is required.', t('Give the shop the access key of a sales channel (SWSC…).')],
  ['Could not parse version constraint', packages()],
  ['No cash rounding for currency', currencyOfTheShop()],
  ['API access for entity', t('The API does not expose this entity: leave it out.')],
  ['Read access to nested association', t('The API does not expose this association: leave it out.')],
  ['Access key is invalid', wholeKey()],
  ['The JSON payload is malformed.', t('A shop reads strict JSON: no comments, no commas at the end.')],
];

/** What to do about an error of the shop; null where its own words say it all. */
export function adviceFor(place: Place, error: ServerError | undefined): string | null {
  if (error === undefined) return null;
  const { code, detail } = error;
  const worded = byWords().find(([beginning]) => detail?.startsWith(beginning))?.[1];
  return byCode()[code ?? ''] ?? worded ?? byPlace(place, error);
}

function byPlace({ status, request }: Place, error: ServerError): string | null {
  const { code, detail, parameters } = error;
  if (code === 'FRAMEWORK__ROUTING_SALES_CHANNEL_NOT_FOUND') return channelAdvice(request);
  if (code === 'FRAMEWORK__INVALID_UUID') return headerAdvice(request, parameters.input);
  if (code === 'FRAMEWORK__MAPPING_ENTITY_DEFINITION_CLASSES') {
    return t(
      'A mapping entity cannot be searched. Ask for its ids ({0}) or for aggregations ({1}), or search one of the entities that it connects.',
      routeFor('search-ids', request),
      routeFor('aggregate', request),
    );
  }
  if (detail?.startsWith('Missing `VersionField`') === true || code === 'FRAMEWORK__DBAL_MISSING_VERSION_FIELD') {
    return t('This mapping entity can be asked for aggregations only: {0}.', routeFor('aggregate', request));
  }
  if (status === 401 && code === '9') return unauthorizedAdvice(detail);
  if (status === 404 && code === '0') return routeAdvice(new URL(request.url).pathname);
  if (status === 405) return t('The route exists, but not for this method: check the path.');
  return status >= 500 ? failureAdvice(request, code) : null;
}

/** Many mistakes are answered by 500: those with a code of their own for certain (reference, section 8). */
function failureAdvice(request: SentRequest, code: string | null): string {
  if (!broughtCriteria(request)) return t('The shop itself fails: its log says why.');
  return code?.startsWith('FRAMEWORK__') === true
    ? t('The mistake is in the criteria, although the shop answers 500.')
    : t('Often a mistake in the criteria that the shop does not check. Its log says more.');
}

/** The first letters of a key tell its kind, and they are shown. */
function channelAdvice({ headers }: SentRequest): string {
  switch (headers['sw-access-key']?.slice(0, 4)) {
    case 'SWIA':
      return t(
        'The access key belongs to an integration: that is for the Admin API. The Store API needs the one of a sales channel (SWSC…), from Sales Channels › API access.',
      );
    case 'SWUA':
      return t(
        'The access key belongs to a user: that is for the Admin API. The Store API needs the one of a sales channel (SWSC…), from Sales Channels › API access.',
      );
    default:
      return t('Check the access key under Sales Channels › API access, and that the sales channel is active.');
  }
}

function headerAdvice({ headers }: SentRequest, value: unknown): string | null {
  const name = Object.keys(headers).find((header) => headers[header] === value);
  return name === undefined ? null : t('Check the header {0}: it must be an id, 32 hex digits.', name);
}

function unauthorizedAdvice(detail: string | null): string {
  return /Authorization" header/.test(detail ?? '')
    ? t(
        'A web server or proxy in front of the shop removes the header Authorization: let it through (Apache: CGIPassAuth On).',
      )
    : t('The clocks of the shop and its servers may differ, or its keys have just changed. Sign in again.');
}

/** What in a path may be the reason that a shop has no such route (reference, section 1). */
function routeAdvice(path: string): string {
  const [, route, entity = '', id = ''] =
    /\/api\/(?:(search|search-ids|aggregate)\/)?([^/]+)(?:\/([^/]+))?/.exec(path) ?? [];
  if (/^v\d$/.test(entity)) return t('Routes have had no version since Shopware 6.4: leave it out of the path.');
  if (entity.includes('_') && !entity.startsWith('_'))
    return t('In a path, entities have dashes: {0}.', entity.replaceAll('_', '-'));
  if (id !== '' && !entity.startsWith('_') && !/^[\da-f]{32}$/.test(id)) {
    return t('In a path, an id is 32 hex digits in lower case.');
  }
  if (route === 'aggregate')
    return t('Shops have had this route since Shopware 6.6.10. Check the name of the entity, too.');
  return t('The shop has no such route: check the name of the entity, or the path.');
}

/** The path of another route for the entity of a request. */
function routeFor(route: string, { url }: SentRequest): string {
  const entity = /\/api\/(?:search\/|search-ids\/)?([^/]+)/.exec(new URL(url).pathname)?.[1] ?? '…';
  return `/api/${route}/${entity}`;
}
