import { t } from '@vscode/l10n';
import { commands, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import { type CommandName, commandId } from '../commandNames.ts';
import { originOfEntry, type ShopEntry } from './shopEntry.ts';
import type { Shops } from './shops.ts';

interface ShopItem extends QuickPickItem {
  readonly entry?: ShopEntry;
  readonly command?: CommandName;
}

/** Lets the person choose the active shop of the workspace. */
export async function selectShop(shops: Shops): Promise<ShopEntry | undefined> {
  const [entries, active] = await Promise.all([shops.list(), shops.active()]);
  const items: ShopItem[] = [
    ...entries.map((entry) => itemOf(entry, entry.key === active?.key)),
    { label: '', kind: QuickPickItemKind.Separator },
    { label: `$(add) ${t('Add Shop…')}`, command: 'addShop' },
    { label: `$(rocket) ${t('Open Demo Shop')}`, command: 'openDemoShop' },
  ];
  const chosen = await window.showQuickPick(items, {
    title: t('Select Shop'),
    placeHolder: t('Criteria that name no shop belong to…'),
    matchOnDescription: true,
  });
  if (chosen?.command !== undefined) await commands.executeCommand(commandId(chosen.command));
  if (chosen?.entry !== undefined) await shops.use(chosen.entry);
  return chosen?.entry;
}

const sources = (): Readonly<Record<ShopEntry['from'], string>> => ({
  configuration: t('from swcriteria.config.json'),
  user: t('your own'),
  demo: t('on this machine'),
});

function itemOf(entry: ShopEntry, active: boolean): ShopItem {
  const source = sources()[entry.from];
  const icon = active ? 'check' : entry.definition.production ? 'flame' : 'plug';
  const about = entry.definition.production ? `${source}, ${t('production shop')}` : source;
  return {
    label: `$(${icon}) ${entry.name}`,
    description: `${originOfEntry(entry)} (${about})`,
    entry,
  };
}
