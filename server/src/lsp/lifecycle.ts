import { config } from '@vscode/l10n';
import { CodeActionKind, type InitializeResult, TextDocumentSyncKind } from 'vscode-languageserver';
import { TRIGGER_CHARACTERS } from '../features/completion/triggers.ts';
import { SORT_KEYS } from '../protocol.ts';
import { featuresOf } from './client.ts';
import { FIX_ALL } from './codeActions.ts';
import { SOURCE } from './diagnostics.ts';
import { readingCapabilities } from './readingCapabilities.ts';
import type { Session } from './session.ts';

/** Begins the conversation: what the editor can do, and what it may ask of us. */
export function serveLifecycle(session: Session): void {
  session.connection.onInitialize((params): InitializeResult => {
    session.client = featuresOf(params);
    config({ contents: session.client.options.texts ?? {} });
    session.runtime.begin?.(session.client.options);
    const { pullsDiagnostics, resolvesDocumentation } = session.client;
    return {
      serverInfo: { name: SOURCE },
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        completionProvider: { triggerCharacters: TRIGGER_CHARACTERS, resolveProvider: resolvesDocumentation },
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.Refactor, SORT_KEYS, FIX_ALL] },
        documentSymbolProvider: true,
        codeLensProvider: { resolveProvider: false },
        ...readingCapabilities(session.client),
        ...(pullsDiagnostics
          ? { diagnosticProvider: { identifier: SOURCE, interFileDependencies: false, workspaceDiagnostics: false } }
          : {}),
      },
    };
  });
}
