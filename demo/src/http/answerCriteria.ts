import type { Context } from '../engine/context.ts';
import type { Criteria } from '../engine/criteria.ts';
import type { Table } from '../engine/database.ts';
import { readBody } from '../engine/engine.ts';
import type { Json } from '../engine/json.ts';
import { Refused } from '../engine/refused.ts';
import { type Answer, failed } from './answer.ts';
import type { Refusal } from './refuse.ts';
import { contextOf } from './requestContext.ts';
import type { Shop } from './shop.ts';
import { readCriteriaBody, type ShopRequest } from './shopRequest.ts';

/** What a route does with an accepted criteria: the answer, and whether it found rows. */
export type Run = (
  context: Context,
  table: Table,
  criteria: Criteria,
  body: Json,
) => { readonly answer: Answer; readonly found: boolean };

/** Headers, body, refusals, then the search: in the order in which the server meets them (reference, section 2). */
export function answerCriteria(
  shop: Shop,
  request: ShopRequest,
  api: 'admin' | 'store',
  table: Table,
  run: Run,
): Answer {
  const read = readCriteriaBody(request);
  if ('answer' in read) return read.answer;
  const headers = contextOf(shop, request, api);
  if ('answer' in headers) return headers.answer;
  const refusal = shop.refuse({ entity: table.entity.name, api, path: request.path, bodyText: read.text });
  if (refusal && refusal.when === undefined) return refusalAnswer(refusal);
  try {
    const { context } = headers;
    const { answer, found } = run(context, table, readBody(read.body, context), read.body);
    return refusal?.when === 'rows' && found ? refusalAnswer(refusal) : answer;
  } catch (error) {
    if (error instanceof Refused) return failed(error.status, { code: error.code, detail: error.message });
    throw error;
  }
}

function refusalAnswer({ status, errors }: Refusal): Answer {
  return failed(status, ...errors.map((error) => (isFramework(error.code) ? { parameters: {}, ...error } : error)));
}

/** Errors of Shopware's own carry `meta`, those of PHP and SQL do not. */
function isFramework(code: string): boolean {
  return code.includes('__');
}
