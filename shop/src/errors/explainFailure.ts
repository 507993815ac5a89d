import type { SentRequest } from '../client/answer.ts';
import type { Limits } from '../client/limits.ts';
import { BodyTooLarge } from '../client/receive.ts';
import { ShopError, type ShopErrorKind } from './shopError.ts';
import type { Subject } from './subject.ts';
import { secondsInWords } from './words.ts';

/** Whether an answer had begun when a request failed. */
export type Stage = 'request' | 'answer';

/** What a request failed on before, or while, an answer came. */
export interface Failure {
  readonly error: unknown;
  readonly stage: Stage;
  readonly subject: Subject;
  readonly limits: Limits;
  readonly request: SentRequest;
  /** The request changes nothing. */
  readonly repeatable: boolean;
}

interface Explanation {
  readonly kind: ShopErrorKind;
  readonly message: string;
  readonly hint: string;
}

/** The failure of a connection as a `ShopError`. The original error is left behind: it may hold headers. */
export function explainFailure(failure: Failure): ShopError {
  const code = codeOf(failure.error);
  const { kind, message, hint } = failure.stage === 'answer' ? explainAnswering(failure, code) : explain(failure, code);
  return new ShopError(kind, { message, hint, request: failure.request, ...(code !== null && { code }) });
}

/** True when the connection broke off, as it does when a server has just closed an idle one. */
export function isCut(error: unknown): boolean {
  return cutCodes.includes(codeOf(error) ?? '');
}

const cutCodes = ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'];

const askForLess = 'Ask for less: a smaller limit, fewer associations, only the fields you need.';

/** The caller's own wish is no failure to explain. */
export function cancelled(request?: SentRequest): ShopError {
  return new ShopError('cancelled', { message: 'The request was cancelled.', ...(request && { request }) });
}

/** What went wrong after the answer had begun. */
function explainAnswering(failure: Failure, code: string | null): Explanation {
  const { error, subject } = failure;
  const { shop } = subject;
  if (error instanceof BodyTooLarge) {
    return {
      kind: 'tooLarge',
      message: `The answer of ${shop} is larger than ${Math.round(error.limit / 1024 / 1024)} MB.`,
      hint: askForLess,
    };
  }
  const cannotBeUnpacked = code?.startsWith('Z_') === true || code?.startsWith('ERR__ERROR_') === true;
  if (cannotBeUnpacked || isNoHttp(error)) {
    return {
      kind: 'notAShop',
      message: cannotBeUnpacked
        ? `The answer of ${shop} is compressed, but cannot be unpacked (${code}).`
        : `The answer of ${shop} is damaged: it does not keep to HTTP.`,
      hint: 'Something in front of the shop, a web server, cache or proxy, damages its answers: look there.',
    };
  }
  return (
    timeout(failure, code, '') ?? {
      kind: 'unreachable',
      message: `${shop} broke off in the middle of its answer.`,
      hint: `The log of the shop may say why: PHP out of memory or time, or a restart. ${askForLess}`,
    }
  );
}

function explain(failure: Failure, code: string | null): Explanation {
  const { subject } = failure;
  const via = subject.proxy === null ? '' : ` through the proxy ${subject.proxy}`;
  return (
    proxyRefusal(failure, code) ??
    timeout(failure, code, via) ??
    notTrusted(subject, code, via) ??
    unreachable(failure, code, via) ?? {
      kind: 'unreachable',
      message: `The connection to ${subject.shop}${via} failed${code === null ? '' : ` (${code})`}.`,
      hint: 'Check the address of the shop and your network.',
    }
  );
}

function timeout({ subject, limits }: Failure, code: string | null, via: string): Explanation | null {
  const what = {
    UND_ERR_CONNECT_TIMEOUT: `No connection to ${subject.shop}${via} within ${limitOf(limits.connect)}.`,
    ETIMEDOUT: `No connection to ${subject.shop}${via} within the system's time limit.`,
    UND_ERR_HEADERS_TIMEOUT: `${subject.shop} has not begun to answer within ${limitOf(limits.headers)}.`,
    UND_ERR_BODY_TIMEOUT: `${subject.shop} stopped in the middle of its answer for ${limitOf(limits.silence)}.`,
  }[code ?? ''];
  if (what === undefined) return null;
  const connecting = code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT';
  return {
    kind: 'timeout',
    message: what,
    hint: connecting
      ? 'Check the address of the shop, and whether a firewall, VPN or proxy stands between.'
      : askForLess,
  };
}

