import type { SentRequest } from '../client/answer.ts';
import type { ServerError } from './serverErrors.ts';

/**
 * What went wrong, for code that wants to react to it:
 *
 * - `badAddress`: the shop's address cannot be one
 * - `badRequest`: the request cannot be sent as it is (a path or a header that HTTP does not allow, or more than a web
 *   server lets through), or the caller fails on being told its progress
 * - `unreachable`: no such host, connection refused or cut
 * - `proxy`: the proxy refuses or cannot be used
 * - `tls`: the certificate is not trusted, or there is no TLS
 * - `timeout`: one of the time limits passed
 * - `redirected`: the shop sends elsewhere; nothing was sent there
 * - `notAShop`: something answers, but not as Shopware's API does (a web page, a password prompt, other JSON)
 * - `noCredentials`: nothing to sign in with
 * - `wrongCredentials`: the sign-in was refused
 * - `throttled`: too many refused sign-ins; `seconds` says how long to wait
 * - `unavailable`: maintenance, or a web server without its shop (502, 503, 504)
 * - `refused`: the shop's own errors, in `errors`
 * - `tooLarge`: the answer passed the size limit
 * - `notSaved`: the answer could not be written to the file
 * - `cancelled`: the caller's signal, or the client was closed
 */
export type ShopErrorKind =
  | 'badAddress'
  | 'badRequest'
  | 'unreachable'
  | 'proxy'
  | 'tls'
  | 'timeout'
  | 'redirected'
  | 'notAShop'
  | 'noCredentials'
  | 'wrongCredentials'
  | 'throttled'
  | 'unavailable'
  | 'refused'
  | 'tooLarge'
  | 'notSaved'
  | 'cancelled';

/** What a `ShopError` is made of. */
export interface ShopErrorParts {
  /** One plain sentence: what happened. */
  readonly message: string;
  /** One or two plain sentences: what to do next. */
  readonly hint?: string;
  /** The HTTP status, where something answered. */
  readonly status?: number;
  /** The shop's own errors, in its order. */
  readonly errors?: readonly ServerError[];
  /** `throttled`: seconds until the next attempt can succeed. */
  readonly seconds?: number;
  /** The privileges that the caller's role lacks: `category:read`. */
  readonly missingPrivileges?: readonly string[];
  /** The code of the network error: `ECONNREFUSED`, `CERT_HAS_EXPIRED`. */
  readonly code?: string;
  /** The request that failed, as sent, without secrets. */
  readonly request?: SentRequest;
}

/**
 * The only error that the client throws. Made for people: `message` says what happened, `hint` what to do.
 * It holds no secret, neither here nor in its JSON, and no `cause` that might.
 */
export class ShopError extends Error {
  readonly kind: ShopErrorKind;
  readonly hint: string | null;
  readonly status: number | null;
  readonly errors: readonly ServerError[];
  readonly seconds: number | null;
  readonly missingPrivileges: readonly string[];
  readonly code: string | null;
  readonly request: SentRequest | null;

  constructor(kind: ShopErrorKind, parts: ShopErrorParts) {
    super(parts.message);
    this.name = 'ShopError';
    this.kind = kind;
    this.hint = parts.hint ?? null;
    this.status = parts.status ?? null;
    this.errors = parts.errors ?? [];
    this.seconds = parts.seconds ?? null;
    this.missingPrivileges = parts.missingPrivileges ?? [];
    this.code = parts.code ?? null;
    this.request = parts.request ?? null;
  }

  /** The same error in other words. */
  inWords(words: Required<Pick<ShopErrorParts, 'message' | 'hint'>>): ShopError {
    const { status, errors, seconds, missingPrivileges, code, request } = this;
    return new ShopError(this.kind, {
      ...words,
      errors,
      missingPrivileges,
      ...(status !== null && { status }),
      ...(seconds !== null && { seconds }),
      ...(code !== null && { code }),
      ...(request !== null && { request }),
    });
  }

  /** Everything but the stack, for messages between processes and for logs. */
  toJSON(): object {
    const { kind, message, hint, status, errors, seconds, missingPrivileges, code, request } = this;
    return { kind, message, hint, status, errors, seconds, missingPrivileges, code, request };
  }
}

/** True for a failure that the client itself threw. */
export function isShopError(error: unknown): error is ShopError {
  return error instanceof ShopError;
}
