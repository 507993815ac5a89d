import { t } from '@vscode/l10n';
import type { SentRequest } from '../client/answer.ts';
import type { Limits } from '../client/limits.ts';
import { ProgressFault } from '../client/progressFault.ts';
import { BodyTooLarge } from '../client/receive.ts';
import { SilentProxy } from '../client/silentProxy.ts';
import { broughtCriteria } from './broughtCriteria.ts';
import { notTrusted } from './explainTls.ts';
import type { Explanation } from './explanation.ts';
import { maskSecrets } from './secrets.ts';
import { ShopError } from './shopError.ts';
import { isSignIn } from './signInRequest.ts';
import { type Subject, wayTo } from './subject.ts';
import { excerpt, secondsInWords } from './words.ts';

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

/** True when a body is not what its encoding says. */
export function isNotUnpacked(error: unknown): boolean {
  return /^(Z_|ERR__ERROR_)/.test(codeOf(error) ?? '');
}

const cutCodes = ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'];

/** A smaller criteria helps only where one was sent. */
function adviceForSilence({ request }: Failure): string {
  return broughtCriteria(request)
    ? askForLess()
    : t('Check whether this is the shop, and whether it hangs or is overloaded: its log may say why.');
}

function adviceForBreak({ request }: Failure): string {
  const why = t('The log of the shop may say why: PHP out of memory or time, or a restart.');
  return broughtCriteria(request) ? `${why} ${askForLess()}` : why;
}

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
      hint: broughtCriteria(failure.request)
        ? askForLess()
        : t('Check whether this is the shop: an answer to this request is usually much smaller.'),
    };
  }
  if (error instanceof ProgressFault) {
    const reason = error.cause instanceof Error ? error.cause.message : String(error.cause);
    return {
      kind: 'badRequest',
      message: t(
        'The answer of {0} was not read to its end: telling its progress failed ({1}).',
        shop,
        excerpt(maskSecrets(reason, subject.secrets)),
      ),
      hint: t('The mistake is in the program that asked, and not in the shop: please report it.'),
    };
  }
  const cannotBeUnpacked = isNotUnpacked(error);
  if (cannotBeUnpacked || isNoHttp(error)) {
    return {
      kind: 'notAShop',
      message: cannotBeUnpacked
        ? t('The answer of {0} is compressed, but cannot be unpacked ({1}).', shop, String(code))
        : t('The answer of {0} is damaged: it is not valid HTTP.', shop),
      hint: t('Something in front of the shop, a web server, cache or proxy, damages its answers: look there.'),
    };
  }
  return (
    timeout(failure, code) ?? {
      kind: 'unreachable',
      message: t('{0} broke off in the middle of its answer.', shop),
      hint: adviceForBreak(failure),
    }
  );
}

function explain(failure: Failure, code: string | null): Explanation {
  const shop = wayTo(failure.subject);
  return (
    proxyRefusal(failure, code) ??
    timeout(failure, code) ??
    unsendable(failure, code) ??
    notTrusted(failure.error, code, failure.subject) ??
    unreachable(failure, code) ?? {
      kind: 'unreachable',
      message:
        code === null ? t('The connection to {0} failed.', shop) : t('The connection to {0} failed ({1}).', shop, code),
      hint: t('Check the address of the shop and your network.'),
    }
  );
}

function timeout(failure: Failure, code: string | null): Explanation | null {
  const { subject, limits } = failure;
  const what = {
    UND_ERR_CONNECT_TIMEOUT: t('No connection to {0} within {1}.', wayTo(subject), limitOf(limits.connect)),
    ETIMEDOUT: t("No connection to {0} within the system's time limit.", wayTo(subject)),
    UND_ERR_HEADERS_TIMEOUT: t('{0} has not begun to answer within {1}.', wayTo(subject), limitOf(limits.headers)),
    UND_ERR_BODY_TIMEOUT: t('{0} stopped in the middle of its answer for {1}.', subject.shop, limitOf(limits.silence)),
  }[code ?? ''];
  if (what === undefined) return null;
  const connecting = code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT';
  return {
    kind: 'timeout',
    message: what,
    hint: connecting
      ? t('Check the address of the shop, and whether a firewall, VPN or proxy is in between.')
      : adviceForSilence(failure),
  };
}

function proxyRefusal({ subject, error, limits }: Failure, code: string | null): Explanation | null {
  if (subject.proxy === null) return null;
  if (error instanceof SilentProxy) {
    return {
      kind: 'proxy',
      message: t('The proxy {0} has not begun to answer within {1}.', subject.proxy, limitOf(limits.connect)),
      hint: exceptFromProxy(),
    };
  }
  const status = error instanceof Error ? /^Proxy [^(]*\((\d+)\)/.exec(error.message)?.[1] : undefined;
  if (status === undefined && code !== 'UND_ERR_PRX_TLS') return null;
  return proxyRefused(subject, status);
}

/** The proxy's own refusal, by its status. */
export function proxyRefused(subject: Subject, status: string | undefined): Explanation {
  const { shop, proxy } = subject;
  return {
    kind: 'proxy',
    message:
      status === undefined
        ? t('The proxy {0} does not let the request to {1} through.', String(proxy), shop)
        : t('The proxy {0} does not let the request to {1} through ({2}).', String(proxy), shop, status),
    hint: status === '407' ? adviceForProxySignIn(subject) : exceptFromProxy(),
  };
}

function adviceForProxySignIn({ proxySignIn }: Subject): string {
  switch (proxySignIn) {
    case 'address':
      return t('It does not accept the user name and password in its address: check them.');
    case 'editor':
      return t("It does not accept the editor's own sign-in: check the setting http.proxyAuthorization.");
    default:
      return t('It requires a user name and password: add them to the address of the proxy.');
  }
}

const exceptFromProxy = () => t('Check the address of the proxy, or exclude the shop from the proxy.');

/** The headers that somebody wished for were checked before: what is left are those that let in. */
function unsendable({ error, subject: { shop, proxy } }: Failure, code: string | null): Explanation | null {
  const [, header] = (error instanceof Error && /^invalid ([\w-]+) header$/.exec(error.message)) || [];
  if (code !== 'UND_ERR_INVALID_ARG' || header === undefined) return null;
  const advice = t('Copy it again, in one line: a line break or a letter like "ü" may have got into it.');
  switch (header) {
    case 'sw-access-key':
      return {
        kind: 'badRequest',
        message: t('The access key for {0} contains a character that is not allowed in a header.', shop),
        hint: advice,
      };
    case 'proxy-authorization':
      return {
        kind: 'badRequest',
        message: t(
          'The user name or password for the proxy {0} contains a character that is not allowed in a header.',
          String(proxy),
        ),
        hint: advice,
      };
    default:
      return {
        kind: 'badRequest',
        message: t('The token of {0} contains a character that is not allowed in a header.', shop),
        hint: t('The shop itself issued it: check that the address is that of the shop.'),
      };
  }
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
    hint: isCut(error)
      ? adviceForCut(failure)
      : t('Check the address of the shop, whether it is running, and your network.'),
  };
}

function adviceForCut({ repeatable, subject, request }: Failure): string {
  if (!repeatable && !isSignIn(request))
    return t('It is not known whether the shop received the request, so it was not sent again automatically.');
  return subject.url.startsWith('http:')
    ? t('Check whether the shop is running, and whether it expects https rather than http.')
    : t('Check whether the shop is running, and your network.');
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
