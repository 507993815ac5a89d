import type { ClientCapabilities } from 'vscode-languageserver';
import type { InitializationOptions } from '../protocol.ts';

/** What the editor can do, as far as it matters here. */
export interface ClientFeatures {
  readonly options: InitializationOptions;
  /** Asks for diagnostics by itself. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesLenses: boolean;
  readonly refreshesInlayHints: boolean;
  readonly refreshesTokens: boolean;
  /** Shows documents that only the server knows: the pages of entities. */
  readonly virtualDocuments: boolean;
  /** Completions may have tab stops. */
  readonly snippets: boolean;
  /** Asks for the documentation of a completion when it is looked at. */
  readonly resolvesDocumentation: boolean;
  /** Marks the one completion that is right. */
  readonly preselects: boolean;
  /** Documentation of completions may be Markdown. */
  readonly completionMarkdown: boolean;
  /** Edits of fixes may have tab stops. */
  readonly snippetEdits: boolean;
  /** Edits may name the version of the document that they were made for. */
  readonly documentChanges: boolean;
  readonly nestedSymbols: boolean;
  readonly markdown: boolean;
}

interface Introduction {
  readonly capabilities: ClientCapabilities;
  readonly initializationOptions?: unknown;
}

/** Reads what the editor said when it started the server. */
export function featuresOf({ capabilities, initializationOptions }: Introduction): ClientFeatures {
  const { textDocument, workspace } = capabilities;
  const formats = textDocument?.hover?.contentFormat;
  const item = textDocument?.completion?.completionItem;
  return {
    options: readOptions(initializationOptions),
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport ?? false,
    refreshesLenses: workspace?.codeLens?.refreshSupport ?? false,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport ?? false,
    refreshesTokens: workspace?.semanticTokens?.refreshSupport ?? false,
    virtualDocuments: workspace?.textDocumentContent !== undefined,
    snippets: item?.snippetSupport ?? false,
    resolvesDocumentation: item?.resolveSupport?.properties.includes('documentation') ?? false,
    preselects: item?.preselectSupport ?? false,
    completionMarkdown: item?.documentationFormat?.includes('markdown') ?? true,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport ?? false,
    documentChanges: workspace?.workspaceEdit?.documentChanges ?? false,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false,
    markdown: formats === undefined || formats.includes('markdown'),
  };
}

/** The options come from any editor's configuration: what is not as expected is left out. */
function readOptions(value: unknown): InitializationOptions {
  const { commands, answersContext, texts } = Object(value);
  return {
    ...(Array.isArray(commands) ? { commands: commands.filter((name) => typeof name === 'string') } : {}),
    ...(typeof answersContext === 'boolean' ? { answersContext } : {}),
    ...(typeof texts === 'object' && texts !== null ? { texts: readTexts(texts) } : {}),
  };
}

function readTexts(texts: object): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => typeof text === 'string'));
}
