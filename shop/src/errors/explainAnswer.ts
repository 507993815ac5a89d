import { t } from '@vscode/l10n';
import type { Answer } from '../client/answer.ts';
import { adviceFor } from './advice.ts';
import { explainForeign } from './explainForeign.ts';
import { missingPrivilegesOf, type ServerError, shopErrorsOf } from './serverErrors.ts';
import { ShopError, type ShopErrorKind, type ShopErrorParts } from './shopError.ts';
import { isSignIn } from './signInRequest.ts';
import type { Subject } from './subject.ts';
import { excerpt, secondsInWords } from './words.ts';

/** The error for an answer that is no success, or no answer of Shopware's API. */
export function explainAnswer(answer: Answer, subject: Subject): ShopError {
  const foreign = explainForeign(answer, subject);
  return foreign ?? explainRefusal(answer, shopErrorsOf(answer.json, subject.secrets), subject);
}

/** The error for the shop's own errors. */
export function explainRefusal(answer: Answer, errors: readonly ServerError[], subject: Subject): ShopError {
  const { status, request } = answer;
  const parts = { status, errors, request };
  const seconds = throttledSeconds(status, errors);
  if (seconds !== null) {
    return isSignIn(request) ? throttled(subject, seconds, parts) : throttledRequest(subject, seconds, parts);
  }
  const [first] = errors;
  const missingPrivileges = missingPrivilegesOf(errors);
  const hint = adviceFor(answer, first) ?? undefined;
  return new ShopError(kindOf(status, first), {
    ...parts,
    missingPrivileges,
    message: refusalSentence(subject, status, errors, missingPrivileges),
    ...(hint !== undefined && { hint }),
  });
}

/** Too many refused sign-ins. The seconds stand in the body; there is no `Retry-After` (reference, section 9). */
export function throttled({ shop }: Subject, seconds: number, parts: Partial<ShopErrorParts> = {}): ShopError {
  return new ShopError('throttled', {
    ...parts,
    seconds,
    message: t('{0} has refused too many sign-ins from here. Try again in {1}.', shop, secondsInWords(seconds)),
    hint: t(
      'Wait, then check the credentials before you try again: the sign-ins of all integrations share one counter, and each further refusal makes the wait longer.',
    ),
  });
}

/** The seconds of a throttled request; null for any other answer. */
export function throttledSeconds(status: number, errors: readonly ServerError[]): number | null {
  const error = errors.find(({ code }) => code?.endsWith('_THROTTLED')) ?? (status === 429 ? errors[0] : undefined);
  if (error === undefined && status !== 429) return null;
  const said = [error?.parameters.seconds, /(\d+) seconds?/.exec(error?.detail ?? '')?.[1]];
  return said.map(secondsIn).find((seconds) => seconds !== null) ?? shortestWait;
}

/** What the first refusals that count cost; for a shop that does not say it in a way that can be read. */
const shortestWait = 10;

function secondsIn(value: unknown): number | null {
  const seconds =
    typeof value === 'number' || typeof value === 'string' ? Number.parseFloat(String(value)) : Number.NaN;
  return Number.isFinite(seconds) && seconds >= 0 ? Math.ceil(seconds) : null;
}

/** A key that does not look like one: 403 with this code, before 6.6.10 500, before 6.5.6 without the code. */
export function isMalformedKey({ code, detail }: ServerError): boolean {
  return (
    code === 'FRAMEWORK__API_INVALID_ACCESS_KEY' || detail === 'Access key is invalid and could not be identified.'
  );
}

function throttledRequest({ shop }: Subject, seconds: number, parts: Partial<ShopErrorParts>): ShopError {
  return new ShopError('throttled', {
    ...parts,
    seconds,
    message: t('{0} has had too many requests of this kind. Try again in {1}.', shop, secondsInWords(seconds)),
    hint: t('Wait before you try again.'),
  });
}

function kindOf(status: number, error: ServerError | undefined): ShopErrorKind {
  if (error === undefined) return 'refused';
  const { code, detail } = error;
  if (detail === 'Header "sw-access-key" is required.') return 'noCredentials';
  if (code === 'FRAMEWORK__ROUTING_SALES_CHANNEL_NOT_FOUND' || isMalformedKey(error)) return 'wrongCredentials';
  return status === 401 && code === '9' ? 'wrongCredentials' : 'refused';
}

function refusalSentence(
  { shop }: Subject,
  status: number,
  [first, ...more]: readonly ServerError[],
  missingPrivileges: readonly string[],
): string {
  const said = (first && saidBy(first)) || t('it gives no reason, only the status {0}', status);
  const reason = missingPrivileges.length > 0 ? lacking(missingPrivileges) : withOthers(said, more.length);
  return status >= 500
    ? t('{0} cannot answer the request ({1}): {2}.', shop, status, reason)
    : t('{0} refuses the request: {1}.', shop, reason);
}

function lacking(privileges: readonly string[]): string {
  const names = privileges.map((privilege) => excerpt(privilege)).join(', ');
  return privileges.length === 1
    ? t('the role of the sign-in lacks the privilege {0}', names)
    : t('the role of the sign-in lacks the privileges {0}', names);
}

function withOthers(said: string, others: number): string {
  if (others === 0) return said;
  return others === 1 ? t('{0} (and 1 more error)', said) : t('{0} (and {1} more errors)', said, others);
}

/** The shop's own words for an error, from where they are, as a part of a sentence. */
function saidBy({ code, detail, title, parameters }: ServerError): string {
  const texts = Object.values(parameters).filter((value) => typeof value === 'string');
  // The reasons stand in the parameters: as a list, and where the detail has a placeholder that was not filled.
  const fromParameters = /__API_(EXPECTATION|EXCEPTION)_FAILED$/.test(code ?? '') || detail?.includes('%s') === true;
  return fromParameters && texts.length > 0
    ? texts.map((text) => excerpt(text)).join('; ')
    : excerpt(detail || title || '');
}
