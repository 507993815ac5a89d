import { t } from '@vscode/l10n';
import { ConfigurationTarget, window, workspace } from 'vscode';
import type { Credentials } from './credentials.ts';
import type { DemoShop } from './demoShop.ts';
import type { Schemas } from './schemas.ts';
import type { Sessions } from './sessions.ts';
import { originOfEntry, type ShopEntry } from './shopEntry.ts';
import { type Shops, shopsSetting } from './shops.ts';

/** The parts that removing a shop needs. */
export interface RemoveParts {
  readonly demo: DemoShop;
  readonly shops: Shops;
  readonly schemas: Schemas;
  readonly sessions: Sessions;
  readonly credentials: Credentials;
}

/** Removes one of the user's own shops after a question, or ends the demo shop. */
export async function removeShop(parts: RemoveParts, entry: ShopEntry): Promise<void> {
  if (entry.from === 'demo') return parts.demo.stop();
  if (entry.from !== 'user') return;
  const remove = t('Remove');
  const question = t('Remove the shop "{0}"?', entry.name);
  const detail = t(
    'Its entry in your settings, its stored schema and the credentials kept for {0} are deleted. The shop itself is not touched.',
    originOfEntry(entry),
  );
  if ((await window.showWarningMessage(question, { modal: true, detail }, remove)) !== remove) return;
  const setting = workspace.getConfiguration();
  const { [entry.name]: _, ...others } = setting.get<Record<string, unknown>>(shopsSetting, {});
  await setting.update(shopsSetting, others, ConfigurationTarget.Global);
  await parts.sessions.close(entry);
  await parts.schemas.remove(entry);
  const origin = originOfEntry(entry);
  const shared = (await parts.shops.list()).some((other) => originOfEntry(other) === origin);
  if (!shared) await parts.credentials.forget(entry);
}

/** Forgets the credentials that are kept for a shop's origin. */
export async function forgetCredentials(
  { sessions, credentials }: Pick<RemoveParts, 'sessions' | 'credentials'>,
  entry: ShopEntry,
): Promise<void> {
  await sessions.close(entry);
  await credentials.forget(entry);
  window.showInformationMessage(t('The credentials for {0} are forgotten.', originOfEntry(entry)));
}
