import { t } from '@vscode/l10n';
import {
  Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  languages,
  Range,
  type TextDocument,
  type Uri,
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
  readonly #help: Uri;
  readonly #ranges = new Map<string, readonly Range[]>();

  /** `help` is the page about refusals that the checks did not foresee. */
  constructor(server: LanguageServer, help: Uri) {
    this.#server = server;
    this.#help = help;
    this.#disposables.add(
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.clear(document);
      }),
    );
    this.#disposables.add(workspace.onDidCloseTextDocument((document) => this.clear(document)));
  }

  /** Marks the errors, except those that the language server marks already. True: the checks did not foresee them. */
  async show(document: TextDocument, version: number, shop: string, errors: readonly ServerError[]): Promise<boolean> {
    if (errors.length === 0 || document.version !== version) return false;
    const located = await this.#server.locateErrors(document.uri, errors.map(withoutNulls));
    const unforeseen = located.some((place) => place.unforeseen);
    if (document.version !== version) return unforeseen;
    this.#ranges.set(document.uri.toString(), located.map(rangeOf));
    const marks = located.flatMap((place, index) => {
      const error = errors[index];
      return place.alreadyMarked || error === undefined ? [] : [diagnosticOf(error, place, shop, this.#help)];
    });
    this.#collection.set(document.uri, marks);
    return unforeseen;
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

function diagnosticOf({ code, title, detail }: ServerError, place: LocatedError, shop: string, help: Uri): Diagnostic {
  const sentence = detail ?? title ?? t('The shop refused this.');
  // A refusal that the language server should have known of.
  const message = place.unforeseen
    ? t('{0} (the checks did not foresee this: please report the file and this answer, it is a gap)', sentence)
    : sentence;
  const diagnostic = new Diagnostic(rangeOf(place), message, DiagnosticSeverity.Error);
  diagnostic.source = t('answer of {0}', shop);
  if (code !== null) diagnostic.code = place.unforeseen ? { value: code, target: help } : code;
  return diagnostic;
}
