import type { ApiName } from '../../../server/src/protocol.ts';

/**
 * Whether a path only reads. A criteria file from elsewhere may name any route; those of the Admin API that do not
 * search can change the shop.
 */
export function onlyReads(api: ApiName, path: string): boolean {
  if (api === 'store') return /^\/store-api\//.test(path) && !/(^|\/)\.{1,2}(\/|$)/.test(path);
  return /^\/api\/(search|search-ids|aggregate)\/[\w/-]+$/.test(path);
}
