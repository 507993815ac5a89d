import { t } from '@vscode/l10n';
import { type CodeAction, commands, Range, type TextDocument, type Uri, window, workspace } from 'vscode';
import { SORT_KEYS } from '../../server/src/protocol.ts';

/** Puts the keys of a document into the documented order, or says that they are in it. */
export async function sortKeys(uri: Uri): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const edit = (await sourceAction(document))?.edit;
  if (edit !== undefined) await workspace.applyEdit(edit);
  else window.setStatusBarMessage(`$(check) ${t('The keys are in the documented order')}`, 3000);
}

/**
 * Asked for here, as VS Code's own command for source actions does nothing, without a word, when findings arrive while
 * it waits.
 */
async function sourceAction(document: TextDocument): Promise<CodeAction | undefined> {
  const { uri, version, lineCount } = document;
  const all = document.validateRange(new Range(0, 0, lineCount, 0));
  const actions = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, all, SORT_KEYS);
  if (document.version !== version) return sourceAction(document);
  return actions.find(({ kind }) => kind?.value === SORT_KEYS);
}
