import type { Criteria } from '../engine/criteria.ts';
import type { Table } from '../engine/database.ts';
import { aggregateOnly, type SearchResult, search, searchOnlyIds } from '../engine/engine.ts';
import { shapeResponse } from '../engine/shapeResponse.ts';
import { acceptedForm, unacceptable } from './accept.ts';
import type { AdminCall } from './adminApi.ts';
import { type Answer, failed, ok } from './answer.ts';
import { answerCriteria, type Run } from './answerCriteria.ts';
import { type Below, readBelow } from './below.ts';
import { jsonApiDetail, jsonApiList } from './jsonApi.ts';

/** `POST /api/search/product`, and below a parent. */
export function searchRoute(call: AdminCall): Answer | undefined {
  return listRoute(call, (context, table, criteria) => {
    const result = search(call.shop.database, context, table, criteria);
    return { answer: listAnswer(call, result), found: result.entities.length > 0 };
  });
}

/** `POST /api/search-ids/product`: plain JSON, whatever is accepted. */
export function idsRoute(call: AdminCall): Answer | undefined {
  return listRoute(call, (context, table, criteria) => {
    const { total, data } = searchOnlyIds(call.shop.database, context, table, criteria);
    return { answer: ok({ total, data }), found: data.length > 0 };
  });
}

/** `POST /api/aggregate/product` */
export function aggregateRoute(call: AdminCall): Answer | undefined {
  return listRoute(call, (context, table, criteria) => {
    return { answer: listAnswer(call, aggregateOnly(call.shop.database, context, table, criteria)), found: false };
  });
}

/** `GET /api/product`, `GET /api/product/{id}`, and below a parent, with the criteria in the query. */
export function readRoute(call: AdminCall): Answer | undefined {
  const below = belowOf(call);
  if (!below || 'status' in below || below.id === undefined) return searchRoute(call);
  const { id } = below;
  return criteriaRoute(call, below, (context, table, criteria) => {
    // An id alone is no combined key, so it finds nothing.
    const isKey = table.primaryKey.length === 1;
    const [entity] = isKey ? search(call.shop.database, context, table, { ...criteria, ids: [id] }).entities : [];
    if (!entity) return { answer: unknownResource(table, id), found: false };
    const answer =
      acceptedForm(call.request) === 'json-api'
        ? jsonApiDetail(call, entity, criteria)
        : ok({ data: shapeResponse(entity, criteria, 'admin') });
    return { answer, found: true };
  });
}

function listRoute(call: AdminCall, run: Run): Answer | undefined {
  const below = belowOf(call);
  if (!below || ('id' in below && below.id !== undefined)) return undefined;
  return criteriaRoute(call, below, run);
}

/** Where the path leads: the first group names an entity, the second what follows it. */
function belowOf({ shop, match }: AdminCall): Below | Answer | undefined {
  const root = shop.database.table((match[1] ?? '').replaceAll('-', '_'));
  return root && readBelow(shop.database, root, match[2] ?? '');
}

/** What all routes with a criteria have in common. */
function criteriaRoute(call: AdminCall, below: Below | Answer, run: Run): Answer {
  const { shop, request, caller } = call;
  const refused = unacceptable(request);
  if (refused) return refused;
  if ('status' in below) return below;
  const { table, entities } = below;
  const asked = { shop, request, api: 'admin', table, reader: { caller, entities } } as const;
  return answerCriteria(asked, (context, _, criteria, body) => run(context, table, among(below, criteria), body));
}

/** The criteria below the parent; one entity is found by its id alone, whoever its parent is (ApiController::detail). */
function among(below: Below, criteria: Criteria): Criteria {
  const filter = below.id === undefined ? below.filter() : undefined;
  return filter ? { ...criteria, filters: [...criteria.filters, filter] } : criteria;
}

function listAnswer(call: AdminCall, result: SearchResult): Answer {
  if (acceptedForm(call.request) === 'json-api') return jsonApiList(call, result);
  const { total, entities, aggregations, criteria } = result;
  return ok(shapeResponse({ total, data: entities, aggregations }, criteria, 'admin'));
}

function unknownResource(table: Table, id: string): Answer {
  const type = table.entity.name;
  return failed(404, {
    code: 'FRAMEWORK__RESOURCE_NOT_FOUND',
    detail: `The ${type} resource with the following primary key was not found: id(${id})`,
    parameters: { type, primaryKey: { id }, primaryKeyString: `id(${id})` },
  });
}
