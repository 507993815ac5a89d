import { EMPTY_CRITERIA } from '../engine/criteria.ts';
import { readEntities } from '../engine/readEntities.ts';
import type { AdminCall } from './adminApi.ts';
import { type Answer, failed, ok } from './answer.ts';
import { contextOf } from './requestContext.ts';

/** Whether the shop is there at all. */
export function health(): Answer {
  return { status: 200, body: undefined };
}

export function version({ shop }: AdminCall): Answer {
  return ok({ version: shop.version.text });
}

export function entitySchema({ shop }: AdminCall): Answer {
  return { status: 200, body: undefined, text: shop.schemaText };
}

/** What the Administration asks a shop first. Nothing runs in the background here, and nothing can be installed. */
export function configuration({ shop, request }: AdminCall): Answer {
  return ok({
    version: shop.version.text,
    shopId: shop.salesChannel.id,
    appUrl: request.origin,
    versionRevision: '',
    adminWorker: {
      enableAdminWorker: false,
      enableQueueStatsWorker: false,
      enableNotificationWorker: false,
      transports: [],
    },
    bundles: [],
    settings: {
      enableUrlFeature: false,
      appUrlReachable: true,
      appsRequireAppUrl: false,
      private_allowed_extensions: [],
      enableHtmlSanitizer: true,
      enableStagingMode: false,
      disableExtensionManagement: true,
    },
    inAppPurchases: [],
  });
}

/** The signed-in user; an integration is none. */
export function signedInUser({ shop, request, caller }: AdminCall): Answer {
  const headers = contextOf(shop, request, 'admin');
  const users = shop.database.table('user');
  if (caller.kind !== 'user' || !users || 'answer' in headers) return expectedUser();
  const reading = { database: shop.database, context: headers.context };
  const [user] = readEntities(reading, users, users.rows.slice(0, 1), EMPTY_CRITERIA);
  return user ? ok({ data: { ...user, aclRoles: [] } }) : expectedUser();
}

/** Whether the token of a user is still good: nothing but the status (UserController::status). */
export function ping({ caller }: AdminCall): Answer {
  return caller.kind === 'user' ? { status: 200, body: undefined } : expectedUser();
}

function expectedUser(): Answer {
  return failed(403, {
    code: 'FRAMEWORK__API_EXPECTED_USER',
    detail: 'For this interaction an authenticated user login is required.',
    parameters: {},
  });
}
