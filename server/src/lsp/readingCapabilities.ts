import type { ServerCapabilities } from 'vscode-languageserver';
import { PAGE_SCHEME } from '../features/entityPage/address.ts';
import type { ClientFeatures } from './client.ts';
import { LEGEND } from './semanticTokens.ts';

/** What helps to read and move around. What leads to the page of an entity is for editors that can show one. */
export function readingCapabilities({ virtualDocuments }: ClientFeatures): ServerCapabilities {
  return {
    documentHighlightProvider: true,
    referencesProvider: true,
    documentLinkProvider: { resolveProvider: false },
    inlayHintProvider: { resolveProvider: false },
    semanticTokensProvider: { legend: LEGEND, full: true },
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    ...(virtualDocuments
      ? {
          definitionProvider: true,
          workspaceSymbolProvider: { resolveProvider: false },
          workspace: { textDocumentContent: { schemes: [PAGE_SCHEME] } },
        }
      : {}),
  };
}
