import { describe, expect, it } from 'vitest';
import { exchanges, type Exchange as Recorded, recordingIsThere } from '../../test/recording.ts';
import type { Answer } from '../client/answer.ts';
import type { AdminSignIn } from '../connection.ts';
import { recordOf } from '../json.ts';
import { explainAnswer } from './explainAnswer.ts';
import { explainSignIn } from './explainSignIn.ts';
import { maskHeaders } from './secrets.ts';
import type { ShopErrorKind } from './shopError.ts';

interface RecordedError {
  readonly status?: string;
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string | null;
  readonly source?: { readonly pointer?: string };
  readonly meta?: { readonly parameters?: Record<string, unknown> | string[] };
}

type Exchange = Recorded & { readonly response: { readonly body: { readonly errors: readonly RecordedError[] } } };

const refused = exchanges.flatMap(({ response, ...exchange }): Exchange[] => {
  const errors = recordOf(response.body).errors;
  return response.status >= 400 && Array.isArray(errors)
    ? [{ ...exchange, response: { ...response, body: { errors } } }]
    : [];
});

const subject = {
  shop: 'the shop',
  url: 'http://127.0.0.1:8000',
  proxy: null,
  proxySignIn: 'none',
  secrets: new Set<string>(),
} as const;

/** As the client shows them. */
function shownHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return maskHeaders(Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])));
}

function answerOf({ request, response }: Exchange): Answer {
  const text = JSON.stringify(response.body);
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: response.body,
    bytes: text.length,
    milliseconds: 1,
    request: {
      method: request.method,
      url: `http://127.0.0.1:8000${request.path}`,
      headers: shownHeaders(request.headers),
      body: request.body == null ? null : JSON.stringify(request.body),
    },
  };
}

function recorded(id: string): Exchange {
  return refused.find((exchange) => exchange.id === id) ?? expect.unreachable(`${id} is not in the recording`);
}

describe.skipIf(!recordingIsThere)('what a Shopware 6.7.6 refuses', () => {
  it('is carried by the error, all of it', () => {
    expect(refused.length).toBeGreaterThan(290);
    for (const exchange of refused) {
      const error = explainAnswer(answerOf(exchange), subject);
      const expected = exchange.response.body.errors.map((entry) => ({
        status: entry.status ?? null,
        code: entry.code ?? null,
        title: entry.title ?? null,
        detail: entry.detail ?? null,
        pointer: entry.source?.pointer ?? null,
        parameters: { ...entry.meta?.parameters },
      }));
      expect(error.errors, exchange.id).toEqual(expected);
      expect(error.status, exchange.id).toBe(exchange.response.status);
      expect(error.message, exchange.id).toMatch(/^the shop .{10,400}\.$/);
    }
  });

  it('names the privileges that are missing', () => {
    const missing = refused.filter(
      ({ response }) => response.body.errors[0]?.code === 'FRAMEWORK__MISSING_PRIVILEGE_ERROR',
    );
    expect(missing.length).toBeGreaterThan(0);
    for (const exchange of missing) {
      const error = explainAnswer(answerOf(exchange), subject);
      expect(error.missingPrivileges.length, exchange.id).toBeGreaterThan(0);
      for (const privilege of error.missingPrivileges) {
        expect(exchange.response.body.errors[0]?.detail).toContain(privilege);
        expect(error.message).toContain(privilege);
      }
    }
  });
});

const isCriteria = 'The mistake is in the criteria, although the shop answers 500.';
const oftenCriteria = 'Often a mistake in the criteria that the shop does not check. Its log says more.';
const packages =
  'The header sw-expect-packages asks for what this shop does not have: correct it, or leave it out. It is written like "shopware/core:~6.7,swag/paypal:*".';
const giveRole =
  'Give the role these privileges (Settings › System › Users & permissions), or sign in as a user who has them.';
const loggedIn = 'This route is for a customer who is logged in: send their sw-context-token.';

