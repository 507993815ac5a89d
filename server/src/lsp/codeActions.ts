import { t } from '@vscode/l10n';
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type SnippetTextEdit,
  type TextEdit,
} from 'vscode-languageserver';
import type { Analysis } from '../analysis/analyze.ts';
import { type Action, codeActions } from '../features/codeActions/codeActions.ts';
import { fixAll } from '../features/fixAll/fixAll.ts';
import { refactorings } from '../features/refactorings/refactorings.ts';
import { withoutStops } from '../features/snippets/writer.ts';
import { sortKeys } from '../features/sortKeys/sortKeys.ts';
import { SORT_KEYS } from '../protocol.ts';
import type { Edit } from '../rules/rule.ts';
import { toDiagnostic } from './diagnostics.ts';
import type { Session, Subject } from './session.ts';

/** All fixes that change nothing of what the shop does. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.swcriteria`;

/** Fixes and refactorings of what is selected; what concerns the whole document is for those who ask for it. */
export function serveCodeActions(session: Session): void {
  session.connection.onCodeAction(
    session.onDocument<CodeActionParams, CodeAction[]>('Code actions', [], (subject, { range, context }) => {
      const { analysis, positions } = subject;
      const { only = [CodeActionKind.QuickFix, CodeActionKind.Refactor] } = context;
      const start = positions.offset(range.start);
      const end = positions.offset(range.end);
      return [
        ...(wants(only, CodeActionKind.QuickFix) ? quickFixes(subject, start, end, session) : []),
        ...refactorings(analysis, start, end)
          .filter(({ kind }) => wants(only, kind))
          .map(({ title, kind, edits }) => ({ title, kind, edit: workspaceEdit(edits, subject) })),
        ...(wants(only, SORT_KEYS)
          ? sourceAction(t('Sort keys in the documented order'), SORT_KEYS, sortKeys, subject)
          : []),
        ...(wants(only, FIX_ALL) ? sourceAction(t('Fix all that is safe to fix'), FIX_ALL, fixAll, subject) : []),
      ];
    }),
  );
}

/** A kind that is asked for stands for all below it. */
function wants(only: readonly string[], kind: string): boolean {
  return only.some((asked) => asked === CodeActionKind.Empty || asked === kind || kind.startsWith(`${asked}.`));
}

function quickFixes(subject: Subject, start: number, end: number, session: Session): readonly CodeAction[] {
  const { commands = [] } = subject.client.options;
  return codeActions(subject.analysis, start, end)
    .filter(({ command }) => command === undefined || commands.includes(command))
    .map((action) => toCodeAction(action, subject, session));
}

function sourceAction(
  title: string,
  kind: string,
  editsOf: (analysis: Analysis) => readonly Edit[],
  subject: Subject,
): readonly CodeAction[] {
  const edits = editsOf(subject.analysis);
  return edits.length === 0 ? [] : [{ title, kind, edit: workspaceEdit(edits, subject) }];
}

function toCodeAction(action: Action, subject: Subject, { runtime }: Session): CodeAction {
  const { title, problem, edits, preferred, command } = action;
  const { document } = subject;
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(problem, subject, runtime.docs)],
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
