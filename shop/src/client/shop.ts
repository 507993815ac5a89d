import type { Api, Connection } from '../connection.ts';
import type { Answer } from './answer.ts';

/** What the client needs from its surroundings. Everything has a default fit for a plain Node program. */
export interface ShopOptions {
  /** `HTTP_PROXY`, `HTTPS_PROXY`, `NO_PROXY` in either spelling, and `NODE_EXTRA_CA_CERTS`. Default: none of them. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** The editor's proxy and its exceptions: used when the connection names none, before the environment's. */
  readonly proxy?: { readonly url?: string; readonly noProxy?: string };
  readonly limits?: Partial<Limits>;
  /** A clock in milliseconds that never runs backwards. Default: `performance.now`. */
  readonly now?: () => number;
  /** Sent as `User-Agent`. */
  readonly userAgent?: string;
}

/** Time limits in milliseconds, size in bytes. */
export interface Limits {
  /** Until the connection stands, TLS included. */
  readonly connect: number;
  /** From the request until the answer's first byte. */
  readonly headers: number;
  /** Between two pieces of the answer. */
  readonly silence: number;
  /** The largest answer that is read, decompressed. */
  readonly bytes: number;
}

/** What every request may have. */
export interface CallOptions {
  /** Cancels at every stage; the call then rejects with a `ShopError` of kind `cancelled`. */
  readonly signal?: AbortSignal;
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
  /** They win over the connection's; `Accept`, `Content-Type` and `Authorization` cannot be changed. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Told the bytes received so far. */
  readonly onProgress?: (bytes: number) => void;
}

/** A search: a criteria posted to a route that takes one. `searchPath` makes the Admin API's path of an entity. */
export type SearchRequest = Omit<ShopRequest, 'method'> & { readonly body: string };

/**
 * A client for one shop. Tokens live in it and nowhere else. Every method rejects with a `ShopError` only.
 *
 * A refused sign-in is remembered and given to every later request without asking the shop again, because refusals
 * are counted and lock out others (reference, section 9). `signIn` asks again.
 */
export interface Shop {
  /** Scheme, host and port; what secrets are kept by. */
  readonly origin: string;
  /** The shop's address without a slash at its end. */
  readonly url: string;
  /** Signs in to the Admin API now, also after a refusal: for a person who tries again, or who adds a shop. */
  signIn(options?: CallOptions): Promise<void>;
  /** The shop's version as it says it: `6.7.6.0`. */
  version(options?: CallOptions): Promise<string>;
  /** The text of the entity schema, as received. */
  entitySchema(options?: CallOptions & Pick<ShopRequest, 'onProgress'>): Promise<string>;
  /** Posts a criteria. Resolves with the shop's 2xx answers only. */
  search(request: SearchRequest): Promise<Answer>;
  /** Any other request; the same rules as for `search`. */
  send(request: ShopRequest): Promise<Answer>;
  /** Clears the shop's cache: the next entity schema is computed anew. */
  clearCache(options?: CallOptions): Promise<void>;
  /** Ends all connections; requests under way are cancelled. */
  close(): Promise<void>;
}

/**
 * A client for the connection's shop. Does nothing until the first request.
 *
 * @throws ShopError of kind `badAddress` when the connection's address cannot be one.
 */
export function createShop(_connection: Connection, _options: ShopOptions = {}): Shop {
  throw new Error('not built yet');
}

/** The path of the Admin API's search for an entity: `/api/search/product-manufacturer`. */
export function searchPath(entity: string): string {
  return `/api/search/${entity.replaceAll('_', '-')}`;
}
