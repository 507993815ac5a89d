import { type CodeLens, type CodeLensParams, CodeLensRefreshRequest } from 'vscode-languageserver';
import { codeLenses } from '../features/codeLens/codeLens.ts';
import type { Session } from './session.ts';

export function serveCodeLenses(session: Session): void {
  session.connection.onCodeLens(
    session.onDocument<CodeLensParams, CodeLens[]>('Code lenses', [], ({ analysis, context, positions, client }) => {
      const range = positions.range(0, 0);
      return codeLenses(analysis, context)
        .filter(({ command }) => client.options.commands?.includes(command))
        .map(({ title, command, arguments: args }) => ({ range, command: { title, command, arguments: [...args] } }));
    }),
  );
  session.runtime.onDidChange(() => {
    if (session.client.refreshesLenses) void session.connection.sendRequest(CodeLensRefreshRequest.type);
  });
}
