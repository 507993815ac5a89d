import { t } from '@vscode/l10n';
import { type SecretStorage, window } from 'vscode';
import { identityOf, originOfEntry, type ShopEntry } from './shopEntry.ts';

/** What a secret is for: who signs in with it, or the environment variable that it stands for. */
export type SecretName = { readonly identity: string } | { readonly variable: string };

/**
 * Secrets of shops: in the editor's secret storage, or for this window only. Kept by the origin of the shop, never by
 * its name, so that a shop of the same name at another address does not get them.
 */
export class Credentials {
  readonly #storage: SecretStorage;
  readonly #ofWindow = new Map<string, Record<string, string>>();

  constructor(storage: SecretStorage) {
    this.#storage = storage;
  }

  /** The secret that signs in to the Admin API, where it is known. */
  async secretOf(entry: ShopEntry): Promise<string | undefined> {
    const identity = identityOf(entry.definition);
    if (entry.secret !== undefined || identity === null) return entry.secret;
    return (await this.#all(entry))[nameOf({ identity })];
  }

  /** The environment of this process, and what was typed in for variables that are not set in it. */
  async environmentFor(entry: ShopEntry): Promise<Record<string, string | undefined>> {
    const typed = Object.entries(await this.#all(entry)).flatMap(([name, value]) =>
      name.startsWith(variablePrefix) ? [[name.slice(variablePrefix.length), value] as const] : [],
    );
    return { ...process.env, ...Object.fromEntries(typed) };
  }

  /** Asks for a secret, and where to keep it. False when the person would rather not. */
  async ask(entry: ShopEntry, secret: SecretName, reason?: string): Promise<boolean> {
    const value = await askForSecret(entry.name, originOfEntry(entry), secret, reason);
    if (value === undefined) return false;
    const keep = await askWhereToKeep(originOfEntry(entry));
    if (keep === undefined) return false;
    await this.keep(entry, secret, value, keep);
    return true;
  }

  /** Keeps a secret, in the secret storage or until the window closes. */
  async keep(entry: ShopEntry, secret: SecretName, value: string, where: 'storage' | 'window'): Promise<void> {
    const origin = originOfEntry(entry);
    const change = { [nameOf(secret)]: value };
    this.#ofWindow.set(origin, { ...this.#ofWindow.get(origin), ...change });
    if (where === 'window') return;
    await this.#storage.store(storageKey(origin), JSON.stringify({ ...(await this.#stored(origin)), ...change }));
  }

  /** Forgets everything that is kept for the shop's origin. */
  async forget(entry: ShopEntry): Promise<void> {
    const origin = originOfEntry(entry);
    this.#ofWindow.delete(origin);
    await this.#storage.delete(storageKey(origin));
  }

  async #all(entry: ShopEntry): Promise<Record<string, string>> {
    const origin = originOfEntry(entry);
    return { ...(await this.#stored(origin)), ...this.#ofWindow.get(origin) };
  }

  async #stored(origin: string): Promise<Record<string, string>> {
    return parseTexts(await this.#storage.get(storageKey(origin)));
  }
}

const variablePrefix = 'env:';

function nameOf(secret: SecretName): string {
  return 'variable' in secret ? variablePrefix + secret.variable : secret.identity;
}

function storageKey(origin: string): string {
  return `secrets of ${origin}`;
}

function parseTexts(stored: string | undefined): Record<string, string> {
  const value: unknown = stored === undefined ? {} : JSON.parse(stored);
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

async function askForSecret(
  name: string,
  origin: string,
  secret: SecretName,
  reason?: string,
): Promise<string | undefined> {
  const wanted =
    'variable' in secret
      ? t('Value of {0}, for {1}.', secret.variable, origin)
      : t('Secret or password of {0}, for {1}.', secret.identity, origin);
  const value = await window.showInputBox({
    title: t('Sign In to {0}', name),
    prompt: reason === undefined ? wanted : `${reason} ${wanted}`,
    password: true,
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? t('Please enter it, or press Escape.') : undefined),
  });
  return value?.trim();
}

/** Asks whether a secret shall be kept. */
export async function askWhereToKeep(origin: string): Promise<'storage' | 'window' | undefined> {
  const choices = [
    {
      label: `$(key) ${t('Keep It')}`,
      detail: t('In the secret storage of this computer, for {0} only.', origin),
      where: 'storage',
    },
    {
      label: `$(window) ${t('Only Until This Window Closes')}`,
      detail: t('You will be asked again.'),
      where: 'window',
    },
  ] as const;
  const chosen = await window.showQuickPick(choices, { title: t('Keep the Credentials?'), ignoreFocusOut: true });
  return chosen?.where;
}
