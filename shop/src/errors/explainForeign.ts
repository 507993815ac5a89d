import { t } from '@vscode/l10n';
import type { Answer } from '../client/answer.ts';
import { redirectTarget } from '../client/redirect.ts';
import { proxyRefused } from './explainFailure.ts';
import { maskSecrets } from './secrets.ts';
import { serverErrorsOf, shopErrorsOf } from './serverErrors.ts';
import { ShopError, type ShopErrorKind, type ShopErrorParts } from './shopError.ts';
import type { Subject } from './subject.ts';
import { excerpt, secondsInWords } from './words.ts';

interface Explanation extends Pick<ShopErrorParts, 'message' | 'hint' | 'seconds' | 'errors'> {
  readonly kind: ShopErrorKind;
}

/**
 * The error for an answer that does not come from Shopware's API: a proxy, a web server, another program. Null for one
 * that does.
 */
export function explainForeign(answer: Answer, subject: Subject): ShopError | null {
  const explanation = onTheWay(answer, subject) ?? (serverErrorsOf(answer.json) ? null : noShopware(answer, subject));
  if (explanation === null) return null;
  const { kind, ...parts } = explanation;
  return new ShopError(kind, { ...parts, status: answer.status, request: answer.request });
}

/** By its status alone: also in Shopware's form it is none of a request that got through. */
function onTheWay(answer: Answer, subject: Subject): Explanation | null {
  const { status, request } = answer;
  if (status === 407) return proxyRefused(subject, '407');
  const target = redirectTarget(answer, new URL(request.url));
  if (target !== null) return redirected(target, new URL(request.url), subject);
  return status === 502 || status === 503 || status === 504 ? unavailable(answer, subject) : null;
}

function noShopware(answer: Answer, subject: Subject): Explanation {
  return beforeShopware(answer, subject.shop) ?? somethingElse(answer, subject);
}

/** What a web server answers before any program gets to see the request; null where a program answered. */
function beforeShopware(answer: Answer, shop: string): Explanation | null {
  const { status, headers, text } = answer;
  if (status === 429) return tooMany(answer, shop);
  if (headers['www-authenticate']?.toLowerCase().startsWith('basic') === true) {
    return {
      kind: 'notAShop',
      message: t('A web server asks for a password before it lets anybody through to {0} ({1}).', shop, status),
      hint: t('The APIs cannot be used behind such a prompt: exclude the paths /api and /store-api from it.'),
    };
  }
  if (status === 400 && /plain HTTP|non-TLS/i.test(text)) {
    return {
      kind: 'tls',
      message: t('{0} requires a secure connection (400).', shop),
      hint: t('Write its address with https rather than http.'),
    };
  }
  if (status === 413 || status === 414) return { kind: 'badRequest', ...tooLong(status, shop) };
  if (status < 500) return null;
  return {
    kind: 'unavailable',
    message: t("{0} answers with an error that is not Shopware's own ({1}).", shop, status),
    hint: t('PHP or the web server gave up before Shopware could answer: their logs say why.'),
  };
}

function tooLong(status: 413 | 414, shop: string): Pick<Explanation, 'message' | 'hint'> {
  return status === 413
    ? {
        message: t('A web server in front of {0} refuses a body of this size (413).', shop),
        hint: t(
          'Send a smaller body, with fewer ids for example, or raise the limit there (nginx: client_max_body_size).',
        ),
      }
    : {
        message: t('A web server in front of {0} refuses an address of this length (414).', shop),
        hint: t(
          'Send the criteria as the body of a POST and not in the address, or raise the limit there (nginx: large_client_header_buffers).',
        ),
      };
}

/** By what the answer holds: other JSON, a web page, nothing, or something that got into it. */
function somethingElse({ status, headers, text, json }: Answer, { shop, secrets }: Subject): Explanation {
  const kind = 'notAShop';
  const checkAddress = t(
    'Check the address: it must be the address of the shop itself, with its folder if it has one.',
  );
  if (json !== undefined) {
    return { kind, message: t('{0} answers {1}, but not as Shopware does.', shop, status), hint: checkAddress };
  }
  const message = phpMessageIn(text);
  if (message === null && (/^\s*</.test(text) || headers['content-type']?.includes('html') === true)) {
    return {
      kind,
      message: t("{0} answers with a web page ({1}), not as Shopware's API does.", shop, status),
      hint: `${checkAddress} ${t('A firewall or a login page in front of it also answers like this.')}`,
    };
  }
  if (text.trim() === '') {
    return { kind, message: t('{0} answers {1} without a message.', shop, status), hint: checkAddress };
  }
  const shown = excerpt(maskSecrets(message ?? text, secrets), 80);
  return {
    kind,
    message: t('{0} answers {1} with something that is not JSON: {2}.', shop, status, shown),
    hint: t('Check the logs of the shop: a PHP message may have got into the answer.'),
  };
}

/** A message of PHP in the middle of an answer, as it writes it for web pages; null where there is none. */
function phpMessageIn(text: string): string | null {
  const found = /<b>(?:Warning|Notice|Deprecated|(?:Recoverable f|F)atal error|Parse error)<\/b>:.*/.exec(text)?.[0];
  return found === undefined ? null : found.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');
}

function redirected(target: URL, from: URL, { shop, url }: Subject): Explanation {
  const message = t('{0} redirects the request to {1}.', shop, target.origin + target.pathname);
  if (target.origin === from.origin) {
    return {
      kind: 'redirected',
      message,
      hint: t('Check the redirects of the web server: they go in circles, or to a page.'),
    };
  }
  const route = from.pathname.slice(new URL(url).pathname.replace(/\/$/, '').length);
  const folder = target.pathname.endsWith(route) ? target.pathname.slice(0, -route.length) : '';
  return {
    kind: 'redirected',
    message,
    hint: t('Nothing was sent there. If it is the shop, use {0} as its address.', target.origin + folder),
  };
}

function tooMany(answer: Answer, shop: string): Explanation {
  const seconds = secondsToWait(answer);
  return {
    kind: 'throttled',
    ...(seconds !== null && { seconds }),
    message: t('A web server in front of {0} accepts no more requests from here at the moment (429).', shop),
    hint:
      seconds !== null ? t('Wait {0} before you try again.', secondsInWords(seconds)) : t('Wait before you try again.'),
  };
}

/** `Retry-After`, in seconds or as a date, which is told by the clock of whoever answers; null where nothing is said. */
function secondsToWait({ headers }: Answer): number | null {
  const after = headers['retry-after'] ?? '';
  if (/^\d+$/.test(after)) return Number(after);
  const seconds = Math.ceil((Date.parse(after) - Date.parse(headers.date ?? '')) / 1000);
  return Number.isNaN(seconds) ? null : Math.max(seconds, 0);
}

function unavailable(answer: Answer, subject: Subject): Explanation {
  const { shop, proxy } = subject;
  const errors = shopErrorsOf(answer.json, subject.secrets);
  const maintenance = errors.some(({ code }) => code?.includes('MAINTENANCE'));
  return {
    kind: 'unavailable',
    errors,
    message: maintenance
      ? t('The sales channel of {0} is in maintenance mode.', shop)
      : t('{0} is not available at the moment ({1}).', shop, answer.status),
    hint: maintenance
      ? t('End the maintenance mode, or add your address to the allowed ones, in the settings of the sales channel.')
      : [
          t(
            'A web server answers, but not the shop behind it: it may be updating, overloaded or stopped. Try again later.',
          ),
          ...(proxy === null ? [] : [t('The proxy {0} is in between: it may have answered itself.', proxy)]),
        ].join(' '),
  };
}
