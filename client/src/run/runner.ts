import path from 'node:path';
import { t } from '@vscode/l10n';
import {
  CancellationTokenSource,
  type Disposable,
  type LogOutputChannel,
  ProgressLocation,
  type TextDocument,
  Uri,
  type ViewColumn,
  type WebviewPanel,
  type WebviewPanelSerializer,
  window,
  workspace,
} from 'vscode';
import type { Answer } from '../../../shop/src/index.ts';
import { cancellable } from '../cancellable.ts';
import { type Failure, failureOf, sentencesOf } from '../connections/failure.ts';
import type { Remedies } from '../connections/remedies.ts';
import type { Schemas } from '../connections/schemas.ts';
import { receiving } from '../receiving.ts';
import { type AnswerState, type FailureState, type ResultHead, rememberedHead } from '../results/messages.ts';
import { type PanelRequest, ResultsPanel } from '../results/resultsPanel.ts';
import { AnswerErrors } from './answerErrors.ts';
import { FailureActions, sayFailure } from './failureActions.ts';
import { answerLimit } from './largeAnswer.ts';
import { Preparation, type PreparedRun, type PrepareParts } from './preparedRun.ts';

/** The parts that running needs. */
export interface RunParts extends PrepareParts {
  readonly schemas: Schemas;
  readonly remedies: Remedies;
  readonly extension: Uri;
  /** Of the extension. */
  readonly version: string;
  readonly log: LogOutputChannel;
}

/** A quick answer shows no progress: the panel says already that something runs. */
const patience = 700;

/** Runs criteria files, one request a file at a time, and shows what comes back in one panel a file. */
export class Runner implements Disposable, WebviewPanelSerializer {
  readonly #parts: RunParts;
  readonly #preparation: Preparation;
  readonly #errors: AnswerErrors;
  readonly #actions: FailureActions;
  readonly #panels = new Map<string, ResultsPanel>();
  readonly #running = new Map<string, CancellationTokenSource>();

  constructor(parts: RunParts) {
    this.#parts = parts;
    this.#preparation = new Preparation(parts);
    const help = Uri.joinPath(parts.extension, 'docs', 'unforeseen-refusal.md');
    this.#errors = new AnswerErrors(parts.server, help);
    this.#actions = new FailureActions({ ...parts, help, run: (uri, maxBytes) => this.run(uri, maxBytes) });
  }

  /**
   * Sends the criteria of a document and shows the answer, of at most so many bytes. A run of the same document that is
   * under way ends.
   */
  async run(uri: Uri, maxBytes = answerLimit()): Promise<void> {
    const document = await workspace.openTextDocument(uri);
    this.#cancel(uri);
    const prepared = await this.#prepare(document, maxBytes);
    if (prepared === undefined) return;
    this.#errors.clear(document);
    const cancel = new CancellationTokenSource();
    this.#running.set(uri.toString(), cancel);
    this.#panelFor(uri).show({ ...headOf(document, prepared), kind: 'running' });
    try {
      const answer = await this.#send(prepared, cancel, path.posix.basename(uri.path));
      if (this.#isCurrent(uri, cancel)) this.#showAnswer(document, prepared, answer);
    } catch (error) {
      if (this.#isCurrent(uri, cancel)) await this.#showFailure(document, prepared, failureOf(error));
    } finally {
      if (this.#isCurrent(uri, cancel)) this.#running.delete(uri.toString());
      cancel.dispose();
    }
  }

  /** Takes a panel back after the window was reloaded; it offers to run again what it showed. */
  async deserializeWebviewPanel(panel: WebviewPanel, viewState: unknown): Promise<void> {
    const head = rememberedHead(viewState);
    if (head === null) {
      panel.dispose();
      return;
    }
    const document = Uri.parse(head.document);
    this.#adopt(document, new ResultsPanel(panel, document, this.#parts.extension)).show({ ...head, kind: 'restored' });
  }

  /** Panels stay: VS Code hands them back after the window was reloaded. */
  dispose(): void {
    for (const cancel of this.#running.values()) cancel.cancel();
    this.#errors.dispose();
  }

  async #prepare(document: TextDocument, maxBytes: number): Promise<PreparedRun | undefined> {
    try {
      const prepared = await this.#preparation.prepare(document);
      return prepared && { ...prepared, request: { ...prepared.request, maxBytes } };
    } catch (error) {
      const failure = failureOf(error);
      if (failure.cancelled) return undefined;
      this.#parts.log.error(sentencesOf(failure));
      window.showErrorMessage(sentencesOf(failure));
      return undefined;
    }
  }

  async #send(prepared: PreparedRun, cancel: CancellationTokenSource, file: string): Promise<Answer> {
    const signal = cancellable(cancel.token);
    const shop = await this.#parts.sessions.open(prepared.entry, prepared.request.api, 'ask');
    let report: ReturnType<typeof receiving> = () => {};
    const answer = shop.search({ ...prepared.request, signal, onProgress: (...come) => report(...come) });
    const waiting = setTimeout(() => {
      const title = t('Running {0} on {1}', file, prepared.entry.name);
      const options = { location: ProgressLocation.Notification, title, cancellable: true };
      window.withProgress(options, async (progress, token) => {
        token.onCancellationRequested(() => cancel.cancel());
        report = receiving(progress);
        await answer.catch(() => undefined);
      });
    }, patience);
    return answer.finally(() => clearTimeout(waiting));
  }

  #showAnswer(document: TextDocument, prepared: PreparedRun, answer: Answer): void {
    const { status, text, bytes, milliseconds, request } = answer;
    const state: AnswerState = {
      ...headOf(document, prepared),
      ...{ kind: 'answer', status, text, bytes, milliseconds, request, notes: prepared.notes },
    };
    this.#panelFor(document.uri).show(state);
    this.#parts.schemas.forgive(prepared.entry);
    this.#parts.schemas.touch(prepared.entry);
  }

  async #showFailure(document: TextDocument, prepared: PreparedRun, failure: Failure): Promise<void> {
    const { uri } = document;
    const { message, hint, status, errors, request } = failure;
    const failed = { prepared, failure };
    const buttons = this.#actions.buttonsFor(uri, failed);
    const state: FailureState = {
      ...headOf(document, prepared),
      ...{ kind: 'failure', message, hint, status, errors, request, buttons },
    };
    this.#panelFor(uri).show(state);
    if (failure.cancelled) return;
    this.#parts.log.info(`${path.posix.basename(uri.path)} on ${prepared.entry.name}: ${sentencesOf(failure)}`);
    const unforeseen = await this.#mark(document, failed);
    const all = this.#actions.buttonsFor(uri, failed, unforeseen);
    if (unforeseen) this.#panelFor(uri).show({ ...state, buttons: all });
    this.#actions.tell(uri, failure, all).catch(sayFailure);
  }

