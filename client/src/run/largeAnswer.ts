import { homedir } from 'node:os';
import path from 'node:path';
import { t } from '@vscode/l10n';
import { commands, ProgressLocation, Uri, window, workspace } from 'vscode';
import type { SavedAnswer } from '../../../shop/src/index.ts';
import { cancellable } from '../cancellable.ts';
import { failureOf } from '../connections/failure.ts';
import type { Sessions } from '../connections/sessions.ts';
import { bytesOf } from '../format.ts';
import { receiving } from '../receiving.ts';
import type { PreparedRun } from './preparedRun.ts';

/** What can be done about an answer that passed the size limit. */
export type LargeAnswerAction = 'saveToFile' | 'liftLimit';

const megabyte = 1024 * 1024;

/** The largest answer that the results show, in bytes: what the setting says in MB. */
export function answerLimit(): number {
  return workspace.getConfiguration('swcriteria').get('results.maximumSize', 64) * megabyte;
}

/** The words on the buttons, in their order. A limit that is lifted already cannot be lifted again. */
export function largeAnswerButtons(
  maxBytes: number | undefined,
): readonly { readonly id: LargeAnswerAction; readonly label: string }[] {
  const save = { id: 'saveToFile', label: t('Save to File…') } as const;
  return maxBytes === Number.POSITIVE_INFINITY ? [save] : [save, { id: 'liftLimit', label: t('Lift the Limit') }];
}

/**
 * Sends a request again and writes its answer, of any size, into a file that the person chooses. Nothing is left of a
 * file that did not become complete.
 *
 * @throws NotConnected, ShopError. Nothing where the person cancels.
 */
export async function saveAnswer(sessions: Sessions, document: Uri, prepared: PreparedRun): Promise<void> {
  const file = await askFile(document);
  if (file === undefined) return;
  const options = {
    location: ProgressLocation.Notification,
    title: t('Saving the answer of {0} to {1}', prepared.entry.name, path.basename(file.fsPath)),
    cancellable: true,
  };
  try {
    const saved = await window.withProgress(options, async (progress, token): Promise<SavedAnswer> => {
      const shop = await sessions.open(prepared.entry, prepared.request.api, 'ask');
      const call = { signal: cancellable(token), onProgress: receiving(progress) };
      return shop.saveTo({ ...prepared.request, ...call, method: 'POST' }, file.fsPath);
    });
    await tellSaved(file, saved);
  } catch (error) {
    if (!failureOf(error).cancelled) throw error;
  }
}

async function askFile(document: Uri): Promise<Uri | undefined> {
  const name = path.posix.basename(document.path).replace(/(\.swcriteria)?\.json$/, '');
  const folder = document.scheme === 'file' ? path.dirname(document.fsPath) : homedir();
  const file = await window.showSaveDialog({
    title: t('Save the Answer'),
    defaultUri: Uri.file(path.join(folder, `${name}.answer.json`)),
    filters: { JSON: ['json'] },
  });
  if (file === undefined || file.scheme === 'file') return file;
  throw new Error(t('The answer can only be saved on a disk: {0} is somewhere else.', file.toString()));
}

async function tellSaved(file: Uri, { bytes }: SavedAnswer): Promise<void> {
  const open = t('Open');
  const reveal = t('Show in Folder');
  const said = t('{0} were written to {1}.', bytesOf(bytes), path.basename(file.fsPath));
  const chosen = await window.showInformationMessage(said, open, reveal);
  if (chosen === open) await commands.executeCommand('vscode.open', file);
  if (chosen === reveal) await commands.executeCommand('revealFileInOS', file);
}
