import { commands, type Disposable, type LogOutputChannel, window } from 'vscode';
import { type CommandName, commandId, commandNames } from './commandNames.ts';
import { failureOf, sentencesOf } from './connections/failure.ts';

/** What a command does with its arguments, which can be anything. */
export type CommandHandler = (argument?: unknown, second?: unknown) => unknown;

/** Registers commands by their ids; what one of them throws is told in a sentence. */
export function registerCommands(
  handlers: Readonly<Record<CommandName, CommandHandler>>,
  log: LogOutputChannel,
): Disposable[] {
  return commandNames.map((name) =>
    commands.registerCommand(commandId(name), async (argument: unknown, second: unknown) => {
      try {
        await handlers[name](argument, second);
      } catch (error) {
        const sentences = sentencesOf(failureOf(error));
        log.error(`${name}: ${sentences}`);
        window.showErrorMessage(sentences);
      }
    }),
  );
}
