import type { AdminCall } from './adminApi.ts';
import { type Answer, failed, NO_CONTENT } from './answer.ts';

/**
 * `POST /api/_action/demo-shop/reset`, the one route that no Shopware has: all rows are again as they were at the
 * start. For those who may do everything.
 */
export function reset({ shop, caller }: AdminCall): Answer {
  if (caller.privileges !== undefined) {
    const detail = JSON.stringify({ message: 'Missing privilege', missingPrivileges: ['demo_shop:reset'] });
    return failed(403, { code: 'FRAMEWORK__MISSING_PRIVILEGE_ERROR', detail, parameters: {} });
  }
  shop.database.reset();
  return NO_CONTENT;
}
