import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { commands, ProgressLocation, window } from 'vscode';
import { cancellable } from '../cancellable.ts';
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
  const refreshed = await attempt(parts, entry, `Reading the schema of ${entry.name}…`, (options) =>
    parts.schemas.refresh(entry, 'ask', options),
  );
  if (refreshed === undefined) return;
  if (refreshed.differsFromFile !== undefined) {
    await offerFile(entry, refreshed.differsFromFile);
  } else if (refreshed.changed) {
    const about = refreshed.reference.version === undefined ? '' : ` (Shopware ${refreshed.reference.version})`;
    window.setStatusBarMessage(`$(check) ${before ? 'New schema' : 'Schema'} of ${entry.name}${about}`, 5000);
  } else {
    await offerCache(parts, entry);
  }
}

/** Says once that a shop's schema could not be read in the background, with a way out. */
export async function tellFailure({ entry, message }: RefreshFailure): Promise<void> {
  const tryAgain = 'Try Again';
  const fallback = 'Until then criteria are checked against the last known schema, or that of a plain Shopware.';
  const said = `The schema of "${entry.name}" could not be read: ${message} ${fallback}`;
  const chosen = await window.showInformationMessage(said, tryAgain);
  if (chosen === tryAgain) await commands.executeCommand('swcriteria.reloadSchema', { entry });
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
  const clear = "Clear the Shop's Cache…";
  const said = `The schema of "${entry.name}" is the same as before. Shopware caches it: a new plugin or custom field shows up only after the shop's cache was cleared.`;
  if ((await window.showInformationMessage(said, clear)) !== clear) return;
  const consent = 'Clear Cache';
  const live = entry.definition.production ? 'This is a live shop. ' : '';
  const answer = await window.showWarningMessage(
    `Clear the cache of ${originOfEntry(entry)}?`,
    { modal: true, detail: `${live}The shop answers more slowly until its cache is filled again.` },
    consent,
  );
  if (answer !== consent) return;
  const refreshed = await attempt(parts, entry, `Clearing the cache of ${entry.name}…`, async (options) => {
    const shop = await parts.sessions.open(entry, 'admin', 'ask');
    await shop.clearCache(options);
    return parts.schemas.refresh(entry, 'ask', options);
  });
  if (refreshed !== undefined) sayAfterClearing(entry, refreshed);
}

function sayAfterClearing(entry: ShopEntry, { changed }: Refreshed): void {
  const news = changed ? `"${entry.name}" has a new schema.` : `The schema of "${entry.name}" is still the same.`;
  window.showInformationMessage(`The cache was cleared. ${news}`);
}

async function offerFile(entry: ShopEntry, { file, text }: NonNullable<Refreshed['differsFromFile']>): Promise<void> {
  const update = 'Update the File';
  const chosen = await window.showInformationMessage(
    `The schema of "${entry.name}" differs from ${file}, which criteria are checked against.`,
    update,
  );
  if (chosen === update) await writeFile(path.resolve(entry.folder, file), text);
}
