import { type Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { serveCodeActions } from './lsp/codeActions.ts';
import { serveCodeLenses } from './lsp/codeLens.ts';
import { serveCompletion } from './lsp/completion.ts';
import { serveDiagnostics } from './lsp/diagnostics.ts';
import { serveEntityPages } from './lsp/entityPages.ts';
import { serveFormatting } from './lsp/formatting.ts';
import { serveHover } from './lsp/hover.ts';
import { serveInlayHints } from './lsp/inlayHints.ts';
import { serveLifecycle } from './lsp/lifecycle.ts';
import { serveLinks } from './lsp/links.ts';
import { serveReferences } from './lsp/references.ts';
import { serveRequests } from './lsp/requests.ts';
import { serveSemanticTokens } from './lsp/semanticTokens.ts';
import { Session } from './lsp/session.ts';
import { serveStructure } from './lsp/structure.ts';
import { serveSymbols } from './lsp/symbols.ts';
import type { Runtime } from './runtime.ts';

/** Serves one editor over `connection` until it ends; whatever is outside of the documents is asked of `runtime`. */
export function startServer(connection: Connection, runtime: Runtime): void {
  const documents = new TextDocuments(TextDocument);
  const session = new Session(connection, runtime, documents);
  serveLifecycle(session);
  serveDiagnostics(session);
  serveCompletion(session);
  serveHover(session);
  serveCodeActions(session);
  serveSymbols(session);
  serveCodeLenses(session);
  serveEntityPages(session);
  serveReferences(session);
  serveLinks(session);
  serveInlayHints(session);
  serveSemanticTokens(session);
  serveStructure(session);
  serveFormatting(session);
  serveRequests(session);
  documents.listen(connection);
  connection.listen();
}
