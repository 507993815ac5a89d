import { type ExtensionContext, window } from 'vscode';
import { registerCommands } from './commands.ts';
import { Disposables } from './disposables.ts';
import { editorLanguage } from './editorLanguage.ts';
import { handlersOf } from './handlers.ts';
import { useLanguage } from './language.ts';
import { buildParts } from './parts.ts';

/** Builds the parts, wires them, ends. */
export function activate(context: ExtensionContext): void {
  useLanguage(editorLanguage());
  const owner = new Disposables();
  context.subscriptions.push(owner);
  const log = owner.add(window.createOutputChannel('Shopware Criteria', { log: true }));
  const parts = buildParts(context, log, owner);
  for (const command of registerCommands(handlersOf(parts), log)) owner.add(command);
}
