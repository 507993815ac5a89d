import { configuration, entitySchema, health, ping, signedInUser, version } from './adminInfo.ts';
import { aggregateRoute, idsRoute, readRoute, searchRoute } from './adminSearch.ts';
import { type Answer, NO_CONTENT, readOnly, refusedByFramework } from './answer.ts';
import { refuseAppIntegration } from './appIntegration.ts';
import { ID, STEPS } from './below.ts';
import type { Caller } from './caller.ts';
import { refusePackages } from './packages.ts';
import { reset } from './reset.ts';
import type { Shop } from './shop.ts';
import type { ShopRequest } from './shopRequest.ts';

/** A request to a route of the Admin API, signed in. */
export interface AdminCall {
  readonly shop: Shop;
  readonly request: ShopRequest;
  readonly caller: Caller;
  /** What the groups of the route's path matched. */
  readonly match: RegExpExecArray;
}

interface Route {
  readonly path: RegExp;
  readonly method: string;
  /** Undefined when the rest of the path is none. */
  answer(call: AdminCall): Answer | undefined;
}

interface OpenRoute {
  readonly path: RegExp;
  readonly method: string;
  answer(shop: Shop, request: ShopRequest): Answer;
}

/** Without a token. */
const OPEN_ROUTES: readonly OpenRoute[] = [
  { path: /^\/api\/oauth\/token$/, method: 'POST', answer: (shop, request) => shop.signIn.token(request) },
  { path: /^\/api\/_info\/health-check$/, method: 'GET', answer: health },
];

/** The first group of a path names an entity, with `-` for `_`. */
const ROUTES: readonly Route[] = [
  { path: /^\/api(?:\/v1)?\/_info\/version$/, method: 'GET', answer: version },
  { path: /^\/api\/_info\/entity-schema\.json$/, method: 'GET', answer: entitySchema },
  { path: /^\/api\/_info\/(?:openapi3|open-api-schema)\.json$/, method: 'GET', answer: notHere },
  { path: /^\/api\/_info\/config$/, method: 'GET', answer: configuration },
  { path: /^\/api\/_info\/me$/, method: 'GET', answer: signedInUser },
  { path: /^\/api\/_info\/me$/, method: 'PATCH', answer: readOnly },
  { path: /^\/api\/_info\/ping$/, method: 'GET', answer: ping },
  { path: /^\/api\/_action\/cache$/, method: 'DELETE', answer: () => NO_CONTENT },
  { path: /^\/api\/_action\/demo-shop\/reset$/, method: 'POST', answer: reset },
  { path: /^\/api\/search\/([a-z0-9-]+)(\/.*)?$/, method: 'POST', answer: searchRoute },
  { path: /^\/api\/search-ids\/([a-z0-9-]+)(\/.*)?$/, method: 'POST', answer: idsRoute },
  { path: /^\/api\/aggregate\/([a-z0-9-]+)(\/.*)?$/, method: 'POST', answer: aggregateRoute },
  { path: /^\/api\/([a-z0-9-]+)(\/.*)?$/, method: 'GET', answer: readRoute },
  { path: new RegExp(`^/api/([a-z0-9-]+)${STEPS}/?$`), method: 'POST', answer: readOnly },
  { path: new RegExp(`^/api/([a-z0-9-]+)${STEPS}/${ID}/?$`), method: 'PATCH', answer: readOnly },
  { path: new RegExp(`^/api/([a-z0-9-]+)${STEPS}/${ID}/?$`), method: 'DELETE', answer: readOnly },
];

/** What browsers ask before they send anything. */
const PREFLIGHT: Answer = {
  status: 200,
  body: undefined,
  headers: { 'content-type': 'text/html; charset=UTF-8' },
};

/** The shop knows it, and gives it to nobody; the schema does not hold it. */
const PRIVATE_ENTITIES = ['notification'];

/** The Admin API: routes first, then the token, then the rest. */
export function answerAdmin(shop: Shop, request: ShopRequest): Answer {
  const open = OPEN_ROUTES.filter(({ path }) => path.test(request.path));
  const matching = ROUTES.flatMap((route) => {
    const match = route.path.exec(request.path);
    return match && isKnown(shop, match) ? [{ route, match }] : [];
  });
  const methods = [...new Set([...open, ...matching.map(({ route }) => route)].map(({ method }) => method))];
  if (request.method === 'OPTIONS' && methods.length > 0) return PREFLIGHT;
  const openRoute = open.find(({ method }) => method === request.method);
  if (openRoute) return openRoute.answer(shop, request);
  const chosen = matching.find(({ route }) => route.method === request.method);
  if (!chosen) return noRoute(request, methods);
  const signedIn = shop.signIn.callerOf(request);
  if ('answer' in signedIn) return signedIn.answer;
  return (
    refusePackages(request.header('sw-expect-packages'), shop.version.text) ??
    refuseAppIntegration(shop, request, signedIn.caller) ??
    refusePrivate(chosen.match) ??
    chosen.route.answer({ shop, request, caller: signedIn.caller, match: chosen.match }) ??
    noRoute(request, [])
  );
}

/** An entity in the path has to exist; `_` for `-` is no route. */
function isKnown(shop: Shop, { 1: name }: RegExpExecArray): boolean {
  if (name === undefined) return true;
  return PRIVATE_ENTITIES.includes(name) || shop.database.schema.has(name.replaceAll('-', '_'));
}

function refusePrivate({ 1: name }: RegExpExecArray): Answer | undefined {
  if (name === undefined || !PRIVATE_ENTITIES.includes(name)) return undefined;
  return refusedByFramework(403, `API access for entity "${name}" not allowed.`);
}

/** A real shop describes itself there; the demo shop does not. */
function notHere({ request }: AdminCall): Answer {
  return noRoute(request, []);
}

/** 404, or 405 where another method would do; never with an `Allow` header. */
export function noRoute(request: ShopRequest, methods: readonly string[]): Answer {
  const text = `No route found for "${request.method} ${request.origin}${request.path}"`;
  if (methods.length === 0) return refusedByFramework(404, text);
  return refusedByFramework(405, `${text}: Method Not Allowed (Allow: ${methods.join(', ')})`);
}
