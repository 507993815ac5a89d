import type { ServerError } from './serverErrors.ts';

/** What to do about an error of the shop, by its code. Sources: reference, sections 1, 8, 9 and 10. */
const byCode: Readonly<Record<string, string>> = {
  FRAMEWORK__MISSING_PRIVILEGE_ERROR:
    'Give the role these privileges (Settings › System › Users & permissions), or sign in as somebody who has them.',
  FRAMEWORK__MAPPING_ENTITY_DEFINITION_CLASSES:
    'A mapping entity cannot be searched. Ask for its ids with "// @path /api/search-ids/…", or search one of the entities that it connects.',
  FRAMEWORK__LANGUAGE_NOT_FOUND: 'Check the header sw-language-id: it is the id of a language, 32 hex digits.',
  SYSTEM__LANGUAGE_INVALID_EXCEPTION: 'Check the header sw-language-id: it is the id of a language, 32 hex digits.',
  SYSTEM__SALES_CHANNEL_LANGUAGE_NOT_AVAILABLE_EXCEPTION:
    'Check the header sw-language-id: it names a language that is assigned to the sales channel.',
  SYSTEM__CURRENCY_DOES_NOT_EXISTS_EXCEPTION: 'Check the header sw-currency-id.',
  FRAMEWORK__ROUTING_CURRENCY_NOT_FOUND: 'Check the header sw-currency-id.',
  FRAMEWORK__API_EXPECTATION_FAILED:
    'The header sw-expect-packages asks for packages that this shop does not have: correct it, or leave it out.',
  FRAMEWORK__API_EXCEPTION_FAILED:
    'The header sw-expect-packages asks for packages that this shop does not have: correct it, or leave it out.',
  FRAMEWORK__APP_INTEGRATION_NOT_FOUND: 'Check the header sw-app-integration-id.',
  FRAMEWORK__ROUTING_SALES_CHANNEL_NOT_FOUND:
    'Check the access key: it is the one of a sales channel (SWSC…), not of an integration, and the sales channel is active.',
  FRAMEWORK__API_EXPECTED_USER: 'This route is for users of the Administration: sign in with user name and password.',
  CHECKOUT__CUSTOMER_NOT_LOGGED_IN: 'This route is for a customer who is logged in: send their sw-context-token.',
  CHECKOUT__ORDER_CUSTOMER_NOT_LOGGED_IN: 'This route is for a customer who is logged in: send their sw-context-token.',
  FRAMEWORK__ROUTING_CUSTOMER_NOT_LOGGED_IN:
    'This route is for a customer who is logged in: send their sw-context-token.',
  FRAMEWORK__API_INVALID_ACCESS_KEY:
    'Copy the whole key: one of a sales channel begins with SWSC, one of an integration with SWIA.',
  FRAMEWORK__QUERY_LIMIT_EXCEEDED: 'Ask for fewer rows at a time, or raise max_limit in the configuration of the shop.',
};

/** What to do about an error of the shop; null where its own words say it all. */
export function adviceFor(status: number, error: ServerError | undefined): string | null {
  if (error === undefined) return null;
  const { code, detail } = error;
  const known = byCode[code ?? ''];
  if (known !== undefined) return known;
  if (status === 401 && code === '9') return unauthorizedAdvice(detail);
  if (detail === 'Header "sw-access-key" is required.')
    return 'Give the shop the access key of a sales channel (SWSC…).';
  if (status === 404 && code === '0') return 'The shop has no such route: check the name of the entity, or the path.';
  if (status === 405) return 'The route exists, but not for this method: check the path.';
  if (status >= 500) return 'Often a mistake in the criteria that the shop does not check. Its log says more.';
  return null;
}

function unauthorizedAdvice(detail: string | null): string {
  return /Authorization" header/.test(detail ?? '')
    ? 'A web server or proxy in front of the shop takes the header Authorization away: let it pass (Apache: CGIPassAuth On).'
    : 'The clocks of the shop and its servers may differ, or its keys have just changed. Sign in again.';
}
