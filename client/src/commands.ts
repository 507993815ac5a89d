import { commands, type Disposable, type LogOutputChannel, window } from 'vscode';
import { failureOf, sentencesOf } from './connections/failure.ts';

/** The commands that lenses, fixes and hovers of the language server may name. */
export const serverCommands = [
  'swcriteria.run',
  'swcriteria.addShop',
  'swcriteria.selectShop',
  'swcriteria.openDemoShop',
  'swcriteria.newCriteria',
  'swcriteria.reloadSchema',
  'swcriteria.showEntity',
  'editor.action.triggerSuggest',
] as const;

/** What a command does with its arguments, which can be anything. */
export type CommandHandler = (argument?: unknown, second?: unknown) => unknown;

/** Registers commands by their ids; what one of them throws is told in a sentence. */
export function registerCommands(
  handlers: Readonly<Record<string, CommandHandler>>,
  log: LogOutputChannel,
): Disposable[] {
  return Object.entries(handlers).map(([id, handler]) =>
    commands.registerCommand(`swcriteria.${id}`, async (argument: unknown, second: unknown) => {
      try {
        await handler(argument, second);
      } catch (error) {
        const sentences = sentencesOf(failureOf(error));
        log.error(`${id}: ${sentences}`);
        window.showErrorMessage(sentences);
      }
    }),
  );
}
