import { t } from '@vscode/l10n';
import type { Answer } from '../client/answer.ts';
import { type AdminSignIn, isIntegration } from '../connection.ts';
import { explainRefusal, isMalformedKey, throttledSeconds } from './explainAnswer.ts';
import { explainForeign } from './explainForeign.ts';
import { type ServerError, shopErrorsOf } from './serverErrors.ts';
import { ShopError } from './shopError.ts';
import type { Subject } from './subject.ts';
import { excerpt } from './words.ts';

/** The error for a refused sign-in to the Admin API (reference, section 9). */
export function explainSignIn(answer: Answer, signIn: AdminSignIn, subject: Subject): ShopError {
  const foreign = explainForeign(answer, subject);
  if (foreign !== null) return foreign;
  const errors = shopErrorsOf(answer.json, subject.secrets);
  const [first] = errors;
  if (first === undefined || throttledSeconds(answer.status, errors) !== null) {
    return explainRefusal(answer, errors, subject);
  }
  const sentences = credentialsAdvice(first, signIn, subject) ?? otherAdvice(first, subject);
  if (sentences === null) {
    const refusal = explainRefusal(answer, errors, subject);
    // Here is no criteria that could be the reason.
    const hint = t('The shop itself fails during the sign-in: its log says why.');
    return answer.status >= 500 ? refusal.inWords({ message: refusal.message, hint }) : refusal;
  }
  return new ShopError('wrongCredentials', { ...sentences, status: answer.status, errors, request: answer.request });
}

interface Sentences {
  readonly message: string;
  readonly hint: string;
}

/** The numbers are those of the OAuth library, as texts. */
function credentialsAdvice(error: ServerError, signIn: AdminSignIn, { shop }: Subject): Sentences | null {
  if (isMalformedKey(error)) {
    return {
      message: t('{0} does not recognise the client id: it does not look like an access key.', shop),
      hint: t(
        'An access key begins with SWIA (integration) or SWUA (user). Copy it whole from Settings › System › Integrations.',
      ),
    };
  }
  if (error.code === '4') {
    const salesChannel = isIntegration(signIn) && signIn.clientId.startsWith('SWSC');
    return {
      message: t('{0} does not accept this client id with this client secret.', shop),
      hint: salesChannel
        ? t(
            'The client id is the access key of a sales channel: that is for the Store API. The Admin API needs an integration (SWIA…).',
          )
        : t('Check both under Settings › System › Integrations: the secret is shown only once, when it is created.'),
    };
  }
  if (error.code === '6') {
    return {
      message: t('{0} does not accept this user name with this password.', shop),
      hint: t('Check both by signing in to the Administration of this shop.'),
    };
  }
  return null;
}

function otherAdvice(error: ServerError, { shop }: Subject): Sentences | null {
  const said = excerpt(error.detail || error.title || '');
  switch (error.code) {
    case '2':
      return {
        message: t('{0} does not offer this way to sign in.', shop),
        hint: t(
          'Sign in with an integration or with a user name and password, and check that the address is that of the shop itself.',
        ),
      };
    case '3':
      return {
        message: t('{0} lacks a credential: {1}.', shop, said),
        hint: t('Check that neither the name nor the secret is empty.'),
      };
    case '5':
      return {
        message: t('{0} does not know the scope asked for: {1}.', shop, said),
        hint: t('Sign in with an integration.'),
      };
    case '8':
      return {
        message: t('{0} does not accept the refresh token any more: {1}.', shop, said),
        hint: t('Sign in again.'),
      };
    default:
      return null;
  }
}
