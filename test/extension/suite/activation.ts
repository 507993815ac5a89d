// When the extension wakes up, and what it brings.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Tests } from './report.ts';
import { until } from './until.ts';
import { extension, openFile } from './workspace.ts';

const commands = ['run', 'addShop', 'selectShop', 'openDemoShop', 'newCriteria', 'reloadSchema', 'showEntity'];

export const activationTests: Tests = {
  'sleeps while no file, view or command of its own is used': async () => {
    await openFile('package.json', '{}');
    assert.equal(extension().isActive, false);
  },

  'wakes up for a criteria file, which has its own language': async () => {
    const editor = await openFile('product.swcriteria.json', '{ "limit": 5 }');
    assert.equal(editor.document.languageId, 'swcriteria');
    await until('the extension to be active', () => extension().isActive);
  },

  'has every promised command': async () => {
    await extension().activate();
    const known = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      commands.filter((name) => !known.has(`swcriteria.${name}`)),
      [],
    );
  },
};
