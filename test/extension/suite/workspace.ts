// The workspace of a test run, and the files in it.
import path from 'node:path';
import * as vscode from 'vscode';

/** The id of the extension under test. */
export const EXTENSION_ID = 'swcriteria.shopware-criteria';

/** The extension under test, installed from its package; throws when it is not there. */
export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension(EXTENSION_ID);
  if (!found) throw new Error(`${EXTENSION_ID} is not installed.`);
  return found;
}

function folder(): vscode.Uri {
  const first = vscode.workspace.workspaceFolders?.[0];
  if (!first) throw new Error('No workspace folder is open.');
  return first.uri;
}

/** Writes a file into the workspace and opens it in an editor. */
export async function openFile(name: string, text: string): Promise<vscode.TextEditor> {
  const uri = vscode.Uri.file(path.join(folder().fsPath, name));
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}
