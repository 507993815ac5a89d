import { type Answer, failed } from './answer.ts';

/** Routes for customers. Nobody can sign in: no customer of the demo shop has a password. */
export const ACCOUNT_ROUTES: readonly { readonly path: RegExp; answer(): Answer }[] = [
  { path: /^\/store-api\/account\/login$/, answer: badCredentials },
  { path: /^\/store-api\/order$/, answer: () => notSignedIn('CHECKOUT__CUSTOMER_NOT_LOGGED_IN') },
  {
    path: /^\/store-api\/(account\/(customer|list-address|logout)|customer\/wishlist)$/,
    answer: () => notSignedIn('FRAMEWORK__ROUTING_CUSTOMER_NOT_LOGGED_IN'),
  },
];

function badCredentials(): Answer {
  return failed(401, {
    code: 'CHECKOUT__CUSTOMER_AUTH_BAD_CREDENTIALS',
    detail: 'Invalid username and/or password.',
    parameters: {},
  });
}

function notSignedIn(code: string): Answer {
  return failed(403, { code, detail: 'Customer is not logged in.', parameters: {} });
}
