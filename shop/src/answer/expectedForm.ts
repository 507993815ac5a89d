import type { Api } from '../connection.ts';
import { isRecord } from '../json.ts';
import { isStoreRead } from '../request/reads.ts';

/** Tells by the body of an answer of success whether it has the form that its route always has. */
export type Form = (json: unknown) => boolean;

/**
 * The form of a route's answers of success (reference, sections 6 and 11), in plain JSON; null where it is not known, as
 * for what plugins add.
 */
export function expectedForm(api: Api, method: string, path: string): Form | null {
  const [route = ''] = path.split('?', 1);
  if (api === 'store') return isStoreRead(method, route) && !route.includes('/_info/') ? formInStore(route) : null;
  if (method === 'POST' && /^\/api\/(search|search-ids|aggregate)\//.test(route)) return hasRows;
  return method === 'GET' && /^\/api\/[a-z][\w-]*\/[\da-f]{32}$/.test(route) ? hasRow : null;
}

const hasRows: Form = (json) => isRecord(json) && Array.isArray(json.data);
const hasRow: Form = (json) => isRecord(json) && isRecord(json.data);

/** An object that names its kind, or a list of such: some lists, like the one of the currencies, come bare. */
function formInStore(route: string): Form {
  const mayBeNothing = !/^\/store-api\/(product|product-listing\/[^/]+|search|search-suggest|context)$/.test(route);
  return (json) =>
    Array.isArray(json)
      ? json.every(isRecord) && (mayBeNothing || json.length > 0)
      : isRecord(json) && (typeof json.apiAlias === 'string' || Array.isArray(json.elements));
}
