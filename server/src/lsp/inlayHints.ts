import { type InlayHint, InlayHintKind, type InlayHintParams } from 'vscode-languageserver';
import { inlayHints } from '../features/inlayHints/inlayHints.ts';
import type { Session } from './session.ts';

export function serveInlayHints(session: Session): void {
  const { connection, runtime } = session;
  connection.languages.inlayHint.on(
    session.onDocument<InlayHintParams, InlayHint[]>(
      'Inlay hints',
      [],
      ({ analysis, context, positions }, { range }) => {
        if (context.inlayHints === false) return [];
        return inlayHints(analysis, positions.offset(range.start), positions.offset(range.end)).map(
          ({ offset, label, tooltip }) => ({
            position: positions.at(offset),
            label,
            kind: InlayHintKind.Type,
            tooltip: { kind: 'markdown', value: tooltip },
            paddingLeft: true,
          }),
        );
      },
    ),
  );
  runtime.onDidChange(() => {
    if (session.client.refreshesInlayHints) void connection.languages.inlayHint.refresh();
  });
}
