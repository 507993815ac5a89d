import { MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../../../server/src/server.ts';
import type { Io } from '../io/io.ts';
import { Project, type SurroundingsOptions } from '../project/surroundings.ts';
import { FileRuntime } from './fileRuntime.ts';

/**
 * Serves the editor on standard input and output until it says that it is done; the process ends then.
 * @throws {Failure} when the schema of the options cannot be used.
 */
export async function serve(options: Pick<SurroundingsOptions, 'schema'>, io: Io): Promise<never> {
  await new Project(io, options).optionsSchema();
  const connection = createConnection(ProposedFeatures.all);
  const say = (message: string) =>
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
  startServer(connection, new FileRuntime(options, io, say));
  return new Promise(() => {});
}
