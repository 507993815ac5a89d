import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Dispatcher } from 'undici';
import { cancelled, explainFailure, isCut } from '../errors/explainFailure.ts';
import { maskHeaders } from '../errors/secrets.ts';
import { isShopError, ShopError } from '../errors/shopError.ts';
import type { Subject } from '../errors/subject.ts';
import { untilAborted } from './abort.ts';
import type { RawAnswer, SentRequest } from './answer.ts';
import type { Limits } from './limits.ts';

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
  readonly onProgress?: ((bytes: number) => void) | undefined;
  /** The request changes nothing, so that it may be sent again when the connection was cut. */
  readonly repeatable: boolean;
}

/** What the wire needs to know of its shop and surroundings. */
export interface WireOptions {
  readonly subject: Subject;
  readonly limits: Limits;
  readonly now: () => number;
  /** Makes the connections, when the first request wants them. */
  readonly connect: () => Promise<Dispatcher>;
}

/** Sends requests to one shop and reads what is answered, whatever that is. */
export interface Wire {
  /** Rejects with a `ShopError` when no answer came; any status is an answer. */
  exchange(request: WireRequest): Promise<RawAnswer>;
  close(): Promise<void>;
}

const maxRedirects = 5;

/** The wire to one shop. It connects with the first request. */
export function createWire(options: WireOptions): Wire {
  let dispatcher: Promise<Dispatcher> | undefined;
  let closed = false;

  async function attempt(request: WireRequest, sent: SentRequest): Promise<RawAnswer> {
    if (closed || request.signal?.aborted) throw cancelled(sent);
    dispatcher ??= options.connect();
    const { method, url, headers, body, signal } = request;
    const started = options.now();
    const pool = await dispatcher;
    const answering = pool.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method,
      headers: { ...headers },
      body,
      ...(signal && { signal }),
    });
    // undici hears of the signal only when the connection stands.
    const response = await untilAborted(answering, signal);
    const answerHeaders = singleHeaders(response.headers);
    const stream = decoded(response.body, answerHeaders['content-encoding']);
    const content = await readAll(stream, request, sent, options);
    return {
      status: response.statusCode,
      headers: answerHeaders,
      text: new TextDecoder().decode(content),
      bytes: content.length,
      milliseconds: options.now() - started,
      request: sent,
    };
  }

  async function exchangeOnce(request: WireRequest): Promise<RawAnswer> {
    const sent = shown(request);
    const explained = (error: unknown): ShopError => {
      if (closed || request.signal?.aborted) return cancelled(sent);
      if (isShopError(error)) return error;
      return explainFailure({ error, request: sent, subject: options.subject, limits: options.limits });
    };
    try {
      return await attempt(request, sent);
    } catch (error) {
      const again = request.repeatable && isCut(error) && !closed && !request.signal?.aborted;
      if (!again) throw explained(error);
    }
    return attempt(request, sent).catch((error: unknown) => {
      throw explained(error);
    });
  }

  return {
    async exchange(request) {
      let current = request;
      for (let redirects = 0; ; redirects++) {
        const answer = await exchangeOnce(current);
        const target = redirectTarget(answer, current.url);
        // Elsewhere nothing is sent: not the credentials, and not what is searched for.
        if (target === null || target.origin !== current.url.origin || redirects === maxRedirects) return answer;
        current = { ...current, url: target };
      }
    },

    async close() {
      closed = true;
      await dispatcher?.then(
        (pool) => pool.destroy(),
        () => undefined,
      );
    },
  };
}

/** Where an answer sends to, for the statuses after which the same request is sent again. */
export function redirectTarget({ status, headers }: Pick<RawAnswer, 'status' | 'headers'>, from: URL): URL | null {
  const location = headers.location;
  if (![301, 302, 307, 308].includes(status) || location === undefined) return null;
  return URL.canParse(location, from.href) ? new URL(location, from) : null;
}

function shown({ method, url, headers, body, shownBody }: WireRequest): SentRequest {
  return { method, url: url.href, headers: maskHeaders(headers), body: shownBody ?? body };
}

function singleHeaders(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}

const decoders: Readonly<Record<string, () => NodeJS.ReadWriteStream>> = {
  gzip: createGunzip,
  br: createBrotliDecompress,
  deflate: createInflate,
};

/** The encodings that an answer may come in. */
export const acceptedEncodings = Object.keys(decoders).join(', ');

function decoded(body: Readable, encoding: string | undefined): AsyncIterable<unknown> {
  const decoder = decoders[encoding?.toLowerCase() ?? ''];
  // The reader of the last stream is told about an error of any of them.
  return decoder === undefined ? body : pipeline(body, decoder(), () => undefined);
}

async function readAll(
  stream: AsyncIterable<unknown>,
  { onProgress }: WireRequest,
  request: SentRequest,
  { limits, subject }: WireOptions,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    if (!Buffer.isBuffer(chunk)) continue;
    bytes += chunk.length;
    if (bytes > limits.bytes) {
      throw new ShopError('tooLarge', {
        message: `The answer of ${subject.shop} is larger than ${Math.round(limits.bytes / 1024 / 1024)} MB.`,
        hint: 'Ask for less: a smaller limit, fewer associations, only the fields you need.',
        request,
      });
    }
    chunks.push(chunk);
    onProgress?.(bytes);
  }
  return Buffer.concat(chunks);
}
