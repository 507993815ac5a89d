import { t } from '@vscode/l10n';
import {
  ConfigurationTarget,
  ProgressLocation,
  type QuickPickItem,
  Range,
  ThemeIcon,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { type SalesChannel, salesChannelsOf, setInShop } from '../../../shop/src/index.ts';
import { cancellable } from '../cancellable.ts';
import type { Sessions } from './sessions.ts';
import type { ShopEntry } from './shopEntry.ts';
import { shopsSetting } from './shops.ts';

/**
 * The shop with an access key for the Store API: its own, else that of a sales channel which the person chooses by its
 * name and which is then kept where the shop is described. As it is where nobody signs in to ask for the names, or the
 * shop has no sales channel; undefined where nothing was chosen.
 *
 * @throws NotConnected, ShopError
 */
export async function withAccessKey(sessions: Sessions, entry: ShopEntry): Promise<ShopEntry | undefined> {
  const { admin, store } = entry.definition;
  if (store !== undefined || admin === undefined) return entry;
  const channels = await fetchChannels(sessions, entry);
  if (channels.length === 0) return entry;
  const accessKey = await askSalesChannel(channels, entry.name);
  if (accessKey === undefined) return undefined;
  await keep(entry, accessKey);
  return { ...entry, definition: { ...entry.definition, store: { accessKey } } };
}

/** Asks for one of these sales channels by its name; its access key. `none` is what stands for no choice. */
export async function askSalesChannel(
  channels: readonly SalesChannel[],
  title: string,
  none?: Pick<QuickPickItem, 'label' | 'description' | 'iconPath'>,
): Promise<string | undefined> {
  const items = [
    ...channels.map(({ name, active, accessKey }) => ({
      label: name,
      iconPath: new ThemeIcon('globe'),
      description: active ? accessKey : t('{0} (inactive)', accessKey),
      accessKey,
    })),
    ...(none === undefined ? [] : [{ ...none, accessKey: undefined }]),
  ];
  const chosen = await window.showQuickPick(items, {
    title,
    placeHolder: t('Which sales channel should criteria for the Store API use?'),
    ignoreFocusOut: true,
  });
  return chosen?.accessKey;
}

async function fetchChannels(sessions: Sessions, entry: ShopEntry): Promise<readonly SalesChannel[]> {
  const title = t('Reading the sales channels of {0}…', entry.name);
  const options = { location: ProgressLocation.Notification, title, cancellable: true };
  return window.withProgress(options, async (_, token) => {
    const shop = await sessions.open(entry, 'admin', 'ask');
    return salesChannelsOf(shop, { signal: cancellable(token) });
  });
}

async function keep(entry: ShopEntry, accessKey: string): Promise<void> {
  if (entry.configuration !== undefined) return keepInConfiguration(Uri.parse(entry.configuration), entry, accessKey);
  if (entry.from !== 'user') return;
  const setting = workspace.getConfiguration();
  const own = setting.get<Record<string, object>>(shopsSetting, {});
  const definition = { ...own[entry.name], store: { accessKey } };
  await setting.update(shopsSetting, { ...own, [entry.name]: definition }, ConfigurationTarget.Global);
}

/** Saved at once where nothing else in the file waits for it. */
async function keepInConfiguration(uri: Uri, { name }: ShopEntry, accessKey: string): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const wasSaved = !document.isDirty;
  const edit = new WorkspaceEdit();
  for (const { offset, length, content } of setInShop(document.getText(), name, 'store', { accessKey })) {
    const range = new Range(document.positionAt(offset), document.positionAt(offset + length));
    edit.replace(uri, range, content);
  }
  await workspace.applyEdit(edit);
  if (wasSaved) await document.save();
}
