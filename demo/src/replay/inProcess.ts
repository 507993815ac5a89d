import { isJsonObject, type Json } from '../engine/json.ts';
import type { Answer } from '../http/answer.ts';
import { answerRequest } from '../http/answerRequest.ts';
import { CLIENT_ID, type OpenShop } from '../openShop.ts';

/** Sends a JSON text to a route, which may have a query behind it, and returns the answer. */
export type Post = (path: string, bodyText: string) => Answer;

interface AskOptions {
  /** Another integration than the one that may do everything. */
  readonly clientId?: string;
  /** By their names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Of every request but the one that signs in; without it POST. */
  readonly method?: string;
}

/** Asks a shop without a network in between, signed in as its integration and with its access key. */
export function inProcess({ shop, clientSecret }: OpenShop, options: AskOptions = {}): Post {
  const headers = new Map([
    ['accept', 'application/json'],
    ['content-type', 'application/json'],
    ['sw-access-key', shop.salesChannel.accessKey],
    ...Object.entries(options.headers ?? {}),
  ]);
  const ask = (method: string, route: string, bodyText: string): Answer => {
    const [path = '', query = ''] = route.split('?', 2);
    const header = (name: string) => headers.get(name.toLowerCase());
    return answerRequest(shop, { method, path, query, origin: 'http://shop', bodyText, header });
  };
  const client_id = options.clientId ?? CLIENT_ID;
  const credentials = { grant_type: 'client_credentials', client_id, client_secret: clientSecret };
  const token = ask('POST', '/api/oauth/token', JSON.stringify(credentials)).body;
  headers.set('authorization', `Bearer ${tokenIn(token)}`);
  return (path, bodyText) => ask(options.method ?? 'POST', path, bodyText);
}

function tokenIn(body: Json | undefined): string {
  return isJsonObject(body) ? String(body.access_token) : '';
}
