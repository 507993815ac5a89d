import type { Answer } from '../client/answer.ts';
import { redirectTarget } from '../client/redirect.ts';
import { adviceFor } from './advice.ts';
import { proxyRefused } from './explainFailure.ts';
import { maskRecord, maskSecrets } from './secrets.ts';
import { missingPrivilegesOf, type ServerError, serverErrorsOf } from './serverErrors.ts';
import { ShopError, type ShopErrorKind, type ShopErrorParts } from './shopError.ts';
import type { Subject } from './subject.ts';

/** What every explanation of an answer tells besides its sentences. */
export type AnswerParts = Pick<ShopErrorParts, 'status' | 'request'>;

/** The error for an answer that is no success, or no answer of Shopware's API. */
export function explainAnswer(answer: Answer, subject: Subject): ShopError {
  return explainForeign(answer, subject) ?? explainRefusal(answer, shopErrorsOf(answer, subject), subject);
}

/** The shop's own errors without secrets; empty for an answer without any. */
export function shopErrorsOf(answer: Answer, subject: Subject): readonly ServerError[] {
  const mask = (text: string | null) => (text === null ? null : maskSecrets(text, subject.secrets));
  return (serverErrorsOf(answer.json) ?? []).map((error) => ({
    ...error,
    title: mask(error.title),
    detail: mask(error.detail),
    parameters: maskRecord(error.parameters, subject.secrets),
  }));
}

/** The error for an answer that does not come from Shopware's API: a proxy, a web server, another program. */
export function explainForeign(answer: Answer, subject: Subject): ShopError | null {
  const { status } = answer;
  const parts: AnswerParts = { status, request: answer.request };
  const { shop } = subject;
  if (status === 407) {
    const { kind, ...sentences } = proxyRefused(subject, '407');
    return new ShopError(kind, { ...parts, ...sentences });
  }
  const target = redirectTarget(answer, new URL(answer.request.url));
  if (target !== null) return redirected(target, subject, parts);
  if (status === 502 || status === 503 || status === 504) return unavailable(answer, subject, parts);
  if (serverErrorsOf(answer.json) !== null) return null;
  if (status === 429) return tooMany(answer, subject, parts);
  const notAShop = (message: string, hint: string) => new ShopError('notAShop', { ...parts, message, hint });
  if (answer.headers['www-authenticate']?.toLowerCase().startsWith('basic') === true) {
    return notAShop(
      `A web server asks for a password before it lets anybody through to ${shop} (${status}).`,
      'The APIs cannot be used behind such a prompt: let the paths /api and /store-api pass without it.',
    );
  }
  if (answer.json !== undefined) {
    return notAShop(
      `${shop} answers ${status}, but not as Shopware does.`,
      'Check the address: it is the one of the shop itself, with its folder if it has one.',
    );
  }
  if (/^\s*</.test(answer.text) || answer.headers['content-type']?.includes('html') === true) {
    return notAShop(
      `${shop} answers with a web page (${status}), not as Shopware's API does.`,
      'Check the address: it is the one of the shop itself, with its folder if it has one. A firewall or a login page in front of it answers like this, too.',
    );
  }
  return notAShop(
    `${shop} answers ${status} with something that is not JSON: ${excerpt(maskSecrets(answer.text, subject.secrets), 80)}.`,
    'Look into the logs of the shop: a message of PHP may have got into the answer.',
  );
}

/** The error for the shop's own errors, of a request that was signed in. */
export function explainRefusal(answer: Answer, errors: readonly ServerError[], subject: Subject): ShopError {
  const { status } = answer;
  const parts = { status, errors, request: answer.request };
  const throttling = throttledSeconds(answer.status, errors);
  if (throttling !== null) return throttled(subject, throttling, parts);
  const [first] = errors;
  const missingPrivileges = missingPrivilegesOf(errors);
  const hint = adviceFor(status, first) ?? undefined;
  return new ShopError(kindOf(status, first), {
    ...parts,
    missingPrivileges,
    message: refusalSentence(subject, status, errors, missingPrivileges),
    ...(hint !== undefined && { hint }),
  });
}

