import type { Criteria } from '../engine/criteria.ts';
import type { Row, Table } from '../engine/database.ts';
import { aggregateOnly, search, searchOnlyIds } from '../engine/engine.ts';
import type { Filter } from '../engine/filter.ts';
import { type Answer, failed, ok, refusedByFramework } from './answer.ts';
import { answerCriteria, type Run } from './answerCriteria.ts';
import { readBelow } from './below.ts';
import type { Shop } from './shop.ts';
import type { ShopRequest } from './shopRequest.ts';

interface Route {
  readonly path: RegExp;
  readonly method: string;
  /** Without a token; all others need one. */
  readonly open?: boolean;
  /** Undefined when the rest of the path is none. */
  answer(shop: Shop, request: ShopRequest, match: RegExpExecArray): Answer | undefined;
}

/** The first group of a path names an entity, with `-` for `_`. */
const ROUTES: readonly Route[] = [
  { path: /^\/api\/oauth\/token$/, method: 'POST', open: true, answer: (shop, request) => shop.signIn.token(request) },
  { path: /^\/api\/_info\/health-check$/, method: 'GET', open: true, answer: () => ({ status: 200, body: undefined }) },
  { path: /^\/api(?:\/v1)?\/_info\/version$/, method: 'GET', answer: (shop) => ok({ version: shop.version.text }) },
  { path: /^\/api\/_info\/entity-schema\.json$/, method: 'GET', answer: entitySchema },
  { path: /^\/api\/_info\/(?:me|ping)$/, method: 'GET', answer: expectedUser },
  { path: /^\/api\/_action\/cache$/, method: 'DELETE', answer: () => ({ status: 204, body: undefined }) },
  { path: /^\/api\/search\/([a-z0-9-]+)(\/.+)?$/, method: 'POST', answer: criteriaRoute(runSearch) },
  { path: /^\/api\/search-ids\/([a-z0-9-]+)(\/.+)?$/, method: 'POST', answer: criteriaRoute(runSearchIds) },
  { path: /^\/api\/aggregate\/([a-z0-9-]+)$/, method: 'POST', answer: criteriaRoute(runAggregate) },
  { path: /^\/api\/([a-z0-9-]+)\/([0-9a-f]{32})$/, method: 'GET', answer: detail },
  { path: /^\/api\/([a-z0-9-]+)(\/.+)?$/, method: 'GET', answer: criteriaRoute(runSearch) },
];

/** The Admin API: routes first, then the token, then `Accept`, then the rest. */
export function answerAdmin(shop: Shop, request: ShopRequest): Answer {
  const matching = ROUTES.flatMap((route) => {
    const match = route.path.exec(request.path);
    return match && isKnown(shop, match) ? [{ route, match }] : [];
  });
  if (request.method === 'OPTIONS' && matching.length > 0) return { status: 200, body: undefined };
  const chosen = matching.find(({ route }) => route.method === request.method);
  if (!chosen) return noRoute(request, methodsOf(matching));
  if (!chosen.route.open) {
    const refused = shop.signIn.refuse(request);
    if (refused) return refused;
  }
  return chosen.route.answer(shop, request, chosen.match) ?? noRoute(request, []);
}

function methodsOf(matching: readonly { readonly route: Route }[]): readonly string[] {
  return [...new Set(matching.map(({ route }) => route.method))];
}

/** An entity in the path has to exist; `_` for `-` is no route. */
function isKnown(shop: Shop, match: RegExpExecArray): boolean {
  return match[1] === undefined || shop.database.schema.has(match[1].replaceAll('-', '_'));
}

/** 404, or 405 where another method would do; never with an `Allow` header. */
export function noRoute(request: ShopRequest, methods: readonly string[]): Answer {
  const query = request.query === '' ? '' : `?${request.query}`;
  const text = `No route found for "${request.method} ${request.origin}${request.path}${query}"`;
  if (methods.length === 0) return refusedByFramework(404, text);
  return refusedByFramework(405, `${text}: Method Not Allowed (Allow: ${methods.join(', ')})`);
}

function entitySchema(shop: Shop): Answer {
  return { status: 200, body: undefined, text: shop.schemaText };
}

/** Routes about the signed-in user, who is an integration here. */
function expectedUser(): Answer {
  return failed(403, {
    code: 'FRAMEWORK__API_EXPECTED_USER',
    detail: 'For this interaction an authenticated user login is required.',
    parameters: {},
  });
}

function criteriaRoute(run: (shop: Shop) => Run): Route['answer'] {
  return (shop, request, match) => {
    const root = entityIn(shop, match);
    const below = root && readBelow(shop.database, root, match[2] ?? '');
    if (!below) return undefined;
    const refused = unacceptable(request);
    if (refused) return refused;
    if ('status' in below) return below;
    const isBelow = match[2] !== undefined;
    return answerCriteria(shop, request, 'admin', below.table, (context, table, criteria, body) =>
      run(shop)(context, table, isBelow ? among(table, below.rows(context), criteria) : criteria, body),
    );
  };
}

function entityIn(shop: Shop, match: RegExpExecArray): Table | undefined {
  return shop.database.table((match[1] ?? '').replaceAll('-', '_'));
}

/** The criteria over these rows only. */
function among(table: Table, rows: readonly Row[], criteria: Criteria): Criteria {
  const field = table.primaryKey[0] ?? 'id';
  const filter: Filter = { kind: 'equalsAny', field, values: rows.map((row) => String(row[field])) };
  return { ...criteria, filters: [...criteria.filters, filter] };
}

/** One entity by its id, shaped by a criteria in the query. */
function detail(shop: Shop, request: ShopRequest, match: RegExpExecArray): Answer | undefined {
  const table = entityIn(shop, match);
  const id = match[2] ?? '';
  if (!table) return undefined;
  return (
    unacceptable(request) ??
    answerCriteria(shop, request, 'admin', table, (context, _, criteria) => {
      const [entity] = search(shop.database, context, table, { ...criteria, ids: [id] }).entities;
      return {
        answer: entity === undefined ? unknownResource(table, id) : ok({ data: entity }),
        found: entity !== undefined,
      };
    })
  );
}

function unknownResource(table: Table, id: string): Answer {
  const type = table.entity.name;
  return failed(404, {
    code: 'FRAMEWORK__RESOURCE_NOT_FOUND',
    detail: `The ${type} resource with the following primary key was not found: id(${id})`,
    parameters: { type, primaryKey: { id }, primaryKeyString: `id(${id})` },
  });
}

/** Without a type that the Admin API can send: 415 (reference, section 6). */
function unacceptable(request: ShopRequest): Answer | undefined {
  const accept = request.header('accept') ?? '';
  if (/application\/(vnd\.api\+)?json|\*\/\*/.test(accept)) return undefined;
  return refusedByFramework(415, `All provided media types are unsupported. (${accept})`);
}

function runSearch({ database }: Shop): Run {
  return (context, table, criteria) => {
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
