import type { Context } from '../engine/context.ts';
import type { Criteria } from '../engine/criteria.ts';
import type { Table } from '../engine/database.ts';
import { aggregateOnly, search, searchOnlyIds } from '../engine/engine.ts';
import { type Answer, ok, refusedByFramework } from './answer.ts';
import { answerCriteria, type Run } from './answerCriteria.ts';
import type { Shop } from './shop.ts';
import type { ShopRequest } from './shopRequest.ts';

interface Route {
  readonly path: RegExp;
  readonly method: string;
  /** Without a token; all others need one. */
  readonly open?: boolean;
  answer(shop: Shop, request: ShopRequest, match: RegExpExecArray): Answer | undefined;
}

const ROUTES: readonly Route[] = [
  { path: /^\/api\/oauth\/token$/, method: 'POST', open: true, answer: (shop, request) => shop.signIn.token(request) },
  { path: /^\/api\/_info\/health-check$/, method: 'GET', open: true, answer: () => ({ status: 200, body: undefined }) },
  { path: /^\/api(?:\/v1)?\/_info\/version$/, method: 'GET', answer: (shop) => ok({ version: shop.version.text }) },
  {
    path: /^\/api\/_info\/entity-schema\.json$/,
    method: 'GET',
    answer: (shop) => ({ status: 200, body: undefined, text: shop.schemaText }),
  },
  { path: /^\/api\/_action\/cache$/, method: 'DELETE', answer: () => ({ status: 204, body: undefined }) },
  { path: /^\/api\/search\/([a-z0-9-]+)$/, method: 'POST', answer: entityRoute(runSearch) },
  { path: /^\/api\/search-ids\/([a-z0-9-]+)$/, method: 'POST', answer: entityRoute(runSearchIds) },
  { path: /^\/api\/aggregate\/([a-z0-9-]+)$/, method: 'POST', answer: entityRoute(runAggregate) },
];

/** The Admin API: routes first, then the token, then `Accept`, then the rest. */
export function answerAdmin(shop: Shop, request: ShopRequest): Answer {
  const matching = ROUTES.flatMap((route) => {
    const match = route.path.exec(request.path);
    return match && isKnown(shop, match) ? [{ route, match }] : [];
  });
  const chosen = matching.find(({ route }) => route.method === request.method);
  if (!chosen)
    return noRoute(
      request,
      matching.map(({ route }) => route.method),
    );
  if (!chosen.route.open) {
    const refused = shop.signIn.refuse(request);
    if (refused) return refused;
  }
  return chosen.route.answer(shop, request, chosen.match) ?? noRoute(request, []);
}

/** An entity in the path has to exist; `_` for `-` is no route. */
function isKnown(shop: Shop, match: RegExpExecArray): boolean {
  return match[1] === undefined || shop.database.schema.has(match[1].replaceAll('-', '_'));
}

/** 404, or 405 where another method would do; never with an `Allow` header. */
export function noRoute(request: ShopRequest, methods: readonly string[]): Answer {
  const detail = `No route found for "${request.method} ${request.address}"`;
  if (methods.length === 0) return refusedByFramework(404, detail);
  return refusedByFramework(405, `${detail}: Method Not Allowed (Allow: ${methods.join(', ')})`);
}

function entityRoute(run: (shop: Shop) => Run): Route['answer'] {
  return (shop, request, match) => {
    const table = shop.database.table((match[1] ?? '').replaceAll('-', '_'));
    if (!table) return undefined;
    return unacceptable(request) ?? answerCriteria(shop, request, 'admin', table, run(shop));
  };
}

/** Without a type that the Admin API can send: 415 (reference, section 6). */
function unacceptable(request: ShopRequest): Answer | undefined {
  const accept = request.header('accept') ?? '';
  if (/application\/(vnd\.api\+)?json|\*\/\*/.test(accept)) return undefined;
  return refusedByFramework(415, `All provided media types are unsupported. (${accept})`);
}

function runSearch({ database }: Shop): Run {
  return (context: Context, table: Table, criteria: Criteria) => {
    const { total, entities, aggregations } = search(database, context, table, criteria);
    return { answer: ok({ total, data: entities, aggregations }), found: entities.length > 0 };
  };
}

function runSearchIds({ database }: Shop): Run {
  return (context, table, criteria) => {
    const { total, data } = searchOnlyIds(database, context, table, criteria);
    return { answer: ok({ total, data }), found: data.length > 0 };
  };
}

function runAggregate({ database }: Shop): Run {
  return (context, table, criteria) => {
    const { aggregations } = aggregateOnly(database, context, table, criteria);
    return { answer: ok({ total: 0, data: [], aggregations }), found: false };
  };
}