describe.skipIf(!recordingIsThere)('what people are told, word for word, about the refusal', () => {
  it.each<[id: string, kind: ShopErrorKind, message: string, hint: string | null]>([
    [
      'auth-missing',
      'wrongCredentials',
      'the shop refuses the request: Missing "Authorization" header.',
      'A web server or proxy in front of the shop removes the header Authorization: let it through (Apache: CGIPassAuth On).',
    ],
    [
      'auth-expired',
      'wrongCredentials',
      'the shop refuses the request: Access token could not be verified.',
      'The clocks of the shop and its servers may differ, or its keys have just changed. Sign in again.',
    ],
    [
      'acl-association',
      'refused',
      'the shop refuses the request: the role of the sign-in lacks the privileges product_manufacturer:read, category:read.',
      giveRole,
    ],
    [
      'route-unknown-entity',
      'refused',
      'the shop refuses the request: No route found for "POST http://127.0.0.1:8000/api/search/prodct".',
      'The shop has no such route: check the name of the entity, or the path.',
    ],
    [
      'route-underscore',
      'refused',
      'the shop refuses the request: No route found for "POST http://127.0.0.1:8000/api/search/product_manufacturer".',
      'In a path, entities have dashes: product-manufacturer.',
    ],
    [
      'route-v3',
      'refused',
      'the shop refuses the request: No route found for "POST http://127.0.0.1:8000/api/v3/search/product".',
      'Routes have had no version since Shopware 6.4: leave it out of the path.',
    ],
    [
      'shape-detail-upper',
      'refused',
      'the shop refuses the request: No route found for "GET http://127.0.0.1:8000/api/product/63A50E5C62D7E191942936B20ED10A62".',
      'In a path, an id is 32 hex digits in lower case.',
    ],
    [
      'route-get-search',
      'refused',
      'the shop refuses the request: No route found for "GET http://127.0.0.1:8000/api/search/product": Method Not Allowed (Allow: POST).',
      'The route exists, but not for this method: check the path.',
    ],
    [
      'shape-mapping',
      'refused',
      'the shop cannot answer the request (500): Mapping definition neither have entities nor collection.',
      'A mapping entity cannot be searched. Ask for its ids (/api/search-ids/product-category) or for aggregations (/api/aggregate/product-category), or search one of the entities that it connects.',
    ],
    [
      'shape-mapping-media-tag',
      'refused',
      'the shop cannot answer the request (500): Missing `VersionField` in `Shopware\\Core\\Content\\Media\\Aggregate\\MediaTag\\MediaTagDefinition`.',
      'This mapping entity can be asked for aggregations only: /api/aggregate/media-tag.',
    ],
    [
      'shape-sub-noassoc',
      'refused',
      'the shop refuses the request: Field "name" is not a valid association field.',
      'A path leads through associations only.',
    ],
    [
      'json-malformed',
      'refused',
      'the shop refuses the request: The JSON payload is malformed.',
      'A shop reads strict JSON: no comments, no commas at the end.',
    ],
    [
      'limit-4',
      'refused',
      'the shop refuses the request: The limit must be lower than or equal to MAX_LIMIT(=500). Given: 501.',
      'Ask for fewer rows at a time, or raise max_limit in the configuration of the shop.',
    ],
    [
      'as-unknown',
      'refused',
      'the shop cannot answer the request (500): Can not find association by name manufacturers.',
      isCriteria,
    ],
    [
      'f-since-baddur',
      'refused',
      'the shop cannot answer the request (500): Unknown or bad format (2 years).',
      oftenCriteria,
    ],
    [
      'st-runtime',
      'refused',
      "the shop cannot answer the request (500): SQLSTATE[42S22]: Column not found: 1054 Unknown column 'product.calculated_price' in 'WHERE'.",
      oftenCriteria,
    ],
    [
      'h-language-bad',
      'refused',
      'the shop refuses the request: Could not find language with id "de-DE".',
      'Check the header sw-language-id: it must be the id of a language, 32 hex digits.',
    ],
    [
      'h-currency-bad',
      'refused',
      'the shop refuses the request: Value is not a valid UUID: USD.',
      'Check the header sw-currency-id: it must be an id, 32 hex digits.',
    ],
    [
      'h-currency-unknown',
      'refused',
      'the shop cannot answer the request (500): No cash rounding for currency "ffffffffffffffffffffffffffffffff" found.',
      'Check the header sw-currency-id: it must be the id of a currency of this shop.',
    ],
    ['ids-bad', 'refused', 'the shop refuses the request: Value is not a valid UUID: xyz.', null],
    [
      'h-expect-bad',
      'refused',
      'the shop refuses the request: Requested package: swag/paypal is not available.',
      packages,
    ],
    ['h-expect-malformed', 'refused', 'the shop refuses the request: Got invalid string: "shopware/core".', packages],
    [
      'h-expect-constraint',
      'refused',
      'the shop cannot answer the request (500): Could not parse version constraint new: Invalid version string "new".',
      packages,
    ],
    [
      'notification',
      'refused',
      'the shop refuses the request: API access for entity "notification" not allowed.',
      'The API does not expose this entity: leave it out.',
    ],
    [
      'info-me-integration',
      'refused',
      'the shop refuses the request: For this interaction an authenticated user login is required.',
      'This route is for users of the Administration: sign in with user name and password.',
    ],
    [
      'st-nokey',
      'noCredentials',
      'the shop refuses the request: Header "sw-access-key" is required.',
      'Give the shop the access key of a sales channel (SWSC…).',
    ],
    [
      'st-wrongkey',
      'wrongCredentials',
      'the shop refuses the request: No matching sales channel found.',
      'Check the access key under Sales Channels › API access, and that the sales channel is active.',
    ],
    [
      'st-integrationkey',
      'wrongCredentials',
      'the shop refuses the request: No matching sales channel found.',
      'The access key belongs to an integration: that is for the Admin API. The Store API needs the one of a sales channel (SWSC…), from Sales Channels › API access.',
    ],
    [
      'st-garbagekey',
      'wrongCredentials',
      'the shop refuses the request: Access key is invalid and could not be identified.',
      'Copy the whole key: one of a sales channel begins with SWSC, one of an integration with SWIA.',
    ],
    ['st-order-nologin', 'refused', 'the shop refuses the request: Customer is not logged in.', loggedIn],
    ['st-wishlist', 'refused', 'the shop refuses the request: Wishlist is not activated.', null],
    [
      'x-store-open-api-schema',
      'refused',
      'the shop refuses the request: The Store-API does not support the entity schema endpoint. Use `/store-api/_info/openapi3.json` for the OpenAPI specification.',
      'Ask the Admin API for it: /api/_info/open-api-schema.json.',
    ],
  ])('%s', (id, ...told) => {
    const { kind, message, hint } = explainAnswer(answerOf(recorded(id)), subject);
    expect([kind, message, hint]).toEqual(told);
  });
});

