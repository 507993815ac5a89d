// What the language server does in the editor, through the extension.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { problemsOf, withCode } from './problems.ts';
import type { Tests } from './report.ts';
import { openFile } from './workspace.ts';

const misspelt = '{\n  "filter": [{ "type": "equals", "field": "manufacturre.name", "value": "x" }]\n}\n';

function labels(list: vscode.CompletionList): string[] {
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

export const languageTests: Tests = {
  'marks an unknown field exactly where it stands, and mends it': async () => {
    const { document } = await openFile('broken.product.swcriteria.json', misspelt);
    const unknown = (all: readonly vscode.Diagnostic[]) => withCode(all, 'unknown-field');
    const all = await problemsOf(document, 'an unknown field', (problems) => unknown(problems).length > 0);
    const [problem] = unknown(all);
    assert.ok(problem);
    assert.equal(document.getText(problem.range), 'manufacturre');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      problem.range,
    );
    const fix = actions.find(({ title }) => title === 'Change to "manufacturer.name"');
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

  'offers a lens that runs the file': async () => {
    const { document } = await openFile('lens.product.swcriteria.json', '{ "limit": 5 }');
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
      10,
    );
    const titles = lenses.map(({ command }) => `${command?.command}: ${command?.title}`);
    assert.ok(
      lenses.some(({ command }) => command?.command === 'swcriteria.run'),
      `lenses: ${titles.join(', ')}`,
    );
  },

  'says what a field is when it is hovered over': async () => {
    const text = '{ "sort": [{ "field": "manufacturer.name" }] }';
    const { document } = await openFile('hover.product.swcriteria.json', text);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      document.positionAt(text.indexOf('.name') + 2),
    );
    const words = hovers.flatMap(({ contents }) =>
      contents.map((part) => (typeof part === 'string' ? part : part.value)),
    );
    assert.match(words.join('\n'), /product_manufacturer/);
  },
};
