import { t } from '@vscode/l10n';
import { type ConfiguredShop, shopAddress } from '../../../shop/src/index.ts';

/** How somebody wants to sign in. */
export type SignInKind = 'integration' | 'user' | 'store';

/** What *Add Shop…* has been told so far. */
export interface ShopDraft {
  readonly url?: string;
  readonly kind?: SignInKind;
  /** The client id of an integration, or a user name. */
  readonly identity?: string;
  readonly secret?: string;
  readonly accessKey?: string;
  readonly name?: string;
  readonly production?: boolean;
}

/** A sentence about what is wrong with a shop's address, undefined when nothing is. */
export function addressFault(text: string): string | undefined {
  if (text === '') return t('Please enter the address of the shop, such as https://shop.example.com.');
  if (/^https?:\/\/[^/]*@/i.test(text)) return t('An address must not contain a user name or password.');
  return shopAddress(text) === null
    ? t('This is not a valid address. Write it like https://shop.example.com.')
    : undefined;
}

/** A sentence about what is wrong with a client id. */
export function clientIdFault(text: string): string | undefined {
  if (/^SWSC/.test(text))
    return t('This is the access key of a sales channel. An integration has an id that starts with SWIA.');
  return /^SW(IA|UA)[A-Z0-9]{22}$/.test(text)
    ? undefined
    : t('An access key id starts with SWIA (integration) or SWUA (user) and has 26 characters.');
}

/** A sentence about what is wrong with the access key of a sales channel. */
export function accessKeyFault(text: string): string | undefined {
  return /^SWSC[A-Z0-9]{22}$/.test(text)
    ? undefined
    : t('The access key of a sales channel starts with SWSC and has 26 characters.');
}

/** A sentence about what is wrong with a shop's name. */
export function nameFault(text: string, taken: readonly string[]): string | undefined {
  if (text === '') return t('Please enter a name.');
  if (/\s/.test(text)) return t('A name has no spaces, so that it can be written after // @shop.');
  return taken.includes(text) ? t('There is already a shop named {0}.', text) : undefined;
}

/** A name for a shop by its address: `staging` for `https://staging.example.com`. */
export function suggestedName(url: string, taken: readonly string[]): string {
  const { hostname } = new URL(url);
  const labels = hostname.split('.').filter((label) => label !== 'www');
  const first = /^[\d.]+$|^\[/.test(hostname) ? 'local' : (labels[0] ?? 'shop');
  for (let number = 1; ; number++) {
    const name = number === 1 ? first : `${first}-${number}`;
    if (!taken.includes(name)) return name;
  }
}

/** The draft as it stands in settings: without a secret. */
export function definitionOf({ url = '', kind, identity = '', accessKey, production }: ShopDraft): ConfiguredShop {
  return {
    url,
    ...(production && { production }),
    ...(kind === 'integration' && { admin: { clientId: identity } }),
    ...(kind === 'user' && { admin: { username: identity } }),
    ...(accessKey !== undefined && { store: { accessKey } }),
  };
}
