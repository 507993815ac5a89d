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
export function createTokenKeeper(source: TokenSource): TokenKeeper {
  return new Keeper(source);
}

class Keeper implements TokenKeeper {
  readonly #source: TokenSource;
  #kept: Kept | null = null;
  #refreshToken: string | null = null;
  #refusal: Refusal | null = null;
  #pending: Promise<string> | null = null;

  constructor(source: TokenSource) {
    this.#source = source;
  }

  async get(signal?: AbortSignal): Promise<string> {
    const kept = this.#kept;
    return kept !== null && this.#source.now() < kept.renewAt ? kept.accessToken : this.#getUnlessRefused(signal);
  }

  forget(accessToken: string): void {
    if (this.#kept?.accessToken === accessToken) this.#kept = null;
  }

  signIn(signal?: AbortSignal): Promise<string> {
    this.#kept = null;
    if (this.#refusal?.until === null) this.#refusal = null;
    return this.#getUnlessRefused(signal);
  }

  async #getUnlessRefused(signal: AbortSignal | undefined): Promise<string> {
    const error = this.#pending === null ? this.#refused() : null;
    if (error !== null) throw error;
    this.#pending ??= this.#renew().finally(() => {
      this.#pending = null;
    });
    return untilAborted(this.#pending, signal);
  }

  /** The refusal that still stands. */
  #refused(): ShopError | null {
    const refusal = this.#refusal;
    if (refusal?.until == null) return refusal?.error ?? null;
    const left = refusal.until - this.#source.now();
    return left > 0 ? this.#source.throttled(Math.ceil(left / 1000)) : null;
  }

  async #renew(): Promise<string> {
    const { obtain, now } = this.#source;
    const used = this.#refreshToken;
    this.#refreshToken = null;
    try {
      const { accessToken, seconds, refreshToken } = await obtain(used);
      const lifetime = seconds * 1000;
      this.#kept = { accessToken, renewAt: now() + lifetime - Math.min(reserve, lifetime / 2) };
      this.#refreshToken = refreshToken;
      this.#refusal = null;
      return accessToken;
    } catch (error) {
      this.#refusal = refusalOf(error, now());
      throw error;
    }
  }
}

/** What is remembered of a failed sign-in: only that the shop itself refused it. */
function refusalOf(error: unknown, now: number): Refusal | null {
  if (!isShopError(error)) return null;
  if (error.kind === 'throttled') return { error, until: now + (error.seconds ?? 0) * 1000 };
  return error.kind === 'wrongCredentials' ? { error, until: null } : null;
}
