import path from 'node:path';
import { t } from '@vscode/l10n';
import { EventEmitter, env, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import { Disposables } from '../disposables.ts';
import { editorLanguage } from '../editorLanguage.ts';
import { isPageMessage, type PageMessage, type ResultState, type ShowMessage } from './messages.ts';
import { pageOf } from './page.ts';

/** What a panel cannot do by itself. */
export type PanelRequest = Extract<PageMessage, { type: 'run' | 'cancel' | 'button' | 'reveal' }>;

/** What VS Code knows the panels by. */
export const resultsViewType = 'swcriteria.results';

/** The results of one criteria file. It keeps what it shows while other editors come and go. */
export class ResultsPanel {
  readonly #disposables = new Disposables();
  readonly #panel: WebviewPanel;
  readonly #requested = this.#disposables.add(new EventEmitter<PanelRequest>());
  readonly #closed = new EventEmitter<void>();
  #state: ResultState | undefined;

  readonly onDidRequest = this.#requested.event;
  readonly onDidClose = this.#closed.event;

  /** Opens one in `column`, by default beside the active editor. */
  static open(document: Uri, extension: Uri, column: ViewColumn = ViewColumn.Beside): ResultsPanel {
    const showOptions = { viewColumn: column, preserveFocus: true };
    const panel = window.createWebviewPanel(resultsViewType, titleOf(document), showOptions, {
      enableFindWidget: true,
    });
    return new ResultsPanel(panel, document, extension);
  }

  /** Fills a panel: a new one, or one that VS Code kept while the window was reloaded. */
  constructor(panel: WebviewPanel, document: Uri, extension: Uri) {
    this.#panel = panel;
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: [Uri.joinPath(extension, 'dist', 'webview')],
    };
    this.#panel.iconPath = { light: iconIn(extension, 'light'), dark: iconIn(extension, 'dark') };
    this.#disposables.add(this.#panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message)));
    this.#panel.onDidDispose(() => {
      this.#disposables.dispose();
      this.#closed.fire();
      this.#closed.dispose();
    });
    this.#panel.webview.html = pageOf(this.#panel.webview, extension, titleOf(document), editorLanguage());
  }

  /** The editor group that it stands in. */
  get column(): ViewColumn | undefined {
    return this.#panel.viewColumn;
  }

  /** Shows a state, in front but without taking the keyboard from the editor. */
  show(state: ResultState): void {
    this.#state = state;
    this.#post();
    if (!this.#panel.visible) this.#panel.reveal(undefined, true);
  }

  #post(): void {
    if (this.#state === undefined) return;
    const message: ShowMessage = { type: 'show', state: this.#state };
    this.#panel.webview.postMessage(message);
  }

  async #receive(message: unknown): Promise<void> {
    if (!isPageMessage(message)) return;
    switch (message.type) {
      case 'ready':
        return this.#post();
      case 'copy':
        return env.clipboard.writeText(message.text);
      case 'open':
        await window.showTextDocument(
          await workspace.openTextDocument({ content: message.text, language: message.language }),
          { viewColumn: this.#panel.viewColumn ?? ViewColumn.Beside },
        );
        return;
      default:
        this.#requested.fire(message);
    }
  }
}

function titleOf(document: Uri): string {
  return t('Results: {0}', path.posix.basename(document.path));
}

function iconIn(extension: Uri, theme: 'light' | 'dark'): Uri {
  return Uri.joinPath(extension, 'media', `file-${theme}.svg`);
}
