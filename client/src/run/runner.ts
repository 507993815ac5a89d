import path from 'node:path';
import { t } from '@vscode/l10n';
import {
  CancellationTokenSource,
  commands,
  type Disposable,
  env,
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
import { type Failure, failureOf, type Remedy, remedyLabels, sentencesOf } from '../connections/failure.ts';
import type { Remedies } from '../connections/remedies.ts';
import type { Schemas } from '../connections/schemas.ts';
import { receiving } from '../receiving.ts';
import { type AnswerState, type FailureState, type ResultHead, rememberedHead } from '../results/messages.ts';
import { type PanelRequest, ResultsPanel } from '../results/resultsPanel.ts';
import { AnswerErrors } from './answerErrors.ts';
import { answerLimit, largeAnswerButtons, saveAnswer } from './largeAnswer.ts';
import { Preparation, type PreparedRun, type PrepareParts } from './preparedRun.ts';
import { reportOf } from './report.ts';

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
  /** The page about refusals that the checks did not foresee. */
  readonly #help: Uri;
  readonly #panels = new Map<string, ResultsPanel>();
  readonly #running = new Map<string, CancellationTokenSource>();
  readonly #last = new Map<string, PreparedRun>();
  readonly #failures = new Map<string, Failure>();

  constructor(parts: RunParts) {
    this.#parts = parts;
    this.#preparation = new Preparation(parts);
    this.#help = Uri.joinPath(parts.extension, 'docs', 'unforeseen-refusal.md');
    this.#errors = new AnswerErrors(parts.server, this.#help);
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
    this.#last.set(uri.toString(), prepared);
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
    const { message, hint, status, errors, request } = failure;
    const state: FailureState = {
      ...headOf(document, prepared),
      ...{ kind: 'failure', message, hint, status, errors, request },
      buttons: buttonsOf(failure, prepared),
    };
    this.#panelFor(document.uri).show(state);
    this.#failures.set(document.uri.toString(), failure);
    if (failure.cancelled) return;
    const { entry, documentVersion } = prepared;
    this.#parts.log.info(`${path.posix.basename(document.uri.path)} on ${entry.name}: ${sentencesOf(failure)}`);
    const unforeseen = await this.#errors
      .show(document, documentVersion, entry.name, errors)
      .catch((error: unknown) => {
        this.#parts.log.error(`The errors cannot be marked: ${String(error)}`);
        return false;
      });
    const buttons = unforeseen ? [...state.buttons, { id: 'report', label: t('Copy Report') }] : state.buttons;
    if (unforeseen) this.#panelFor(document.uri).show({ ...state, buttons });
    this.#tell(document.uri, failure, buttons).catch(sayFailure);
  }

  async #tell(uri: Uri, failure: Failure, buttons: FailureState['buttons']): Promise<void> {
    const items = buttons.map(({ id, label }) => ({ id, title: label }));
    const chosen = await window.showErrorMessage(sentencesOf(failure), ...items);
    if (chosen !== undefined) await this.#press(uri, chosen.id);
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
    if (request.type === 'button') await this.#press(uri, request.id);
    if (request.type === 'reveal') await this.#reveal(uri, request.error);
  }

  async #press(uri: Uri, id: string): Promise<void> {
    const prepared = this.#last.get(uri.toString());
    if (id === 'saveToFile' && prepared) return saveAnswer(this.#parts.sessions, uri, prepared);
    if (id === 'report' && prepared) return this.#copyReport(uri, prepared);
    if (id === 'liftLimit') return this.run(uri, Number.POSITIVE_INFINITY);
    const again = isRemedy(id) && prepared ? await this.#parts.remedies.apply(id, prepared.entry) : id === 'run';
    if (again) await this.run(uri);
  }

  async #copyReport(uri: Uri, { entry }: PreparedRun): Promise<void> {
    const failure = this.#failures.get(uri.toString());
    if (failure?.request == null) return;
    const { request, status, errors } = failure;
    const schema = await this.#parts.schemas.referenceFor(entry);
    const report = reportOf({ version: this.#parts.version, shopware: schema?.version, status, request, errors });
    await env.clipboard.writeText(report);
    const said = t('The report is on the clipboard. Please read it through before you send it.');
    const how = t('How to Report');
    if ((await window.showInformationMessage(said, how)) !== how) return;
    await commands.executeCommand('markdown.showPreview', this.#help);
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

/** What can be done about a failure, in words. */
function buttonsOf(failure: Failure, { request }: PreparedRun): FailureState['buttons'] {
  if (failure.cancelled) return [{ id: 'run', label: t('Run Again') }];
  if (failure.tooLarge) return largeAnswerButtons(request.maxBytes);
  const labels = remedyLabels();
  return failure.remedies.map((remedy) => ({ id: remedy, label: labels[remedy] }));
}

function sayFailure(error: unknown): void {
  window.showErrorMessage(sentencesOf(failureOf(error)));
}

function isRemedy(id: string): id is Remedy {
  return Object.hasOwn(remedyLabels(), id);
}
