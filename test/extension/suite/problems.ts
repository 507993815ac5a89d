// The diagnostics of a file, waited for.
import * as vscode from 'vscode';
import { until } from './until.ts';

/** The code of a diagnostic, without the address of its documentation. */
export function codeOf({ code }: vscode.Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}

/** The diagnostics of a file as soon as they are as expected; `what` says what was waited for. */
export function problemsOf(
  document: vscode.TextDocument,
  what: string,
  expected: (problems: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  return until(what, () => {
    const problems = vscode.languages.getDiagnostics(document.uri);
    return expected(problems) && problems;
  });
}
