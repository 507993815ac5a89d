import type { RawAnswer } from './answer.ts';

type Redirecting = Pick<RawAnswer, 'status' | 'headers'>;

/** Where an answer sends to; null for one that sends nowhere. */
export function redirectTarget({ status, headers }: Redirecting, from: URL): URL | null {
  const location = headers.location;
  if (location === undefined || status < 300 || status > 399) return null;
  return URL.canParse(location, from.href) ? new URL(location, from) : null;
}

/** Whether the same request is meant to be sent again at the target. */
export function isSameRequest({ status }: Redirecting): boolean {
  return [301, 302, 307, 308].includes(status);
}
