import { type Answer, failed } from './answer.ts';
import type { VisitRoute } from './storeApi.ts';

/** Routes for customers. Nobody can sign in: no customer of the demo shop has a password. */
export const ACCOUNT_ROUTES: readonly VisitRoute[] = [
  { path: /^\/store-api\/account\/login$/, methods: ['POST'], answer: badCredentials },
  { path: /^\/store-api\/account\/logout$/, methods: ['POST'], answer: () => notSignedIn() },
  { path: /^\/store-api\/account\/customer$/, methods: ['GET', 'POST', 'DELETE'], answer: () => notSignedIn() },
  { path: /^\/store-api\/(account\/list-address|customer\/wishlist)$/, answer: () => notSignedIn() },
  { path: /^\/store-api\/order$/, answer: () => notSignedIn('CHECKOUT__CUSTOMER_NOT_LOGGED_IN') },
];

function badCredentials(): Answer {
  return failed(401, {
    code: 'CHECKOUT__CUSTOMER_AUTH_BAD_CREDENTIALS',
    detail: 'Invalid username and/or password.',
    parameters: {},
  });
}

function notSignedIn(code = 'FRAMEWORK__ROUTING_CUSTOMER_NOT_LOGGED_IN'): Answer {
  return failed(403, { code, detail: 'Customer is not logged in.', parameters: {} });
}
