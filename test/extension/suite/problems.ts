// The diagnostics of a file, waited for.
import * as vscode from 'vscode';
import { until } from './until.ts';

/** Without the address of its documentation. */
function codeOf({ code }: vscode.Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}

/** The diagnostics with a code. */
export function withCode(problems: readonly vscode.Diagnostic[], code: string): readonly vscode.Diagnostic[] {
  return problems.filter((problem) => codeOf(problem) === code);
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
