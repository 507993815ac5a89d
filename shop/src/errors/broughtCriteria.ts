import type { SentRequest } from '../client/answer.ts';
import { isSignIn } from './signInRequest.ts';

/** Whether a request brought anything that could be a criteria, and so the reason for a failure: a body or a query. */
export function broughtCriteria(request: SentRequest): boolean {
  return !isSignIn(request) && (request.body !== null || new URL(request.url).search !== '');
}
