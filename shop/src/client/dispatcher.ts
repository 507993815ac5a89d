import type { Dispatcher, Pool } from 'undici';
import type { TlsSettings } from '../connection.ts';
import { trustFor } from './certificates.ts';
import type { Limits } from './limits.ts';
import { proxyCredentials } from './proxy.ts';
import { SilentProxy } from './silentProxy.ts';

/** What decides how the connections to one shop are made. */
export interface DispatcherOptions {
  readonly url: URL;
  readonly tls: TlsSettings;
  readonly proxy: URL | null;
  /** For a proxy whose address has no user name. */
  readonly proxyAuthorization?: string | undefined;
  readonly limits: Limits;
}

/**
 * The pool of kept-alive connections to one shop, by HTTP/1.1: HTTP/2 made a single search slower and a hundred at the
 * same time no faster. undici is loaded here and not before: a program that makes no request does not pay for it.
 */
export async function createDispatcher(options: DispatcherOptions): Promise<Dispatcher> {
  const { url, tls, proxy, limits } = options;
  const undici = await import('./agents.ts');
  const connect = { timeout: limits.connect };
  const secure =
    url.protocol === 'https:'
      ? { ...connect, secureContext: trustFor(tls.ca), rejectUnauthorized: tls.rejectUnauthorized ?? true }
      : connect;
  const pool = { connections: 8, headersTimeout: limits.headers, bodyTimeout: limits.silence };
  if (proxy === null) return new undici.Agent({ ...pool, connect: secure });
  // From the address alone, undici takes no user without a password.
  const token = proxy.username === '' ? options.proxyAuthorization : basicToken(proxy);
  return new undici.ProxyAgent({
    ...pool,
    uri: proxy.href,
    ...(token !== undefined && { token }),
    // A proxy gets a tunnel for https only: many refuse one to other ports than 443.
    proxyTunnel: false,
    requestTls: secure,
    proxyTls: proxy.protocol === 'https:' ? { ...connect, secureContext: trustFor(undefined) } : connect,
    // Without a tunnel, undici hands on how to connect and nothing else: no time limits.
    factory: (origin, options) => new undici.Pool(origin, { ...pool, ...options }),
    clientFactory: (origin, options) =>
      namingSilence(new undici.Pool(origin, { ...options, headersTimeout: limits.connect })),
  });
}

/** The way to a proxy. A proxy that does not answer would look as if the shop did not. */
function namingSilence(proxy: Pool): Dispatcher {
  const connect = proxy.connect.bind(proxy);
  return Object.assign(proxy, {
    connect: (options: Dispatcher.ConnectOptions) =>
      connect(options).catch((error: unknown) => {
        throw error instanceof Error && 'code' in error && error.code === 'UND_ERR_HEADERS_TIMEOUT'
          ? new SilentProxy()
          : error;
      }),
  });
}

function basicToken(proxy: URL): string {
  const { username, password } = proxyCredentials(proxy);
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}
