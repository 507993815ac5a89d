import { isShopError, type ShopError } from '../errors/shopError.ts';
import { untilAborted } from './abort.ts';

/** A token as the shop hands it out. */
export interface AccessToken {
  readonly accessToken: string;
  /** How long it is accepted. */
  readonly seconds: number;
  /** Only the sign-in by password brings one. */
  readonly refreshToken: string | null;
}

/** Keeps one token, in memory only, and renews it. */
export interface TokenKeeper {
  /** A token that is accepted for some time yet. However many ask at once, the shop is asked once. */
  get(signal?: AbortSignal): Promise<string>;
  /** The shop did not accept this token: the next `get` asks for another one. */
  forget(accessToken: string): void;
  /** Asks the shop now, also when it has refused before; not before the time that a throttled sign-in has to wait. */
  signIn(signal?: AbortSignal): Promise<string>;
}

/** What a keeper gets its tokens from. */
export interface TokenSource {
  /** Signs in; with the former refresh token where there was one. */
  readonly obtain: (refreshToken: string | null) => Promise<AccessToken>;
  /** The error for a throttled sign-in that has this many seconds yet to wait. */
  readonly throttled: (seconds: number) => ShopError;
  readonly now: () => number;
}

/** A token is renewed this long before it ends, so that it does not end on its way. */
const reserve = 30_000;

interface Kept {
  readonly accessToken: string;
  readonly renewAt: number;
}

interface Refusal {
  readonly error: ShopError;
  /** When the shop may be asked again; null: not before a person asks for it. */
  readonly until: number | null;
}

/** A keeper that asks the shop with the first `get`. */
export function createTokenKeeper({ obtain, throttled, now }: TokenSource): TokenKeeper {
  let kept: Kept | null = null;
  let refreshToken: string | null = null;
  let refusal: Refusal | null = null;
  let pending: Promise<string> | null = null;

  async function renew(): Promise<string> {
    const used = refreshToken;
    refreshToken = null;
    try {
      const token = await obtain(used);
      const lifetime = token.seconds * 1000;
      kept = { accessToken: token.accessToken, renewAt: now() + lifetime - Math.min(reserve, lifetime / 2) };
      refreshToken = token.refreshToken;
      refusal = null;
      return token.accessToken;
    } catch (error) {
      refusal = refusalOf(error, now());
      throw error;
    }
  }

  function ask(signal: AbortSignal | undefined): Promise<string> {
    pending ??= renew().finally(() => {
      pending = null;
    });
    return untilAborted(pending, signal);
  }

  /** The refusal that still stands. */
  function refused(): ShopError | null {
    if (refusal?.until == null) return refusal?.error ?? null;
    const left = refusal.until - now();
    return left > 0 ? throttled(Math.ceil(left / 1000)) : null;
  }

  async function getUnlessRefused(signal: AbortSignal | undefined): Promise<string> {
    const error = pending === null ? refused() : null;
    if (error !== null) throw error;
    return ask(signal);
  }

  return {
    async get(signal) {
      return kept !== null && now() < kept.renewAt ? kept.accessToken : getUnlessRefused(signal);
    },
    forget(accessToken) {
      if (kept?.accessToken === accessToken) kept = null;
    },
    signIn(signal) {
      kept = null;
      if (refusal?.until === null) refusal = null;
      return getUnlessRefused(signal);
    },
  };
}

/** What is remembered of a failed sign-in: only that the shop itself refused it. */
function refusalOf(error: unknown, now: number): Refusal | null {
  if (!isShopError(error)) return null;
  if (error.kind === 'throttled') return { error, until: now + (error.seconds ?? 0) * 1000 };
  return error.kind === 'wrongCredentials' ? { error, until: null } : null;
}
