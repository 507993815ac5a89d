import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { t } from '@vscode/l10n';
import { shopAddress } from '../address.ts';
import { expectedForm, type Form } from '../answer/expectedForm.ts';
import { type Api, type Connection, isIntegration } from '../connection.ts';
import { explainAnswer } from '../errors/explainAnswer.ts';
import { ShopError } from '../errors/shopError.ts';
import type { Subject } from '../errors/subject.ts';
import { onlyReads } from '../request/reads.ts';
import { createAdminDoor } from './adminDoor.ts';
import type { Answer, SavedAnswer } from './answer.ts';
import { acceptedEncodings } from './decoding.ts';
import { createDispatcher } from './dispatcher.ts';
import { createClosedDoor, type Door } from './door.ts';
import { createExchange, type Exchange, type Exchanged } from './exchange.ts';
import { requestHeaders } from './headers.ts';
import { fetchEntitySchema, fetchVersion } from './information.ts';
import { defaultLimits } from './limits.ts';
import { proxyCredentials, proxyFor } from './proxy.ts';
import { createStoreDoor } from './storeDoor.ts';
import type { CallOptions, SearchRequest, Shop, ShopOptions, ShopRequest } from './types.ts';
import { beginFile } from './unfinishedFile.ts';
import { createWire, type Wire } from './wire.ts';

/**
 * A client for the connection's shop. Does nothing until the first request.
 *
 * @throws ShopError of kind `badAddress` or `proxy` when the address of the shop or of its proxy cannot be one.
 */
export function createShop(connection: Connection, options: ShopOptions = {}): Shop {
  const address = addressOf(connection);
  const way = wayTo(address, connection, options);
  const headers = {
    accept: 'application/json',
    'accept-encoding': acceptedEncodings,
    'user-agent': options.userAgent ?? 'shopware-criteria',
  };
  const doors = doorsOf(connection, way, headers);
  const send = senderOf(connection, doors, way.subject, headers);
  return {
    origin: new URL(address).origin,
    url: address,
    signIn: ({ api = 'admin', signal }: CallOptions & { readonly api?: Api } = {}) => doors[api].open(signal),
    version: (callOptions = {}) => fetchVersion(send, way.subject, callOptions),
    entitySchema: (callOptions = {}) => fetchEntitySchema(send, way.subject, callOptions),
    search: (request: SearchRequest) => send({ ...request, method: 'POST' }),
    send: (request) => send(request),
    saveTo: (request, file) => saveTo(send, request, file),
    async clearCache({ signal } = {}) {
      await send({ api: 'admin', method: 'DELETE', path: '/api/_action/cache', signal });
    },
    close: () => way.wire.close(),
  };
}

/** How a shop is reached, and what is said of it in messages. */
interface Way {
  readonly subject: Subject;
  readonly wire: Wire;
  readonly exchange: Exchange;
  readonly now: () => number;
  /** Keeps a secret that came up on the way out of messages. */
  readonly onSecret: (secret: string) => void;
}

function wayTo(address: string, connection: Connection, options: ShopOptions): Way {
  const url = new URL(address);
  const proxy = proxyFor(url, { own: connection.proxy, editor: options.proxy, environment: options.environment });
  const proxyAuthorization = connection.proxy === undefined ? options.proxy?.authorization : undefined;
  const secrets = new Set(secretsOf(connection, proxy, proxyAuthorization));
  const subject: Subject = {
    shop: connection.name === undefined ? address : t('"{0}" ({1})', connection.name, address),
    url: address,
    proxy: proxy === null ? null : `${proxy.protocol}//${proxy.host}`,
    proxySignIn: signInOf(proxy, proxyAuthorization),
    secrets,
  };
  const limits = { ...defaultLimits, ...options.limits };
  const now = options.now ?? (() => performance.now());
  const connect = () => createDispatcher({ url, tls: connection.tls ?? {}, proxy, proxyAuthorization, limits });
  const wire = createWire({ subject, limits, now, connect });
  return { subject, wire, exchange: createExchange(address, wire), now, onSecret: (secret) => secrets.add(secret) };
}

function signInOf(proxy: URL | null, authorization: string | undefined): Subject['proxySignIn'] {
  if (proxy !== null && proxy.username !== '') return 'address';
  return authorization === undefined ? 'none' : 'editor';
}

type Headers = Readonly<Record<string, string>>;

function withJson(headers: Headers): Headers {
  return { ...headers, 'content-type': 'application/json' };
}

function doorsOf({ admin, store }: Connection, way: Way, headers: Headers): Readonly<Record<Api, Door>> {
  const { exchange, subject, now, onSecret } = way;
  const doorOptions = { exchange, subject, headers: withJson(headers) };
  return {
    admin:
      admin === undefined
        ? createClosedDoor('admin', subject)
        : createAdminDoor(admin, { ...doorOptions, now, onSecret }),
    store: store === undefined ? createClosedDoor('store', subject) : createStoreDoor(store.accessKey, doorOptions),
  };
}

type Send = (request: ShopRequest, target?: Writable) => Promise<Answer>;

function senderOf(
  connection: Connection,
  doors: Readonly<Record<Api, Door>>,
  subject: Subject,
  fixedHeaders: Headers,
): Send {
  return async (request, target) => {
    const { api, path, method = 'POST', body = null, signal, onProgress, maxBytes } = request;
    const fixed = body === null ? fixedHeaders : withJson(fixedHeaders);
    const headers = requestHeaders([connection.headers, request.headers], fixed);
    const repeatable = onlyReads(api, method, path);
    const call = { method, path, headers, body, signal, onProgress, maxBytes, repeatable, target };
    const exchanged = await doors[api].pass(call);
    if (!isSuccess(exchanged, expectedForm(api, method, path))) throw explainAnswer(exchanged, subject);
    const { inTarget: _, ...answer } = exchanged;
    return answer;
  };
}

async function saveTo(send: Send, request: ShopRequest, file: string): Promise<SavedAnswer> {
  const unfinished = await beginFile(file);
  try {
    const { text, json: _, ...answer } = await send(request, unfinished.content);
    // An answer that does not begin as rows do may be right all the same.
    if (!unfinished.content.writableEnded) await finished(unfinished.content.end(text));
    await unfinished.finish();
    return { ...answer, file };
  } catch (error) {
    await unfinished.discard();
    throw error;
  }
}

/** Of what went into a target only the beginning was looked at, unless it is short. */
function isSuccess({ status, json, text, bytes, inTarget }: Exchanged, form: Form | null): boolean {
  if (status < 200 || status >= 300) return false;
  if (form === null) return inTarget || json !== undefined || bytes === 0;
  return (inTarget && text === '') || form(json);
}

function addressOf({ url, name }: Connection): string {
  const address = shopAddress(url);
  if (address !== null) return address;
  throw new ShopError('badAddress', {
    // The address itself is not repeated: it may hold a password.
    message:
      name === undefined ? t('The address of the shop is not valid.') : t('The address of "{0}" is not valid.', name),
    hint: t('Write it like https://shop.example.com, without a user name or password in it.'),
  });
}

function secretsOf({ admin, store }: Connection, proxy: URL | null, proxyAuthorization = ''): string[] {
  const signIn = admin === undefined ? [] : [isIntegration(admin) ? admin.clientSecret : admin.password];
  const proxyPassword = proxy === null ? [] : [proxy.password, proxyCredentials(proxy).password];
  return [...signIn, ...(store === undefined ? [] : [store.accessKey]), ...proxyPassword, proxyAuthorization];
}
