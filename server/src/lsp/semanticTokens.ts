import {
  SemanticTokenModifiers,
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensLegend,
  type SemanticTokensParams,
  SemanticTokenTypes,
} from 'vscode-languageserver';
import { semanticTokens, TOKEN_TYPES, type TokenType } from '../features/semanticTokens/semanticTokens.ts';
import type { Session } from './session.ts';

/** The words of LSP, which every theme colours. */
const WORDS: Readonly<Record<TokenType, SemanticTokenTypes>> = {
  association: SemanticTokenTypes.namespace,
  field: SemanticTokenTypes.property,
  alias: SemanticTokenTypes.class,
  type: SemanticTokenTypes.type,
  operator: SemanticTokenTypes.operator,
  directive: SemanticTokenTypes.macro,
};

export const LEGEND: SemanticTokensLegend = {
  tokenTypes: TOKEN_TYPES.map((type) => WORDS[type]),
  tokenModifiers: [SemanticTokenModifiers.deprecated],
};

export function serveSemanticTokens(session: Session): void {
  const { connection, runtime } = session;
  connection.languages.semanticTokens.on(
    session.onDocument<SemanticTokensParams, SemanticTokens>(
      'Semantic tokens',
      { data: [] },
      ({ analysis, positions }) => {
        const builder = new SemanticTokensBuilder();
        for (const { start, end, type, deprecated } of semanticTokens(analysis)) {
          const { line, character } = positions.at(start);
          builder.push(line, character, end - start, TOKEN_TYPES.indexOf(type), deprecated ? 1 : 0);
        }
        return builder.build();
      },
    ),
  );
  runtime.onDidChange(() => {
    if (session.client.refreshesTokens) connection.languages.semanticTokens.refresh();
  });
}
