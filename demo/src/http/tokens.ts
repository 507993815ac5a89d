import { randomBytes } from 'node:crypto';
import { type Answer, ok } from './answer.ts';
import type { Caller } from './caller.ts';

const LIFETIME_SECONDS = 600;
const REFRESH_SECONDS = 7 * 24 * 3600;

interface Handed {
  readonly caller: Caller;
  /** Milliseconds. */
  readonly end: number;
}

/** What became of a refresh token: whose it is, that it was used before, or that it is none. */
export type Refreshing = Caller | 'used' | 'unknown';

/** The tokens that were handed out, until they end. */
export class Tokens {
  readonly #clock: () => number;
  readonly #access = new Map<string, Handed>();
  readonly #refresh = new Map<string, Handed>();
  readonly #used = new Set<string>();

  /** `clock` returns milliseconds; tokens end by it. */
  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** The answer that holds a new token, and one to refresh it with where it is asked for. */
  issue(caller: Caller, withRefresh: boolean): Answer {
    for (const [token, { end }] of this.#access) if (end <= this.#clock()) this.#access.delete(token);
    const token = newToken();
    this.#access.set(token, { caller, end: this.#clock() + LIFETIME_SECONDS * 1000 });
    const answer = { token_type: 'Bearer', expires_in: LIFETIME_SECONDS, access_token: token };
    if (!withRefresh) return ok(answer);
    const refresh = randomBytes(48).toString('hex');
    this.#refresh.set(refresh, { caller, end: this.#clock() + REFRESH_SECONDS * 1000 });
    return ok({ ...answer, refresh_token: refresh });
  }

  /** Whose token this is; undefined when it ended or was never handed out. */
  callerOf(token: string): Caller | undefined {
    const handed = this.#access.get(token);
    return handed && handed.end > this.#clock() ? handed.caller : undefined;
  }

  /** A refresh token works once. */
  refresh(token: string): Refreshing {
    if (this.#used.has(token)) return 'used';
    const handed = this.#refresh.get(token);
    if (!handed || handed.end <= this.#clock()) return 'unknown';
    this.#refresh.delete(token);
    this.#used.add(token);
    return handed.caller;
  }
}

/** Looks like a JWT: three parts with dots between them. */
function newToken(): string {
  return [12, 24, 48].map((bytes) => randomBytes(bytes).toString('base64url')).join('.');
}
