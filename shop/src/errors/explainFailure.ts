import { t } from '@vscode/l10n';
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

const askForLess = () => t('Ask for less: a smaller limit, fewer associations, only the fields you need.');

/** The caller's own wish is no failure to explain. */
export function cancelled(request?: SentRequest): ShopError {
  return new ShopError('cancelled', { message: t('The request was cancelled.'), ...(request && { request }) });
}

/** What went wrong after the answer had begun. */
function explainAnswering(failure: Failure, code: string | null): Explanation {
  const { error, subject } = failure;
  const { shop } = subject;
  if (error instanceof BodyTooLarge) {
    return {
      kind: 'tooLarge',
      message: t('The answer of {0} is larger than {1} MB.', shop, Math.round(error.limit / 1024 / 1024)),
      hint: askForLess(),
    };
  }
  const cannotBeUnpacked = code?.startsWith('Z_') === true || code?.startsWith('ERR__ERROR_') === true;
  if (cannotBeUnpacked || isNoHttp(error)) {
    return {
      kind: 'notAShop',
      message: cannotBeUnpacked
        ? t('The answer of {0} is compressed, but cannot be unpacked ({1}).', shop, String(code))
        : t('The answer of {0} is damaged: it does not keep to HTTP.', shop),
      hint: t('Something in front of the shop, a web server, cache or proxy, damages its answers: look there.'),
    };
  }
  return (
    timeout(failure, code) ?? {
      kind: 'unreachable',
      message: t('{0} broke off in the middle of its answer.', shop),
      hint: `${t('The log of the shop may say why: PHP out of memory or time, or a restart.')} ${askForLess()}`,
    }
  );
}

function explain(failure: Failure, code: string | null): Explanation {
  const shop = wayTo(failure.subject);
  return (
    proxyRefusal(failure, code) ??
    timeout(failure, code) ??
    notTrusted(failure.subject, code) ??
    unreachable(failure, code) ?? {
      kind: 'unreachable',
      message:
        code === null ? t('The connection to {0} failed.', shop) : t('The connection to {0} failed ({1}).', shop, code),
      hint: t('Check the address of the shop and your network.'),
    }
  );
}

/** The shop, and the proxy on the way to it. */
function wayTo({ shop, proxy }: Subject): string {
  return proxy === null ? shop : t('{0} through the proxy {1}', shop, proxy);
}

function timeout({ subject, limits }: Failure, code: string | null): Explanation | null {
  const { shop } = subject;
  const what = {
    UND_ERR_CONNECT_TIMEOUT: t('No connection to {0} within {1}.', wayTo(subject), limitOf(limits.connect)),
    ETIMEDOUT: t("No connection to {0} within the system's time limit.", wayTo(subject)),
    UND_ERR_HEADERS_TIMEOUT: t('{0} has not begun to answer within {1}.', shop, limitOf(limits.headers)),
    UND_ERR_BODY_TIMEOUT: t('{0} stopped in the middle of its answer for {1}.', shop, limitOf(limits.silence)),
  }[code ?? ''];
  if (what === undefined) return null;
  const connecting = code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT';
  return {
    kind: 'timeout',
    message: what,
    hint: connecting
      ? t('Check the address of the shop, and whether a firewall, VPN or proxy stands between.')
      : askForLess(),
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
    message:
      status === undefined
        ? t('The proxy {0} does not let the request to {1} pass.', String(proxy), shop)
        : t('The proxy {0} does not let the request to {1} pass ({2}).', String(proxy), shop, status),
    hint:
      status === '407'
        ? t('It wants a user name and password: write them into the address of the proxy.')
        : t('Check the address of the proxy, or except the shop from it.'),
  };
}

const untrusted = (): Readonly<Record<string, string>> => ({
  DEPTH_ZERO_SELF_SIGNED_CERT: t('its certificate is signed by itself'),
  SELF_SIGNED_CERT_IN_CHAIN: t('its certificate comes from an authority that is not trusted here'),
  UNABLE_TO_GET_ISSUER_CERT: t('its certificate comes from an authority that is not trusted here'),
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: t('its certificate comes from an authority that is not trusted here'),
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: t('its certificate comes from an authority that is not trusted here'),
  CERT_HAS_EXPIRED: t('its certificate has expired'),
  CERT_NOT_YET_VALID: t('its certificate is not valid yet'),
  CERT_REVOKED: t('its certificate was revoked'),
  ERR_TLS_CERT_ALTNAME_INVALID: t('its certificate is made for another name'),
});

function notTrusted(subject: Subject, code: string | null): Explanation | null {
  const reason = untrusted()[code ?? ''];
  if (reason !== undefined) {
    return {
      kind: 'tls',
      message: t('The connection to {0} is not trusted: {1}.', wayTo(subject), reason),
      hint: t(
        'For a development shop, name its certificate authority in "tls": {"ca": …}, or set "rejectUnauthorized" to false there: it holds for this shop only.',
      ),
    };
  }
  if (code?.startsWith('ERR_OSSL_') === true) {
    return {
      kind: 'tls',
      message: t('The certificate authority that is given for {0} cannot be read ({1}).', subject.shop, code),
      hint: t('It must be a PEM file: it begins with "-----BEGIN CERTIFICATE-----".'),
    };
  }
  if (code !== 'EPROTO' && !code?.startsWith('ERR_SSL_') && !code?.startsWith('ERR_TLS_')) return null;
  return {
    kind: 'tls',
    message: t('No secure connection to {0} could be agreed on ({1}).', wayTo(subject), String(code)),
    hint: t('Does the shop listen on http rather than https, or on another port?'),
  };
}

const unreached = (): Readonly<Record<string, string>> => ({
  ENOTFOUND: t('there is no host of this name'),
  EAI_AGAIN: t('the name of the host could not be looked up'),
  ECONNREFUSED: t('nothing listens there'),
  EHOSTUNREACH: t('the host cannot be reached from here'),
  ENETUNREACH: t('the network cannot be reached from here'),
  ECONNRESET: t('the connection was cut'),
  EPIPE: t('the connection was cut'),
  UND_ERR_SOCKET: t('the connection was cut'),
  UND_ERR_HEADERS_OVERFLOW: t('the headers of its answer are too large'),
});

function unreachable(failure: Failure, code: string | null): Explanation | null {
  const { subject, error } = failure;
  const reason = isNoHttp(error) ? t('what answers there does not speak HTTP') : unreached()[code ?? ''];
  if (reason === undefined) return null;
  return {
    kind: 'unreachable',
    message:
      subject.proxy === null
        ? t('{0} cannot be reached: {1}.', subject.shop, reason)
        : t('{0} cannot be reached through the proxy {1}: {2}.', subject.shop, subject.proxy, reason),
    hint: isCut(error) ? adviceForCut(failure) : t('Check the address of the shop, whether it runs, and your network.'),
  };
}

function adviceForCut({ repeatable, subject }: Failure): string {
  if (!repeatable) return t('Nobody knows whether the shop got the request, so it was not sent again by itself.');
  return subject.url.startsWith('http:')
    ? t('Check whether the shop runs, and whether it wants https rather than http.')
    : t('Check whether the shop runs, and your network.');
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
