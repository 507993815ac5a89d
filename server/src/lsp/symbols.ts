import {
  type DocumentSymbol,
  type DocumentSymbolParams,
  SymbolKind as LspKind,
  type SymbolInformation,
} from 'vscode-languageserver';
import { type CriteriaSymbol, documentSymbols, type SymbolKind } from '../features/symbols/symbols.ts';
import type { Positions } from '../position.ts';
import type { Session } from './session.ts';

const KINDS: Readonly<Record<SymbolKind, LspKind>> = {
  key: LspKind.Property,
  list: LspKind.Array,
  filter: LspKind.Boolean,
  sorting: LspKind.Field,
  aggregation: LspKind.Function,
  association: LspKind.Interface,
  alias: LspKind.Object,
  value: LspKind.Constant,
};

export function serveSymbols(session: Session): void {
  session.connection.onDocumentSymbol(
    session.onDocument<DocumentSymbolParams, DocumentSymbol[] | SymbolInformation[]>(
      'Symbols',
      [],
      ({ analysis, positions, client, document }) => {
        const symbols = documentSymbols(analysis);
        if (client.nestedSymbols) return symbols.map((symbol) => toSymbol(symbol, positions));
        return symbols.flatMap((symbol) => flatten(symbol, document.uri, positions));
      },
    ),
  );
}

function toSymbol(symbol: CriteriaSymbol, positions: Positions): DocumentSymbol {
  const { name, detail, kind, start, end, nameStart, nameEnd, children } = symbol;
  return {
    name: nameOrDots(name),
    detail,
    kind: KINDS[kind],
    range: positions.range(start, end),
    selectionRange: positions.range(nameStart, nameEnd),
    children: children.map((child) => toSymbol(child, positions)),
  };
}

function flatten(symbol: CriteriaSymbol, uri: string, positions: Positions, container?: string): SymbolInformation[] {
  const { name, kind, start, end, children } = symbol;
  const path = container === undefined ? nameOrDots(name) : `${container} › ${nameOrDots(name)}`;
  const location = { uri, range: positions.range(start, end) };
  return [
    { name: path, kind: KINDS[kind], location },
    ...children.flatMap((child) => flatten(child, uri, positions, path)),
  ];
}

/** An editor refuses a symbol without a name: a half-typed filter has none. */
function nameOrDots(name: string): string {
  return name.trim() === '' ? '…' : name;
}
