import { t } from '@vscode/l10n';
import { type Disposable, workspace } from 'vscode';
import {
  type Api,
  type Connection,
  connectionOf,
  createShop,
  type MissingValue,
  type Shop,
  type ShopOptions,
} from '../../../shop/src/index.ts';
import type { Credentials } from './credentials.ts';
import { NotConnected } from './failure.ts';
import { identityOf, originOfEntry, type ShopEntry } from './shopEntry.ts';
import type { Trust } from './trust.ts';

/** Opens shops: with the person's consent and credentials, and each only once. */
export class Sessions implements Disposable {
  readonly #trust: Trust;
  readonly #credentials: Credentials;
  readonly #userAgent: string;
  readonly #open = new Map<string, { readonly fingerprint: string; readonly shop: Shop }>();

  constructor(trust: Trust, credentials: Credentials, userAgent: string) {
    this.#trust = trust;
    this.#credentials = credentials;
    this.#userAgent = userAgent;
  }

  /**
   * A client for the shop, complete with what the API needs. `ask`: the person is waiting and may be asked for consent
   * and credentials; `quiet`: nobody is asked.
   *
   * @throws NotConnected when something is missing. ShopError when the address cannot be one.
   */
  async open(entry: ShopEntry, api: Api, mode: 'ask' | 'quiet'): Promise<Shop> {
    const confirmed = mode === 'ask' ? await this.#trust.confirm(entry) : this.#trust.isConfirmed(entry);
    if (!confirmed) throw new NotConnected(t('The connection to {0} was not confirmed.', originOfEntry(entry)));
    const connection = await this.#complete(entry, api, mode);
    return this.#reuse(entry, connection);
  }

  /** Forgets the client, so that the next one signs in anew. */
  async close(entry: ShopEntry): Promise<void> {
    const open = this.#open.get(entry.key);
    this.#open.delete(entry.key);
    await open?.shop.close();
  }

  dispose(): void {
    // The window ends, and the log with it: nobody is left to be told of a connection that does not end in time.
    for (const { shop } of this.#open.values()) shop.close().catch(() => undefined);
    this.#open.clear();
  }

  async #complete(entry: ShopEntry, api: Api, mode: 'ask' | 'quiet'): Promise<Connection> {
    for (;;) {
      const secret = await this.#credentials.secretOf(entry);
      const { connection, missing } = await connectionOf(entry.definition, {
        name: entry.name,
        folder: entry.folder,
        environment: await this.#credentials.environmentFor(entry),
        ...(secret !== undefined && { secret }),
      });
      const needed = missing.find(({ field }) => isNeeded(field, api));
      if (needed === undefined) return connection;
      const given = mode === 'ask' && (await this.#askFor(entry, needed));
      if (!given) throw new NotConnected(needed.message);
    }
  }

  #askFor(entry: ShopEntry, { field, variable, message }: MissingValue): Promise<boolean> {
    if (variable !== null) return this.#credentials.ask(entry, { variable }, message);
    const identity = identityOf(entry.definition);
    const askable = identity !== null && field.startsWith('admin.');
    return askable ? this.#credentials.ask(entry, { identity }) : Promise.resolve(false);
  }

  async #reuse(entry: ShopEntry, connection: Connection): Promise<Shop> {
    const proxy = editorProxy();
    const fingerprint = JSON.stringify([connection, proxy]);
    const open = this.#open.get(entry.key);
    if (open?.fingerprint === fingerprint) return open.shop;
    await this.close(entry);
    const shop = createShop(connection, {
      userAgent: this.#userAgent,
      ...(proxy && { proxy, environment: process.env }),
    });
    this.#open.set(entry.key, { fingerprint, shop });
    return shop;
  }
}

/** What the editor says about proxies; null where it uses none, and none of the environment. */
function editorProxy(): NonNullable<ShopOptions['proxy']> | null {
  const settings = workspace.getConfiguration('http');
  if (settings.get('proxySupport') === 'off') return null;
  const authorization = settings.get<string | null>('proxyAuthorization', null);
  return {
    url: settings.get('proxy', ''),
    noProxy: settings.get<readonly string[]>('noProxy', []).join(','),
    ...(authorization !== null && authorization !== '' && { authorization }),
  };
}

/** What the other API signs in with is not asked for. */
function isNeeded(field: string, api: Api): boolean {
  return field.startsWith('admin.') ? api === 'admin' : field.startsWith('store.') ? api === 'store' : true;
}
