import { t } from '@vscode/l10n';
import { type CodeAction, commands, Range, type TextEditor, type Uri, window } from 'vscode';
import { SORT_KEYS } from '../../server/src/protocol.ts';
import type { LanguageServer } from './languageClient.ts';

/** Puts the keys of a document into the documented order, or says why none was moved. */
export async function sortKeys(server: LanguageServer, uri: Uri): Promise<void> {
  const editor = await window.showTextDocument(uri);
  await server.start();
  await sortIn(editor);
}

/**
 * Asks for the edit here, as VS Code's own command for source actions does nothing, without a word, when findings arrive
 * while it waits. Where the text changes meanwhile, the edit is another one.
 */
async function sortIn(editor: TextEditor): Promise<void> {
  const { document } = editor;
  const { uri, version, lineCount } = document;
  const all = document.validateRange(new Range(0, 0, lineCount, 0));
  const actions = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, all, SORT_KEYS);
  const action = actions.find(({ kind }) => kind?.value === SORT_KEYS);
  const done = document.version === version && (await apply(editor, action));
  if (!done && document.version !== version) await sortIn(editor);
}

/** Whether nothing is left to do: an editor refuses an edit of a text that it does not have any more. */
async function apply(editor: TextEditor, action: CodeAction | undefined): Promise<boolean> {
  const edits = action?.edit?.get(editor.document.uri);
  if (edits !== undefined) {
    return editor.edit((builder) => {
      for (const { range, newText } of edits) builder.replace(range, newText);
    });
  }
  const said = t('No keys moved: they are in order, or a syntax error or a comment is in the way');
  window.setStatusBarMessage(said, 5000);
  return true;
}
