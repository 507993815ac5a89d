// What the language server does in the editor, through the extension.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Tests } from './report.ts';
import { until } from './until.ts';
import { openFile } from './workspace.ts';

const misspelt = '{\n  "filter": [{ "type": "equals", "field": "manufacturre.name", "value": "x" }]\n}\n';

function codeOf({ code }: vscode.Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}

async function problems(document: vscode.TextDocument): Promise<readonly vscode.Diagnostic[]> {
  return until('a diagnostic', () => {
    const found = vscode.languages.getDiagnostics(document.uri);
    return found.length > 0 && found;
  });
}

function labels(list: vscode.CompletionList): string[] {
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

export const languageTests: Tests = {
  'marks an unknown field exactly where it stands, and mends it': async () => {
    const { document } = await openFile('broken.product.swcriteria.json', misspelt);
    const [problem] = await problems(document);
    assert.ok(problem);
    assert.equal(codeOf(problem), 'unknown-field');
    assert.equal(document.getText(problem.range), 'manufacturre');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      problem.range,
    );
    const fix = actions.find(({ title }) => title === 'Change to "manufacturer"');
    assert.ok(fix?.edit, `the fix is offered: ${actions.map(({ title }) => title).join(', ')}`);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.match(document.getText(), /"manufacturer\.name"/);
  },

  'completes the fields of an association inside a string': async () => {
    const text = '{ "filter": [{ "type": "equals", "field": "manufacturer." }] }';
    const { document } = await openFile('complete.product.swcriteria.json', text);
    const position = document.positionAt(text.indexOf('manufacturer.') + 'manufacturer.'.length);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      position,
    );
    const offered = labels(list);
    assert.ok(offered.includes('link') && offered.includes('media'), `offered: ${offered.join(', ')}`);
  },
};
