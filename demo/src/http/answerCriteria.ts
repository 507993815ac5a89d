import type { Api } from '../../../server/src/schema/entitySchema.ts';
import type { Context } from '../engine/context.ts';
import type { Criteria } from '../engine/criteria.ts';
import type { Table } from '../engine/database.ts';
import { inVersion } from '../engine/draft.ts';
import { readBody } from '../engine/engine.ts';
import type { Json } from '../engine/json.ts';
import { Refused } from '../engine/refused.ts';
import { type Answer, failed } from './answer.ts';
import type { Caller } from './caller.ts';
import { entitiesOf, refuseEntities } from './privileges.ts';
import type { Refusal } from './refuse.ts';
import { contextOf } from './requestContext.ts';
import type { Shop } from './shop.ts';
import { readCriteriaBody, type ShopRequest } from './shopRequest.ts';

/** A request that carries a criteria for this table. */
export interface CriteriaCall {
  readonly shop: Shop;
  readonly request: ShopRequest;
  readonly api: Api;
  readonly table: Table;
  /** Only in the Admin API, where rights count: who asks, and the entities that the path names. */
  readonly reader?: { readonly caller: Caller; readonly entities: readonly string[] };
  /** Nothing is refused: the route does not look at the criteria. */
  readonly unchecked?: boolean;
}

/** What a route does with an accepted criteria: the answer, and whether it found rows. */
export type Run = (
  context: Context,
  table: Table,
  criteria: Criteria,
  body: Json,
) => { readonly answer: Answer; readonly found: boolean };

/** Headers, body, rights, refusals, then the search: as the server meets them (reference, section 2). */
export function answerCriteria(call: CriteriaCall, run: Run): Answer {
  const { shop, request, api, table, reader } = call;
  const read = readCriteriaBody(request);
  if ('answer' in read) return read.answer;
  const headers = contextOf(shop, request, api);
  if ('answer' in headers) return headers.answer;
  const { context } = headers;
  const entity = table.entity.name;
  const refusal = call.unchecked ? undefined : shop.refuse({ entity, api, path: request.path, bodyText: read.text });
  if (refusal && refusal.when === undefined && BEFORE_RIGHTS.includes(refusal.stage)) return refusalAnswer(refusal);
  const criteria = readBody(read.body, context);
  const needed = [...(reader?.entities ?? []), ...entitiesOf(shop.database.schema, context, entity, criteria)];
  const unread = reader && refuseEntities(reader.caller, needed);
  if (unread) return unread;
  if (refusal && refusal.when === undefined) return refusalAnswer(refusal);
  try {
    const { answer, found } = run(context, table, inVersion(context, table, criteria), read.body);
    return refusal?.when === 'rows' && found ? refusalAnswer(refusal) : answer;
  } catch (error) {
    if (error instanceof Refused) return refusedAnswer(error);
    throw error;
  }
}

const BEFORE_RIGHTS: readonly Refusal['stage'][] = ['route', 'parse', 'access'];

function refusalAnswer({ status, errors }: Refusal): Answer {
  return failed(status, ...errors.map((error) => (isFramework(error.code) ? { parameters: {}, ...error } : error)));
}

function refusedAnswer({ status, code, message, parameters }: Refused): Answer {
  return failed(status, { code, detail: message, ...(isFramework(code) && { parameters }) });
}

/** Errors of Shopware's own carry `meta`, those of PHP and SQL do not. */
function isFramework(code: string): boolean {
  return code.includes('__');
}