/** Too many refused sign-ins. The seconds stand in the body; there is no `Retry-After` (reference, section 9). */
export function throttled({ shop }: Subject, seconds: number, parts: Partial<ShopErrorParts> = {}): ShopError {
  const wait = seconds === 1 ? '1 second' : `${seconds} seconds`;
  return new ShopError('throttled', {
    ...parts,
    seconds,
    message: `${shop} has refused too many sign-ins from here and takes the next one in ${wait}.`,
    hint: 'Wait, then check the credentials before you try again: the sign-ins of all integrations share one counter, and each further refusal makes the wait longer.',
  });
}

/** The seconds of a throttled request; null for any other answer. */
export function throttledSeconds(status: number, errors: readonly ServerError[]): number | null {
  const error = errors.find(({ code }) => code?.endsWith('_THROTTLED'));
  if (error === undefined && status !== 429) return null;
  const seconds = error?.parameters.seconds ?? /(\d+) seconds?/.exec(error?.detail ?? '')?.[1];
  return Number(seconds ?? 10);
}

/** Text of the shop in a sentence: its first line, not too long, without a full stop at its end. */
export function excerpt(text: string, length = 300): string {
  // The statement before the database's own words is no help, and long.
  const line = (/SQLSTATE.*/.exec(text)?.[0] ?? text.trim().split('\n', 1)[0] ?? '').replace(/[\s.]+$/, '');
  return line.length > length ? `${line.slice(0, length)}…` : line;
}

function redirected(target: URL, { shop, url }: Subject, parts: AnswerParts): ShopError {
  const elsewhere = target.origin !== new URL(url).origin;
  return new ShopError('redirected', {
    ...parts,
    message: `${shop} sends the request on to ${target.origin}${target.pathname}.`,
    hint: elsewhere
      ? `Nothing was sent there. If it is the shop, take ${target.origin} as its address.`
      : 'It sends in circles: check the redirects of the web server.',
  });
}

function tooMany(answer: Answer, { shop }: Subject, parts: AnswerParts): ShopError {
  const seconds = Number.parseInt(answer.headers['retry-after'] ?? '', 10);
  return new ShopError('throttled', {
    ...parts,
    ...(Number.isFinite(seconds) && { seconds }),
    message: `A web server in front of ${shop} takes no more requests from here at the moment (429).`,
    hint: 'Wait before you try again.',
  });
}

function unavailable(answer: Answer, subject: Subject, parts: AnswerParts): ShopError {
  const errors = shopErrorsOf(answer, subject);
  const maintenance = errors.some(({ code }) => code?.includes('MAINTENANCE'));
  return new ShopError('unavailable', {
    ...parts,
    errors,
    message: maintenance
      ? `The sales channel of ${subject.shop} is in maintenance mode.`
      : `${subject.shop} is not available at the moment (${answer.status}).`,
    hint: maintenance
      ? 'End the maintenance, or add your address to those that may pass, in the settings of the sales channel.'
      : 'A web server answers, but no shop behind it: it may be updating, overloaded or stopped. Try again later.',
  });
}

function kindOf(status: number, error: ServerError | undefined): ShopErrorKind {
  if (error === undefined) return 'refused';
  const { code, detail } = error;
  if (detail === 'Header "sw-access-key" is required.') return 'noCredentials';
  if (code === 'FRAMEWORK__ROUTING_SALES_CHANNEL_NOT_FOUND' || isMalformedKey(error)) return 'wrongCredentials';
  return status === 401 && code === '9' ? 'wrongCredentials' : 'refused';
}

/** A key that does not look like one: 403 with this code, before 6.6.10 500, before 6.5.6 without the code. */
export function isMalformedKey({ code, detail }: ServerError): boolean {
  return (
    code === 'FRAMEWORK__API_INVALID_ACCESS_KEY' || detail === 'Access key is invalid and could not be identified.'
  );
}

function refusalSentence(
  { shop }: Subject,
  status: number,
  [first, ...more]: readonly ServerError[],
  missingPrivileges: readonly string[],
): string {
  const does = status >= 500 ? `${shop} cannot answer the request (${status})` : `${shop} refuses the request`;
  if (missingPrivileges.length > 0) {
    const noun = missingPrivileges.length === 1 ? 'the privilege' : 'the privileges';
    return `${does}: the role of the sign-in lacks ${noun} ${missingPrivileges.join(', ')}.`;
  }
  const said = excerpt(first?.detail || first?.title || `it gives no reason, only the status ${status}`);
  const others = more.length === 0 ? '' : ` (and ${more.length} more ${more.length === 1 ? 'error' : 'errors'})`;
  return `${does}: ${said}${others}.`;
}
