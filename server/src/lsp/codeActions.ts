import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type SnippetTextEdit,
  type TextEdit,
} from 'vscode-languageserver';
import { type Action, codeActions } from '../features/codeActions/codeActions.ts';
import { withoutStops } from '../features/snippets/writer.ts';
import type { Edit } from '../rules/rule.ts';
import { toDiagnostic } from './diagnostics.ts';
import type { Session, Subject } from './session.ts';

export function serveCodeActions(session: Session): void {
  session.connection.onCodeAction(
    session.onDocument<CodeActionParams, CodeAction[]>('Code actions', [], (subject, { range, context }) => {
      const { analysis, positions, client } = subject;
      if (context.only && !context.only.some((kind) => isQuickFix(kind))) return [];
      return codeActions(analysis, positions.offset(range.start), positions.offset(range.end))
        .filter(({ command }) => command === undefined || (client.options.commands?.includes(command) ?? false))
        .map((action) => toCodeAction(action, subject, session));
    }),
  );
}

function isQuickFix(kind: string): boolean {
  return kind === CodeActionKind.Empty || kind === CodeActionKind.QuickFix;
}

function toCodeAction(action: Action, subject: Subject, { runtime }: Session): CodeAction {
  const { title, problem, edits, preferred, command } = action;
  const { document, positions } = subject;
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(problem, positions, runtime.docs)],
    ...(preferred ? { isPreferred: true } : {}),
    ...(command === undefined
      ? { edit: workspaceEdit(edits, subject) }
      : { command: { title, command, arguments: [document.uri] } }),
  };
}

/** The version says for which text the edits were made; editors refuse them for any other. */
function workspaceEdit(edits: readonly Edit[], subject: Subject): NonNullable<CodeAction['edit']> {
  const { document, client } = subject;
  const { uri, version } = document;
  if (!client.documentChanges) return { changes: { [uri]: edits.map((edit) => plainEdit(edit, subject)) } };
  return {
    documentChanges: [{ textDocument: { uri, version }, edits: edits.map((edit) => richEdit(edit, subject)) }],
  };
}

function richEdit(edit: Edit, subject: Subject): TextEdit | SnippetTextEdit {
  const { snippet, start, end, text } = edit;
  if (!snippet || !subject.client.snippetEdits) return plainEdit(edit, subject);
  return { range: subject.positions.range(start, end), snippet: { kind: 'snippet', value: text } };
}

function plainEdit({ snippet, start, end, text }: Edit, { positions }: Subject): TextEdit {
  return { range: positions.range(start, end), newText: snippet ? withoutStops(text) : text };
}
