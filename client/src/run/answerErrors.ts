import { t } from '@vscode/l10n';
import {
  Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  languages,
  Range,
  type TextDocument,
  workspace,
} from 'vscode';
import type { LocatedError } from '../../../server/src/protocol.ts';
import { type ServerError, withoutNulls } from '../../../shop/src/index.ts';
import { Disposables } from '../disposables.ts';
import type { LanguageServer } from '../languageClient.ts';

/** Marks the errors of a shop's answer at their places in the file, until the file is edited. */
export class AnswerErrors implements Disposable {
  readonly #disposables = new Disposables();
  readonly #collection = this.#disposables.add(languages.createDiagnosticCollection('swcriteria answer'));
  readonly #server: LanguageServer;
  readonly #ranges = new Map<string, readonly Range[]>();

  constructor(server: LanguageServer) {
    this.#server = server;
    this.#disposables.add(
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.clear(document);
      }),
    );
    this.#disposables.add(workspace.onDidCloseTextDocument((document) => this.clear(document)));
  }

  /** Marks the errors, except those that the language server marks already. */
  async show(document: TextDocument, version: number, shop: string, errors: readonly ServerError[]): Promise<void> {
    if (errors.length === 0 || document.version !== version) return;
    const located = await this.#server.locateErrors(document.uri, errors.map(withoutNulls));
    if (document.version !== version) return;
    this.#ranges.set(document.uri.toString(), located.map(rangeOf));
    const marks = located.flatMap((place, index) => {
      const error = errors[index];
      return place.alreadyMarked || error === undefined ? [] : [diagnosticOf(error, place, shop)];
    });
    this.#collection.set(document.uri, marks);
  }

  /** Where an error of the last answer stands; undefined after an edit. */
  rangeOf(document: TextDocument, error: number): Range | undefined {
    return this.#ranges.get(document.uri.toString())?.[error];
  }

  clear(document: TextDocument): void {
    if (!this.#ranges.delete(document.uri.toString())) return;
    this.#collection.delete(document.uri);
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}

function rangeOf({ range: { start, end } }: LocatedError): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

function diagnosticOf({ code, title, detail }: ServerError, place: LocatedError, shop: string): Diagnostic {
  const sentence = detail ?? title ?? t('The shop refused this.');
  // A refusal that the language server should have known of.
  const message = place.unforeseen
    ? t('{0} (the checks did not foresee this: please report the file and this answer, it is a gap)', sentence)
    : sentence;
  const diagnostic = new Diagnostic(rangeOf(place), message, DiagnosticSeverity.Error);
  diagnostic.source = t('answer of {0}', shop);
  if (code !== null) diagnostic.code = code;
  return diagnostic;
}
