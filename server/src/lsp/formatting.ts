import type { DocumentFormattingParams, DocumentRangeFormattingParams, TextEdit } from 'vscode-languageserver';
import { formattingEdits, formattingEditsWithin } from '../features/formatting/formatting.ts';
import type { Positions } from '../position.ts';
import type { Edit } from '../rules/rule.ts';
import type { Session } from './session.ts';

export function serveFormatting(session: Session): void {
  const { connection } = session;
  connection.onDocumentFormatting(
    session.onDocument<DocumentFormattingParams, TextEdit[]>('Formatting', [], ({ document, positions }, { options }) =>
      toEdits(formattingEdits(document.getText(), options), positions),
    ),
  );
  connection.onDocumentRangeFormatting(
    session.onDocument<DocumentRangeFormattingParams, TextEdit[]>(
      'Formatting',
      [],
      ({ document, positions }, { options, range }) => {
        const lines = { start: positions.offset(range.start), end: positions.offset(range.end) };
        return toEdits(formattingEditsWithin(document.getText(), options, lines), positions);
      },
    ),
  );
}

function toEdits(edits: readonly Edit[], positions: Positions): TextEdit[] {
  return edits.map(({ start, end, text }) => ({ range: positions.range(start, end), newText: text }));
}
