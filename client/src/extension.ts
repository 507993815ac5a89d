import { config } from '@vscode/l10n';
import { type ExtensionContext, l10n, window } from 'vscode';
import { registerCommands } from './commands.ts';
import { Disposables } from './disposables.ts';
import { handlersOf } from './handlers.ts';
import { buildParts } from './parts.ts';

/** Builds the parts, wires them, ends. */
export function activate(context: ExtensionContext): void {
  config({ contents: l10n.bundle ?? {} });
  const owner = new Disposables();
  context.subscriptions.push(owner);
  const log = owner.add(window.createOutputChannel('Shopware Criteria', { log: true }));
  const parts = buildParts(context, log, owner);
  for (const command of registerCommands(handlersOf(parts), log)) owner.add(command);
}
