import type { Readable, Writable } from 'node:stream';
import { t } from '@vscode/l10n';
import type { Dispatcher } from 'undici';
import { cancelled, explainFailure, isCut, isNotUnpacked, type Stage } from '../errors/explainFailure.ts';
import { maskHeaders } from '../errors/secrets.ts';
import { isShopError, ShopError } from '../errors/shopError.ts';
import type { Subject } from '../errors/subject.ts';
import { untilAborted } from './abort.ts';
import type { RawAnswer, SentRequest } from './answer.ts';
import { decoded, encodingsOf } from './decoding.ts';
import type { Limits } from './limits.ts';
import { ProgressFault } from './progressFault.ts';
import { type OnBytes, type Received, receiveRows, receiveText } from './receive.ts';
import { isSameRequest, redirectTarget } from './redirect.ts';

/** One request, complete: nothing is added to it but what HTTP itself needs. */
export interface WireRequest {
  readonly method: Dispatcher.HttpMethod;
  readonly url: URL;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** Shown instead of a body that holds secrets. */
  readonly shownBody?: string;
  readonly signal?: AbortSignal | undefined;
  /** Told the bytes received so far, and how many there will be where the answer says it. */
  readonly onProgress?: ((bytes: number, total: number | null) => void) | undefined;
  /** The request changes nothing, so that it may be sent again when the connection was cut before an answer. */
  readonly repeatable: boolean;
  /** Instead of the usual size limit. */
  readonly maxBytes?: number | undefined;
  /**
   * Takes the body of an answer of success that begins as rows do, in JSON, which is not held then. Any other answer is
   * read as a text.
   */
  readonly target?: Writable | undefined;
}

/** What the wire needs to know of its shop and surroundings. */
export interface WireOptions {
  readonly subject: Subject;
  readonly limits: Limits;
  readonly now: () => number;
  /** Makes the connections, when the first request wants them. */
  readonly connect: () => Promise<Dispatcher>;
}

/** An answer, and whether its body went into the target of the request. */
export interface WireAnswer extends RawAnswer, Received {}

/** Sends requests to one shop and receives what is answered, whatever that is. */
export interface Wire {
  /** Rejects with a `ShopError` when no answer came; any status is an answer. */
  exchange(request: WireRequest): Promise<WireAnswer>;
  close(): Promise<void>;
}

const maxRedirects = 5;

/** The wire to one shop. It connects with the first request. */
export function createWire(options: WireOptions): Wire {
  return new ShopWire(options);
}

class ShopWire implements Wire {
  readonly #options: WireOptions;
  #dispatcher: Promise<Dispatcher> | undefined;
  #closed = false;

  constructor(options: WireOptions) {
    this.#options = options;
  }

  async exchange(request: WireRequest): Promise<WireAnswer> {
    let current = request;
    for (let redirects = 0; ; redirects++) {
      const answer = await this.#exchangeOnce(current);
      const target = isSameRequest(answer) ? redirectTarget(answer, current.url) : null;
      // Elsewhere nothing is sent: not the credentials, and not what is searched for.
      if (target === null || target.origin !== current.url.origin || redirects === maxRedirects) return answer;
      current = { ...current, url: target };
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#dispatcher?.then(
      (pool) => pool.destroy(),
      () => undefined,
    );
  }

  async #exchangeOnce(request: WireRequest): Promise<WireAnswer> {
    const { subject, limits } = this.#options;
    const sent = shown(request);
    let stage: Stage = 'request';
    try {
      if (this.#isOver(request)) throw cancelled(sent);
      const opened = await this.#openTwice(request);
      stage = 'answer';
      return await this.#receive(opened, request, sent);
    } catch (error) {
      if (this.#isOver(request)) throw cancelled(sent);
      if (isShopError(error)) throw error;
      throw explainFailure({ error, stage, request: sent, repeatable: request.repeatable, subject, limits });
    }
  }

  async #openTwice(request: WireRequest): Promise<Opened> {
    try {
      return await this.#open(request);
    } catch (error) {
      if (!request.repeatable || !isCut(error) || this.#isOver(request)) throw error;
      return this.#open(request);
    }
  }

  /** Resolves when the answer begins. */
  async #open({ method, url, headers, body, signal }: WireRequest): Promise<Opened> {
    this.#dispatcher ??= this.#options.connect();
    const pool = await this.#dispatcher;
    const started = this.#options.now();
    const answering = pool.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method,
      headers: { ...headers },
      body,
      ...(signal && { signal }),
    });
    // undici hears of the signal only when the connection stands.
    return { response: await untilAborted(answering, signal), started };
  }

  async #receive({ response, started }: Opened, request: WireRequest, sent: SentRequest): Promise<WireAnswer> {
    const { statusCode: status } = response;
    const headers = singleHeaders(response.headers);
    const reading = this.#receiveBody(response, headers, request, sent);
    const received = await (isSuccess(status) ? reading : reading.catch(emptyWhereUnreadable));
    return { status, headers, ...received, milliseconds: this.#options.now() - started, request: sent };
  }

  async #receiveBody(
    { statusCode: status, body }: Dispatcher.ResponseData,
    headers: WireAnswer['headers'],
    request: WireRequest,
    sent: SentRequest,
  ): Promise<Received> {
    const { subject, limits } = this.#options;
    const encodings = status === 204 ? [] : encodingsOf(headers['content-encoding'] ?? '');
    const content = (await decoded(body, encodings)) ?? refuseEncodings(body, encodings, sent, subject);
    const onBytes = progressOf(request, encodings.length === 0 ? headers['content-length'] : undefined);
    const maxBytes = request.maxBytes ?? limits.bytes;
    return request.target !== undefined && isSuccess(status) && isJson(headers['content-type'])
      ? receiveRows(content, request.target, maxBytes, onBytes)
      : receiveText(content, maxBytes, onBytes);
  }

  #isOver({ signal }: WireRequest): boolean {
    return this.#closed || signal?.aborted === true;
  }
}

function refuseEncodings(body: Readable, encodings: readonly string[], request: SentRequest, { shop }: Subject): never {
  // What it says about its end is nobody's concern any more.
  body.on('error', () => undefined).destroy();
  throw new ShopError('notAShop', {
    message: t('The answer of {0} is compressed in a way that was not asked for: {1}.', shop, encodings.join(', ')),
    hint: t(
      'Something in front of the shop, a web server, cache or proxy, compresses without being asked: correct that there.',
    ),
    request,
  });
}

/** An answer that has begun. */
interface Opened {
  readonly response: Dispatcher.ResponseData;
  /** When it was asked for. */
  readonly started: number;
}

function shown({ method, url, headers, body, shownBody }: WireRequest): SentRequest {
  return { method, url: url.href, headers: maskHeaders(headers), body: shownBody ?? body };
}

function singleHeaders(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  const single: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) single[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return single;
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

function isJson(contentType = 'application/json'): boolean {
  return contentType.includes('json');
}

/** The status of an answer that is no success says more than that its body cannot be read. */
function emptyWhereUnreadable(error: unknown): Received {
  if (!isShopError(error) && !isNotUnpacked(error)) throw error;
  return { text: '', bytes: 0, inTarget: false };
}

function progressOf({ onProgress }: WireRequest, contentLength: string | undefined): OnBytes {
  if (onProgress === undefined) return () => null;
  const total = contentLength === undefined ? null : Number(contentLength);
  return (bytes) => {
    try {
      onProgress(bytes, total);
      return null;
    } catch (error) {
      return new ProgressFault(error);
    }
  };
}
