import type { RawAnswer } from './answer.ts';

const sameRequestElsewhere = [301, 302, 307, 308];

/** Where an answer sends to, for the statuses after which the same request is sent again. */
export function redirectTarget({ status, headers }: Pick<RawAnswer, 'status' | 'headers'>, from: URL): URL | null {
  const location = headers.location;
  if (location === undefined || !sameRequestElsewhere.includes(status)) return null;
  return URL.canParse(location, from.href) ? new URL(location, from) : null;
}