const integration = { clientId: 'SWIATEST', clientSecret: 'secret' };
const user = { username: 'somebody', password: 'secret' };
const checkIntegration =
  'Check both under Settings › System › Integrations: the secret is shown only once, when it is created.';
const wrongUser = 'Check both by signing in to the Administration of this shop.';
const notEmpty = 'Check that neither the name nor the secret is empty.';
const waitThenCheck =
  'Wait, then check the credentials before you try again: the sign-ins of all integrations share one counter, and each further refusal makes the wait longer.';

describe.skipIf(!recordingIsThere)('what people are told, word for word, about the refused sign-in', () => {
  it.each<[id: string, signIn: AdminSignIn, kind: ShopErrorKind, message: string, hint: string]>([
    [
      'oauth-wrong-client',
      integration,
      'wrongCredentials',
      'the shop does not accept this client id with this client secret.',
      checkIntegration,
    ],
    [
      'oauth-wrong-secret',
      integration,
      'wrongCredentials',
      'the shop does not accept this client id with this client secret.',
      checkIntegration,
    ],
    [
      'oauth-sales-channel-key',
      { ...integration, clientId: 'SWSCTEST' },
      'wrongCredentials',
      'the shop does not accept this client id with this client secret.',
      'The client id is the access key of a sales channel: that is for the Store API. The Admin API needs an integration (SWIA…).',
    ],
    [
      'oauth-wrong-client-malformed',
      integration,
      'wrongCredentials',
      'the shop does not recognise the client id: it does not look like an access key.',
      'An access key begins with SWIA (integration) or SWUA (user). Copy it whole from Settings › System › Integrations.',
    ],
    [
      'oauth-wrong-user',
      user,
      'wrongCredentials',
      'the shop does not accept this user name with this password.',
      wrongUser,
    ],
    [
      'oauth-wrong-password',
      user,
      'wrongCredentials',
      'the shop does not accept this user name with this password.',
      wrongUser,
    ],
    [
      'oauth-password-missing',
      user,
      'wrongCredentials',
      'the shop lacks a credential: Check the `password` parameter.',
      notEmpty,
    ],
    [
      'oauth-secret-missing',
      integration,
      'wrongCredentials',
      'the shop lacks a credential: Check the `client_secret` parameter.',
      notEmpty,
    ],
    [
      'oauth-password-bad-scope',
      user,
      'wrongCredentials',
      'the shop does not know the scope asked for: Check the `everything` scope.',
      'Sign in with an integration.',
    ],
    [
      'oauth-unknown-grant',
      integration,
      'wrongCredentials',
      'the shop does not offer this way to sign in.',
      'Sign in with an integration or with a user name and password, and check that the address is that of the shop itself.',
    ],
    [
      'oauth-refresh-reuse',
      user,
      'wrongCredentials',
      'the shop does not accept the refresh token any more: Token has been revoked.',
      'Sign in again.',
    ],
    [
      'oauth-throttle-valid',
      integration,
      'throttled',
      'the shop has refused too many sign-ins from here. Try again in 10 seconds.',
      waitThenCheck,
    ],
  ])('%s', (id, signIn, ...told) => {
    const { kind, message, hint } = explainSignIn(answerOf(recorded(id)), signIn, subject);
    expect([kind, message, hint]).toEqual(told);
  });

  it('is never anything else', () => {
    const signIns = refused.filter(
      ({ id, request }) => id.startsWith('oauth-') && request.method === 'POST' && id !== 'oauth-malformed-json',
    );
    expect(signIns.length).toBeGreaterThan(15);
    for (const exchange of signIns) {
      const { kind, seconds } = explainSignIn(answerOf(exchange), integration, subject);
      const throttled = exchange.response.status === 429;
      expect([kind, seconds !== null], exchange.id).toEqual([throttled ? 'throttled' : 'wrongCredentials', throttled]);
    }
  });
});