  /** Marks the shop's errors in the file. True: the checks did not foresee them. */
  async #mark(document: TextDocument, { prepared, failure }: { prepared: PreparedRun; failure: Failure }) {
    const { documentVersion, entry } = prepared;
    try {
      return await this.#errors.show(document, documentVersion, entry.name, failure.errors);
    } catch (error) {
      this.#parts.log.error(`The errors cannot be marked: ${String(error)}`);
      return false;
    }
  }

  #panelFor(uri: Uri): ResultsPanel {
    const known = this.#panels.get(uri.toString());
    return known ?? this.#adopt(uri, ResultsPanel.open(uri, this.#parts.extension, this.#columnFor()));
  }

  #adopt(uri: Uri, panel: ResultsPanel): ResultsPanel {
    const key = uri.toString();
    this.#panels.set(key, panel);
    panel.onDidRequest((request) => this.#serve(uri, request).catch(sayFailure));
    panel.onDidClose(() => {
      this.#panels.delete(key);
      this.#cancel(uri);
    });
    return panel;
  }

  /** Where other results stand already; never over the criteria file itself. */
  #columnFor(): ViewColumn | undefined {
    const own = window.activeTextEditor?.viewColumn;
    const columns = [...this.#panels.values()].map(({ column }) => column);
    return columns.find((column) => column !== undefined && column !== own);
  }

  async #serve(uri: Uri, request: PanelRequest): Promise<void> {
    if (request.type === 'cancel') this.#running.get(uri.toString())?.cancel();
    if (request.type === 'run') await this.run(uri);
    if (request.type === 'button') await this.#actions.press(uri, request.id);
    if (request.type === 'reveal') await this.#reveal(uri, request.error);
  }

  async #reveal(uri: Uri, error: number): Promise<void> {
    const document = await workspace.openTextDocument(uri);
    const selection = this.#errors.rangeOf(document, error);
    const editor = window.visibleTextEditors.find((visible) => visible.document === document);
    await window.showTextDocument(document, {
      ...(selection && { selection }),
      ...(editor?.viewColumn !== undefined && { viewColumn: editor.viewColumn }),
    });
  }

  #cancel(uri: Uri): void {
    this.#running.get(uri.toString())?.cancel();
    this.#running.delete(uri.toString());
  }

  #isCurrent(uri: Uri, cancel: CancellationTokenSource): boolean {
    return this.#running.get(uri.toString()) === cancel;
  }
}

function headOf(document: TextDocument, { entry, request }: PreparedRun): ResultHead {
  return {
    document: document.uri.toString(),
    file: path.posix.basename(document.uri.path),
    shop: entry.name,
    production: entry.definition.production ?? false,
    api: request.api,
  };
}
