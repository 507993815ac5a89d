import type { SentRequest } from '../client/answer.ts';

/** Whether a request is a sign-in: it asks for nothing else, and changes nothing. */
export function isSignIn({ url }: SentRequest): boolean {
  return /\/(oauth\/token|account\/login)$/.test(url);
}
