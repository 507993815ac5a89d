import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { t } from '@vscode/l10n';
import { commands, ProgressLocation, window } from 'vscode';
import { cancellable } from '../cancellable.ts';
import { commandId } from '../commandNames.ts';
import { receiving } from '../receiving.ts';
import { failureOf } from './failure.ts';
import type { Remedies } from './remedies.ts';
import type { ReadOptions, Refreshed, RefreshFailure, Schemas } from './schemas.ts';
import type { Sessions } from './sessions.ts';
import { originOfEntry, type ShopEntry } from './shopEntry.ts';

/** The parts that reloading a schema needs. */
export interface ReloadParts {
  readonly schemas: Schemas;
  readonly sessions: Sessions;
  readonly remedies: Remedies;
}

/** Reads the schema of a shop now, and says what came of it. */
export async function reloadSchema(parts: ReloadParts, entry: ShopEntry): Promise<void> {
  const before = await parts.schemas.referenceFor(entry);
  const refreshed = await attempt(parts, entry, t('Reading the schema of {0}…', entry.name), (options) =>
    parts.schemas.refresh(entry, 'ask', options),
  );
  if (refreshed === undefined) return;
  if (refreshed.differsFromFile !== undefined) {
    await offerFile(entry, refreshed.differsFromFile);
  } else if (refreshed.changed) {
    const { version } = refreshed.reference;
    const shop = version === undefined ? entry.name : `${entry.name} (Shopware ${version})`;
    const said = before ? t('New schema of {0}', shop) : t('Schema of {0}', shop);
    window.setStatusBarMessage(`$(check) ${said}`, 5000);
  } else {
    await offerCache(parts, entry);
  }
}

/** Says once that a shop's schema could not be read in the background, with a way out. */
export async function tellFailure({ entry, message }: RefreshFailure): Promise<void> {
  const tryAgain = t('Try Again');
  const said = t('The schema of "{0}" could not be read: {1}', entry.name, message);
  const fallback = t('Until then criteria are checked against the last known schema, or that of a plain Shopware.');
  const chosen = await window.showInformationMessage(`${said} ${fallback}`, tryAgain);
  if (chosen === tryAgain) await commands.executeCommand(commandId('reloadSchema'), { entry });
}

/** Shows progress, offers remedies for failures, and tries again where one was taken. Undefined: given up. */
async function attempt<T>(
  { remedies }: ReloadParts,
  entry: ShopEntry,
  title: string,
  action: (options: ReadOptions) => Promise<T>,
): Promise<T | undefined> {
  const options = { location: ProgressLocation.Notification, title, cancellable: true };
  for (;;) {
    try {
      return await window.withProgress(options, (progress, token) =>
        action({ signal: cancellable(token), onProgress: receiving(progress) }),
      );
    } catch (error) {
      const failure = failureOf(error);
      if (failure.cancelled || !(await remedies.offer(failure, entry))) return undefined;
    }
  }
}

async function offerCache(parts: ReloadParts, entry: ShopEntry): Promise<void> {
  const clear = t("Clear the Shop's Cache…");
  const said = t(
    'The schema of "{0}" is the same as before. Shopware caches it: a new plugin or custom entity shows up only after the shop\'s cache was cleared.',
    entry.name,
  );
  if ((await window.showInformationMessage(said, clear)) !== clear) return;
  const consent = t('Clear Cache');
  const slower = t('The shop answers more slowly until its cache is filled again.');
  const detail = entry.definition.production ? `${t('This is a production shop.')} ${slower}` : slower;
  const answer = await window.showWarningMessage(
    t('Clear the cache of {0}?', originOfEntry(entry)),
    { modal: true, detail },
    consent,
  );
  if (answer !== consent) return;
  const refreshed = await attempt(parts, entry, t('Clearing the cache of {0}…', entry.name), async (options) => {
    const shop = await parts.sessions.open(entry, 'admin', 'ask');
    await shop.clearCache(options);
    return parts.schemas.refresh(entry, 'ask', options);
  });
  if (refreshed !== undefined) sayAfterClearing(entry, refreshed);
}

function sayAfterClearing(entry: ShopEntry, { changed }: Refreshed): void {
  const news = changed
    ? t('"{0}" has a new schema.', entry.name)
    : t('The schema of "{0}" is still the same.', entry.name);
  window.showInformationMessage(`${t('The cache was cleared.')} ${news}`);
}

async function offerFile(entry: ShopEntry, { file, text }: NonNullable<Refreshed['differsFromFile']>): Promise<void> {
  const update = t('Update the File');
  const chosen = await window.showInformationMessage(
    t('The schema of "{0}" differs from {1}, which criteria are checked against.', entry.name, file),
    update,
  );
  if (chosen === update) await writeFile(path.resolve(entry.folder, file), text);
}
