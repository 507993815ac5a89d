import { isJsonObject, type Json } from '../engine/json.ts';
import type { Answer } from '../http/answer.ts';
import { answerRequest } from '../http/answerRequest.ts';
import { CLIENT_ID, type OpenShop } from '../openShop.ts';

/** Posts a JSON text to a route and returns the answer. */
export type Post = (path: string, bodyText: string) => Answer;

/** Asks a shop without a network in between, signed in as its integration and with its access key. */
export function inProcess({ shop, clientSecret }: OpenShop): Post {
  const headers = new Map([
    ['accept', 'application/json'],
    ['content-type', 'application/json'],
    ['sw-access-key', shop.salesChannel.accessKey],
  ]);
  const post: Post = (path, bodyText) =>
    answerRequest(shop, {
      method: 'POST',
      path,
      query: '',
      origin: 'http://shop',
      bodyText,
      header: (name) => headers.get(name.toLowerCase()),
    });
  const credentials = { grant_type: 'client_credentials', client_id: CLIENT_ID, client_secret: clientSecret };
  const token = post('/api/oauth/token', JSON.stringify(credentials)).body;
  headers.set('authorization', `Bearer ${tokenIn(token)}`);
  return post;
}

function tokenIn(body: Json | undefined): string {
  return isJsonObject(body) ? String(body.access_token) : '';
}
