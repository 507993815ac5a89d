import { t } from '@vscode/l10n';
import type { Connection } from 'vscode-languageserver';
import { type ContextRequest, type DocumentRequest, METHODS, type SchemaRequest } from '../protocol.ts';
import { BARE_CONTEXT, type Runtime } from '../runtime.ts';

/** Asks the editor, which keeps shops and schemas, if it answers such questions; otherwise there is no shop at all. */
export function clientRuntime(connection: Connection, docs: string): Runtime {
  const listeners: (() => void)[] = [];
  let answers = false;
  connection.onNotification(METHODS.worldChanged, () => {
    for (const listener of listeners) listener();
  });
  return {
    docs,
    begin: ({ answersContext }) => {
      answers = answersContext ?? false;
    },
    context: async (uri, directives) => {
      if (!answers) return BARE_CONTEXT;
      return connection.sendRequest(METHODS.context, { uri, directives } satisfies ContextRequest);
    },
    schema: async (id) => {
      if (!answers) return { error: t('This editor does not provide schemas.') };
      return connection.sendRequest(METHODS.schema, { id } satisfies SchemaRequest);
    },
    criteriaFiles: async () => (answers ? connection.sendRequest(METHODS.criteriaFiles) : []),
    criteriaText: async (uri) => {
      if (!answers) return null;
      return connection.sendRequest(METHODS.criteriaText, { uri } satisfies DocumentRequest);
    },
    onDidChange: (listener) => void listeners.push(listener),
  };
}
