import { t } from '@vscode/l10n';

/** Who an error speaks about, in words that may be shown. */
export interface Subject {
  /** The shop: `"staging" (https://staging.example.com)`, or its address alone. */
  readonly shop: string;
  /** The shop's address. */
  readonly url: string;
  /** The proxy that the request goes through, without its credentials; null for none. */
  readonly proxy: string | null;
  /** Where the credentials for the proxy come from. */
  readonly proxySignIn: 'none' | 'address' | 'editor';
  /** Texts that no message may hold. Grows with the tokens that the shop hands out. */
  readonly secrets: ReadonlySet<string>;
}

/** The shop, and the proxy on the way to it. */
export function wayTo({ shop, proxy }: Subject): string {
  return proxy === null ? shop : t('{0} through the proxy {1}', shop, proxy);
}
