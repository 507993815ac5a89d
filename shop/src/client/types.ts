import type { Api } from '../connection.ts';
import type { Answer, SavedAnswer } from './answer.ts';
import type { Limits } from './limits.ts';

/** What the client needs from its surroundings. Everything has a default fit for a plain Node program. */
export interface ShopOptions {
  /** Where `HTTP_PROXY`, `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY` are read from, in either spelling. Default: nowhere. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /**
   * The editor's proxy and its exceptions: used when the connection names none, before the environment's.
   * `authorization` is sent to either as `Proxy-Authorization`, unless the address of the proxy has a user name.
   */
  readonly proxy?: { readonly url?: string; readonly noProxy?: string; readonly authorization?: string };
  readonly limits?: Partial<Limits>;
  /** A clock in milliseconds that never runs backwards. Default: `performance.now`. */
  readonly now?: () => number;
  /** Sent as `User-Agent`. */
  readonly userAgent?: string;
}

/** What every request may have. */
export interface CallOptions {
  /** Cancels at every stage; the call then rejects with a `ShopError` of kind `cancelled`. */
  readonly signal?: AbortSignal | undefined;
}

/** One request to a shop's API. */
export interface ShopRequest extends CallOptions {
  readonly api: Api;
  /** From the shop's address on, beginning with a slash: `/api/search/product`, `/store-api/product`. */
  readonly path: string;
  /** Default `POST`. */
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** The exact text sent as JSON. */
  readonly body?: string;
  /** They win over the connection's. `Accept`, `Content-Type` and `Authorization` cannot be changed. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Told the bytes received so far, unpacked, and how many there will be; null where the answer does not say it. */
  readonly onProgress?: ((bytes: number, total: number | null) => void) | undefined;
  /**
   * The largest answer that is read, in bytes, unpacked, instead of the client's limit. `Infinity` lifts it to what one
   * text can hold, some 500 MB; `saveTo` has no limit.
   */
  readonly maxBytes?: number | undefined;
}

/** A criteria for a route that takes one. `searchPath` makes the Admin API's path for an entity. */
export type SearchRequest = Omit<ShopRequest, 'method'> & { readonly body: string };

/**
 * A client for one shop. Tokens live in it and nowhere else. Every method rejects with a `ShopError` only.
 *
 * A refused sign-in is remembered and given to every later request without asking the shop again, because refusals
 * are counted and lock out others (reference, section 9). `signIn` asks again.
 */
export interface Shop {
  /** Scheme, host and port: what secrets are kept by. */
  readonly origin: string;
  /** The shop's address, without a slash at its end. */
  readonly url: string;
  /**
   * Tries the credentials for an API now (default: the Admin API), also after a refusal: for a person who adds a shop,
   * or who tries again.
   */
  signIn(options?: CallOptions & { readonly api?: Api }): Promise<void>;
  /** The shop's version as it says it: `6.7.6.0`. */
  version(options?: CallOptions): Promise<string>;
  /** The text of the entity schema, as received. */
  entitySchema(options?: CallOptions & Pick<ShopRequest, 'onProgress'>): Promise<string>;
  /** Posts a criteria. Resolves with answers of success only. */
  search(request: SearchRequest): Promise<Answer>;
  /** Any other request, with the same rules. */
  send(request: ShopRequest): Promise<Answer>;
  /**
   * Writes the answer into a file as it comes, of any size, without holding it. The file is there when it is complete;
   * after a failure or a cancellation nothing is left of it. An older file keeps its permissions and its links; a pipe
   * or a device takes the answer directly.
   */
  saveTo(request: ShopRequest, file: string): Promise<SavedAnswer>;
  /** Clears the shop's cache, so that the next entity schema is computed anew. */
  clearCache(options?: CallOptions): Promise<void>;
  /** Ends all connections; requests under way are cancelled. */
  close(): Promise<void>;
}
