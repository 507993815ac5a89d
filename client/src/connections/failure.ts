import { t } from '@vscode/l10n';
import { isShopError, type SentRequest, type ServerError, type ShopErrorKind } from '../../../shop/src/index.ts';

/** Something is missing that the person was not asked for, or would rather not give: nothing was sent. */
export class NotConnected extends Error {}

/** What a person can do about a failure. */
export type Remedy = 'signIn' | 'editShop' | 'tryAgain' | 'proxySettings';

/** A failure as it is shown: sentences, what the shop said, and what can be done. */
export interface Failure {
  /** Whether there is anything to tell: the person knows what they cancelled. */
  readonly cancelled: boolean;
  readonly message: string;
  readonly hint: string | null;
  readonly status: number | null;
  readonly errors: readonly ServerError[];
  readonly request: SentRequest | null;
  readonly remedies: readonly Remedy[];
  /** The answer passed the size limit. */
  readonly tooLarge: boolean;
}

/** The words on the buttons. */
export const remedyLabels = (): Readonly<Record<Remedy, string>> => ({
  signIn: t('Enter Credentials…'),
  editShop: t('Edit Shop'),
  tryAgain: t('Try Again'),
  proxySettings: t('Proxy Settings'),
});

const remediesOf: Readonly<Record<ShopErrorKind, readonly Remedy[]>> = {
  badAddress: ['editShop'],
  badRequest: [],
  unreachable: ['tryAgain', 'editShop'],
  proxy: ['proxySettings', 'tryAgain'],
  tls: ['editShop', 'tryAgain'],
  timeout: ['tryAgain'],
  redirected: ['editShop'],
  notAShop: ['editShop', 'tryAgain'],
  noCredentials: ['editShop'],
  wrongCredentials: ['signIn', 'editShop'],
  throttled: ['tryAgain'],
  unavailable: ['tryAgain'],
  refused: [],
  tooLarge: [],
  notSaved: [],
  cancelled: [],
};

/** Whatever was thrown, as a failure to be shown. */
export function failureOf(error: unknown): Failure {
  if (isShopError(error)) {
    const { kind, message, hint, status, errors, request } = error;
    const said = { message, hint, status, errors, request, remedies: remediesOf[kind] };
    return { ...said, cancelled: kind === 'cancelled', tooLarge: kind === 'tooLarge' };
  }
  const nothing = { cancelled: false, hint: null, status: null, errors: [], request: null, tooLarge: false };
  if (error instanceof NotConnected) {
    return { ...nothing, message: error.message, remedies: ['tryAgain'] };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { ...nothing, message, remedies: ['tryAgain'] };
}

/** Message and hint as one text. */
export function sentencesOf({ message, hint }: Pick<Failure, 'message' | 'hint'>): string {
  return hint === null ? message : `${message} ${hint}`;
}
