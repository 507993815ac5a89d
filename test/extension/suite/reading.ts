// What helps to read and move around in the editor, through the extension.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Tests } from './report.ts';
import { until } from './until.ts';
import { openFile } from './workspace.ts';

const text = '{\n  "associations": { "media": {} },\n  "sort": "manufacturer.name"\n}\n';

const unsorted = '{\n  "limit": 1,\n  "page": 2,\n  "associations": {\n    "media": {}\n  }\n}\n';
const sorted = '{\n  "associations": {\n    "media": {}\n  },\n  "page": 2,\n  "limit": 1\n}\n';

async function open(name: string): Promise<{ document: vscode.TextDocument; cursor: vscode.Position }> {
  const { document } = await openFile(`${name}.product.swcriteria.json`, text);
  return { document, cursor: document.positionAt(text.indexOf('.name') + 2) };
}

export const readingTests: Tests = {
  'goes to a property on the page of its entity': async () => {
    const { document, cursor } = await open('definition');
    const links = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      cursor,
    );
    const [link] = links;
    assert.ok(link && 'targetUri' in link, 'there is a definition');
    const page = await vscode.workspace.openTextDocument(link.targetUri);
    assert.equal(page.languageId, 'markdown');
    assert.match(page.lineAt(link.targetRange.start.line).text, /^- `name` — string/);
  },

  'finds the uses of a property in files that are not open': async () => {
    const { uri } = vscode.workspace.workspaceFolders?.[0] ?? {};
    assert.ok(uri);
    const other = vscode.Uri.joinPath(uri, 'other.product.swcriteria.json');
    await vscode.workspace.fs.writeFile(other, new TextEncoder().encode('{"filter": {"manufacturer.name": "x"}}'));
    const { document, cursor } = await open('references');
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      cursor,
    );
    const files = found.map((location) => location.uri.toString());
    assert.ok(files.includes(other.toString()) && files.includes(document.uri.toString()), files.join(', '));
  },

  'shows the entity behind an association, until a setting says no': async () => {
    const { document } = await open('hints');
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = async () => {
      const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        all,
      );
      return found.map(({ label }) => label);
    };
    assert.deepEqual(await hints(), ['product_media[]']);
    const settings = vscode.workspace.getConfiguration('swcriteria');
    await settings.update('inlayHints.enabled', false, vscode.ConfigurationTarget.Global);
    try {
      await until('the hints to go away', async () => (await hints()).length === 0);
    } finally {
      await settings.update('inlayHints.enabled', undefined, vscode.ConfigurationTarget.Global);
    }
  },

  'sorts keys by a command': async () => {
    const { document } = await openFile('keys.product.swcriteria.json', unsorted);
    await vscode.commands.executeCommand('swcriteria.sortKeys');
    assert.equal(document.getText(), sorted);
  },

  'sorts keys once, however often that is asked for while the language server starts': async () => {
    const { document } = await openFile('early.product.swcriteria.json', unsorted);
    const restarted = vscode.commands.executeCommand('swcriteria.restartServer');
    await Promise.all([1, 2, 3].map(() => vscode.commands.executeCommand('swcriteria.sortKeys')));
    assert.equal(document.getText(), sorted);
    await restarted;
  },
};
