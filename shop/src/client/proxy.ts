import { BlockList, isIP } from 'node:net';
import { t } from '@vscode/l10n';
import { ShopError } from '../errors/shopError.ts';

/** Where a proxy may be named, the first one wins: for this shop, in the editor, in the environment. */
export interface ProxySettings {
  /** The shop's own; no exception applies to it. */
  readonly own?: string | undefined;
  readonly editor?: { readonly url?: string; readonly noProxy?: string } | undefined;
  readonly environment?: Readonly<Record<string, string | undefined>> | undefined;
}

/**
 * The proxy for requests to `url`, or null for a direct connection. Shops on this machine are reached directly unless
 * the shop itself names a proxy.
 *
 * @throws ShopError of kind `proxy` when the address of the proxy cannot be one.
 */
export function proxyFor(url: URL, { own, editor, environment = {} }: ProxySettings): URL | null {
  if (own !== undefined) return own === '' ? null : proxyUrl(own);
  const exceptions = [editor?.noProxy, environment.no_proxy ?? environment.NO_PROXY, 'localhost 127.0.0.1 [::1]'];
  if (isExcepted(url, exceptions.filter((list) => list !== undefined).join(' '))) return null;
  const http = environment.http_proxy ?? environment.HTTP_PROXY;
  const https = environment.https_proxy ?? environment.HTTPS_PROXY;
  const all = environment.all_proxy || environment.ALL_PROXY;
  const address = editor?.url || (url.protocol === 'https:' ? https : http) || all;
  return address === undefined || address === '' ? null : proxyUrl(address);
}

/** The user name and password in the address of a proxy, as they were meant. */
export function proxyCredentials({ username, password }: URL): {
  readonly username: string;
  readonly password: string;
} {
  return { username: decodedPart(username), password: decodedPart(password) };
}

/** A percent sign that encodes nothing stands for itself. */
function decodedPart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * `NO_PROXY` as curl reads it: hosts with all below them, with or without a port, and networks (`10.0.0.0/8`), parted by
 * commas or spaces; `*` is all.
 */
function isExcepted(url: URL, exceptions: string): boolean {
  return exceptions
    .toLowerCase()
    .split(/[,\s]+/)
    .filter((entry) => entry !== '')
    .some((entry) => entry === '*' || (entry.includes('/') ? isInNetwork(url, entry) : isHost(url, entry)));
}

function isHost(url: URL, entry: string): boolean {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  const [, host = '', onlyPort] = /^(?:\*?\.)?(.+?)(?::(\d+))?$/.exec(entry) ?? [];
  const matches = url.hostname === host || url.hostname.endsWith(`.${host}`) || url.hostname === `[${entry}]`;
  return matches && (onlyPort === undefined || onlyPort === port || url.hostname === `[${entry}]`);
}

function isInNetwork(url: URL, entry: string): boolean {
  const address = url.hostname.replace(/^\[|\]$/g, '');
  const [network = '', prefix = ''] = entry.split('/');
  const family = isIP(network);
  const length = Number(prefix);
  if (family === 0 || family !== isIP(address) || !(length >= 0 && length <= (family === 4 ? 32 : 128))) return false;
  const type = family === 4 ? 'ipv4' : 'ipv6';
  const list = new BlockList();
  list.addSubnet(network, length, type);
  return list.check(address, type);
}

function proxyUrl(address: string): URL {
  const text = address.includes('://') ? address : `http://${address}`;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && /^https?:$/.test(url.protocol)) return url;
  if (url !== null && /^socks/.test(url.protocol)) {
    throw new ShopError('proxy', {
      message: t('The proxy {0} cannot be used: it does not speak HTTP.', `${url.protocol}//${url.host}`),
      hint: t('Name a proxy that does, or exclude the shop from the proxy.'),
    });
  }
  throw new ShopError('proxy', {
    message: t('The address of the proxy is not valid.'),
    hint: t('Write it like http://proxy:3128, with user:password@ before the name where the proxy asks for them.'),
  });
}
