import type { Row } from '../answer/rows.ts';
import type { Shop } from '../client/types.ts';
import { isShopError } from '../errors/shopError.ts';
import { type Criteria, type ReadOptions, searchRows } from './criteria.ts';

/** What a shop answers at once unless it is configured otherwise (reference, section 2.1). */
const usualMaximum = 500;

/**
 * Every row of an entity, page by page, in the order of their ids: for entities with some hundred rows, such as
 * languages and custom fields. A shop with a smaller maximum is asked for as many as it allows.
 */
export async function everyRow(
  shop: Shop,
  entity: string,
  criteria: Criteria,
  options: ReadOptions = {},
): Promise<readonly Row[]> {
  const pageOf = (page: number, limit: number) =>
    searchRows(shop, { entity }, { ...criteria, sort: [{ field: 'id' }], page, limit }, options);
  let limit = usualMaximum;
  const first = await pageOf(1, limit).catch((error: unknown) => {
    limit = maximumIn(error);
    return pageOf(1, limit);
  });
  const rows = [...first.rows];
  for (let page = 2; rows.length === (page - 1) * limit; page++) {
    rows.push(...(await pageOf(page, limit)).rows);
  }
  return rows;
}

/** The maximum that a refusal names; throws any other failure again. */
function maximumIn(error: unknown): number {
  const refusals = isShopError(error) ? error.errors : [];
  const maximum = refusals.find(({ code }) => code === 'FRAMEWORK__QUERY_LIMIT_EXCEEDED')?.parameters.maxLimit;
  if (typeof maximum === 'number' && maximum > 0) return maximum;
  throw error;
}