function proxyRefusal({ subject, error }: Failure, code: string | null): Explanation | null {
  if (subject.proxy === null) return null;
  const status = error instanceof Error ? /^Proxy [^(]*\((\d+)\)/.exec(error.message)?.[1] : undefined;
  if (status === undefined && code !== 'UND_ERR_PRX_TLS') return null;
  return proxyRefused(subject, status);
}

/** The proxy's own refusal, by its status. */
export function proxyRefused({ shop, proxy }: Subject, status: string | undefined): Explanation {
  return {
    kind: 'proxy',
    message: `The proxy ${proxy} does not let the request to ${shop} pass${status === undefined ? '' : ` (${status})`}.`,
    hint:
      status === '407'
        ? 'It wants a user name and password: write them into the address of the proxy.'
        : 'Check the address of the proxy, or except the shop from it.',
  };
}

const untrusted: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate comes from an authority that is not trusted here',
  UNABLE_TO_GET_ISSUER_CERT: 'its certificate comes from an authority that is not trusted here',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate comes from an authority that is not trusted here',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate comes from an authority that is not trusted here',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  CERT_NOT_YET_VALID: 'its certificate is not valid yet',
  CERT_REVOKED: 'its certificate was revoked',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is made for another name',
};

function notTrusted({ shop }: Subject, code: string | null, via: string): Explanation | null {
  const reason = untrusted[code ?? ''];
  if (reason !== undefined) {
    return {
      kind: 'tls',
      message: `The connection to ${shop}${via} is not trusted: ${reason}.`,
      hint: 'For a development shop, name its certificate authority in "tls": {"ca": …}, or set "rejectUnauthorized" to false there: it holds for this shop only.',
    };
  }
  if (code?.startsWith('ERR_OSSL_') === true) {
    return {
      kind: 'tls',
      message: `The certificate authority that is given for ${shop} cannot be read (${code}).`,
      hint: 'It must be a PEM file: it begins with "-----BEGIN CERTIFICATE-----".',
    };
  }
  if (code !== 'EPROTO' && !code?.startsWith('ERR_SSL_') && !code?.startsWith('ERR_TLS_')) return null;
  return {
    kind: 'tls',
    message: `No secure connection to ${shop}${via} could be agreed on (${code}).`,
    hint: 'Does the shop listen on http rather than https, or on another port?',
  };
}

const unreached: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no host of this name',
  EAI_AGAIN: 'the name of the host could not be looked up',
  ECONNREFUSED: 'nothing listens there',
  EHOSTUNREACH: 'the host cannot be reached from here',
  ENETUNREACH: 'the network cannot be reached from here',
  ECONNRESET: 'the connection was cut',
  EPIPE: 'the connection was cut',
  UND_ERR_SOCKET: 'the connection was cut',
  UND_ERR_HEADERS_OVERFLOW: 'the headers of its answer are too large',
};

function unreachable(failure: Failure, code: string | null, via: string): Explanation | null {
  const { subject, error } = failure;
  const reason = isNoHttp(error) ? 'what answers there does not speak HTTP' : unreached[code ?? ''];
  if (reason === undefined) return null;
  return {
    kind: 'unreachable',
    message: `${subject.shop} cannot be reached${via}: ${reason}.`,
    hint: isCut(error) ? adviceForCut(failure) : 'Check the address of the shop, whether it runs, and your network.',
  };
}

function adviceForCut({ repeatable, subject }: Failure): string {
  if (!repeatable) return 'Nobody knows whether the shop got the request, so it was not sent again by itself.';
  return subject.url.startsWith('http:')
    ? 'Check whether the shop runs, and whether it wants https rather than http.'
    : 'Check whether the shop runs, and your network.';
}

/** What answers is not HTTP, or not any more. */
function isNoHttp(error: unknown): boolean {
  return error instanceof Error && error.name === 'HTTPParserError';
}

function limitOf(milliseconds: number): string {
  return secondsInWords(milliseconds / 1000);
}

/** The code of an error, of its cause, or of the first of several (one for each address that was tried). */
function codeOf(error: unknown): string | null {
  if (error instanceof Error) {
    if ('code' in error && typeof error.code === 'string') return error.code;
    if (error instanceof AggregateError) return codeOf(error.errors[0]);
    if (error.cause !== undefined) return codeOf(error.cause);
  }
  return null;
}
