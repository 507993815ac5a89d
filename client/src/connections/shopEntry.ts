import path from 'node:path';
import { t } from '@vscode/l10n';
import { type ConfiguredShop, originOf } from '../../../shop/src/index.ts';

/** A shop that the editor knows, and where it comes from. */
export interface ShopEntry {
  /** Tells it from every other one in this window and in later ones. */
  readonly key: string;
  readonly name: string;
  /** `configuration`: of the workspace; `user`: of the user's settings; `demo`: the one on this machine. */
  readonly from: 'configuration' | 'user' | 'demo';
  readonly definition: ConfiguredShop;
  /** Where paths in the definition start. */
  readonly folder: string;
  /** The file that names it, as a URI; only for shops of a configuration. */
  readonly configuration?: string;
  /** Known without asking anybody: only for the demo shop. */
  readonly secret?: string;
}

/** A shop's name in Markdown, and that it is a live one. */
export function nameInBold(name: string, live = false): string {
  return live ? t('{0} — a production shop', `**${name}**`) : `**${name}**`;
}

/** What secrets of the shop are kept by. */
export function originOfEntry(entry: ShopEntry): string {
  return originOf(entry.definition.url) ?? entry.definition.url;
}

/**
 * What tells a shop from others of the same name: its host, and the folder that names it where the host is the same,
 * too. Null where no other has its name.
 */
export function distinctionOf(entry: ShopEntry, all: readonly ShopEntry[]): string | null {
  const twins = all.filter(({ key, name }) => name === entry.name && key !== entry.key);
  if (twins.length === 0) return null;
  const host = hostOf(entry);
  const sameHost = twins.some((twin) => hostOf(twin) === host);
  return sameHost ? `${host}, ${sourceOf(entry)}` : host;
}

function hostOf(entry: ShopEntry): string {
  return originOfEntry(entry).replace(/^https?:\/\//, '');
}

function sourceOf({ from, folder }: ShopEntry): string {
  return { configuration: path.basename(folder), user: t('your settings'), demo: t('this machine') }[from];
}

/** Who signs in to the Admin API: a client id or user name as it is written in the definition; null for nobody. */
export function identityOf(definition: ConfiguredShop): string | null {
  if (definition.admin === undefined) return null;
  return 'clientId' in definition.admin ? definition.admin.clientId : definition.admin.username;
}

/**
 * What a confirmation of a shop of a configuration covers: where requests go and everything that decides who can read
 * them on the way. A configuration that later adds a proxy or trusts another certificate is asked about again.
 */
export function routeOf(entry: ShopEntry): string {
  const { proxy, tls } = entry.definition;
  const detours = [
    proxy !== undefined && `proxy ${originOf(proxy) ?? proxy}`,
    tls?.ca !== undefined && `certificates of ${tls.ca}`,
    tls?.rejectUnauthorized === false && 'any certificate',
  ].filter((detour) => detour !== false);
  return [originOfEntry(entry), ...detours].join(', ');
}
