import { MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../../../server/src/server.ts';
import type { Io } from '../io/io.ts';
import type { SurroundingsOptions } from '../project/surroundings.ts';
import { FileRuntime } from './fileRuntime.ts';

/** Serves the editor on standard input and output until it says that it is done; the process ends then. */
export async function serve(options: Pick<SurroundingsOptions, 'schema'>, io: Io): Promise<never> {
  const connection = createConnection(ProposedFeatures.all);
  const say = (message: string) =>
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
  startServer(connection, new FileRuntime(options, io, say));
  return new Promise(() => {});
}
