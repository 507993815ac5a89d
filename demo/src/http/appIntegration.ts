import { type Answer, failed } from './answer.ts';
import type { Caller } from './caller.ts';
import type { Shop } from './shop.ts';
import type { ShopRequest } from './shopRequest.ts';

/**
 * The answer to `sw-app-integration-id` of an app that the shop does not have; undefined where the shop has it, and for
 * everyone whose token is not that of a user with a password: for them the header is ignored (reference, section 10).
 */
export function refuseAppIntegration({ database }: Shop, request: ShopRequest, caller: Caller): Answer | undefined {
  const value = request.header('sw-app-integration-id');
  if (value === undefined || caller.byPassword !== true) return undefined;
  if ((database.table('app')?.where('integrationId', value) ?? []).length > 0) return undefined;
  return failed(400, {
    code: 'FRAMEWORK__APP_INTEGRATION_NOT_FOUND',
    detail: `Could not find app integration with id "${value}"`,
    parameters: { entity: 'app integration', field: 'id', value },
  });
}
