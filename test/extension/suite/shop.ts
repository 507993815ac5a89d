// What a connected shop changes, with the demo shop that comes with the extension.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { problemsOf, withCode } from './problems.ts';
import type { Tests } from './report.ts';
import { until } from './until.ts';
import { openFile } from './workspace.ts';

const unknownField = '{ "filter": [{ "type": "equals", "field": "manufacturre.name", "value": "x" }] }';

function tabs(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs);
}

function resultsOf(name: string): vscode.Tab | undefined {
  return tabs().find(({ label, input }) => label.includes(name) && input instanceof vscode.TabInputWebview);
}

export const shopTests: Tests = {
  'the demo shop makes certain what was a guess against the bundled schema': async () => {
    const { document } = await openFile('certain.product.swcriteria.json', unknownField);
    const severities = (all: readonly vscode.Diagnostic[]) => withCode(all, 'unknown-field').map((one) => one.severity);
    const shows = (severity: vscode.DiagnosticSeverity) => (all: readonly vscode.Diagnostic[]) =>
      severities(all).join() === String(severity);
    await problemsOf(document, 'a warning', shows(vscode.DiagnosticSeverity.Warning));
    await vscode.commands.executeCommand('swcriteria.openDemoShop');
    await vscode.window.showTextDocument(document);
    await problemsOf(document, 'an error', shows(vscode.DiagnosticSeverity.Error));
  },

  'offers the custom fields of the shop, and tells those that it does not have': async () => {
    const text = '{ "limit": 5, "sort": [{ "field": "manufacturer.customFields.rec_itn" }] }';
    const { document } = await openFile('custom.product.swcriteria.json', text);
    const shown = await problemsOf(
      document,
      'an unknown custom field',
      (all) => withCode(all, 'unknown-custom-field').length > 0,
    );
    const [unknown] = withCode(shown, 'unknown-custom-field');
    assert.equal(unknown?.severity, vscode.DiagnosticSeverity.Information);
    assert.equal(document.getText(unknown?.range), 'rec_itn');
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      document.positionAt(text.indexOf('rec_itn')),
    );
    const number = list.items.find(({ label }) => (typeof label === 'string' ? label : label.label) === 'rec_int');
    assert.equal(number?.detail, 'int');
  },

  'runs a criteria and shows its results beside it': async () => {
    const name = 'run.product.swcriteria.json';
    const editor = await openFile(name, '{ "limit": 3, "includes": { "product": ["id"] } }');
    await vscode.commands.executeCommand('swcriteria.run');
    const tab = await until('the results panel', () => resultsOf(name));
    assert.notEqual(tab.group.viewColumn, editor.viewColumn);
  },

  'marks what the shop refused at its place, until the file is edited': async () => {
    const text = `// @disable unknown-field\n${unknownField}`;
    const { document } = await openFile('refused.product.swcriteria.json', text);
    await vscode.commands.executeCommand('swcriteria.run');
    const refusals = (all: readonly vscode.Diagnostic[]) => withCode(all, 'FRAMEWORK__UNMAPPED_FIELD');
    const [refusal] = refusals(await problemsOf(document, 'the refusal', (all) => refusals(all).length > 0));
    assert.equal(refusal?.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(document.getText(refusal?.range), 'manufacturre');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '// Edited.\n');
    await vscode.workspace.applyEdit(edit);
    await problemsOf(document, 'the refusal to go', (all) => refusals(all).length === 0);
  },
};
