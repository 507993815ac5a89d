import { t } from '@vscode/l10n';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { type Content, contentOf, parsedJson } from '../../../../shop/src/answer/index.ts';
import { bytesOf, durationOf, numberOf } from '../../format.ts';
import type { AnswerState, FailureState, ResultHead, ResultState } from '../messages.ts';
import { post, remember, viewState } from './host.ts';
import { linesOf, type PrettyJson, prettyJson } from './json/prettyJson.ts';
import { shared } from './styles.ts';
import { columnsOf, includedKeys } from './table/columns.ts';

/** The whole page: what was run where, and what came back. */
export class ResultsView extends LitElement {
  static override properties = {
    state: { attribute: false },
    tab: { state: true },
    allColumns: { state: true },
  };
  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-direction: column;
        height: 100vh;
      }
      .head {
        align-items: flex-start;
        display: flex;
        gap: 14px;
        min-height: 34px;
        padding: 4px 12px;
      }
      .summary,
      .shop {
        align-items: center;
        display: flex;
        gap: 2px 14px;
        min-height: 26px;
      }
      .summary {
        flex: 1;
        flex-wrap: wrap;
      }
      .shop {
        white-space: nowrap;
      }
      .rows {
        font-weight: 600;
      }
      .live {
        background: var(--vscode-statusBarItem-warningBackground);
        border-radius: 3px;
        color: var(--vscode-statusBarItem-warningForeground);
        padding: 1px 6px;
      }
      .notes {
        background: var(--vscode-inputValidation-warningBackground);
        border: 1px solid var(--vscode-inputValidation-warningBorder);
        margin: 0 12px 6px;
        padding: 4px 8px;
      }
      .progress {
        height: 2px;
      }
      .stale {
        opacity: 0.5;
      }
      vscode-tabs {
        display: flex;
        flex: 1;
        flex-direction: column;
        min-height: 0;
      }
      vscode-tab-panel {
        flex: 1;
        min-height: 0;
      }
      vscode-tab-header[hidden],
      vscode-tab-panel[hidden] {
        display: none;
      }
      swcriteria-failure {
        flex: 1;
        min-height: 0;
      }
      .waiting {
        color: var(--vscode-descriptionForeground);
        padding: 24px;
        text-align: center;
      }
    `,
  ];

  declare state: ResultState | undefined;
  declare tab: number;
  declare allColumns: boolean;
  /** What is shown until the run that is under way has an answer. */
  #shown: AnswerState | FailureState | undefined;
  #content: Content | null = null;
  #includes: readonly string[] = [];
  #emptyColumns = 0;
  #json: PrettyJson | undefined;

  constructor() {
    super();
    this.state = undefined;
    this.tab = viewState().tab;
    this.allColumns = viewState().allColumns;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // The key that runs the file also works while the panel has the keyboard.
    this.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) post({ type: 'run' });
    });
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('state') || this.state === undefined) return;
    const { document, file, shop, production, api } = this.state;
    remember({ head: { document, file, shop, production, api } });
    if (this.state.kind === 'running' || this.state.kind === 'restored') return;
    this.#shown = this.state;
    this.#json = undefined;
    this.#content = contentIn(this.state);
    const rows = this.#content?.rows ?? [];
    this.#includes = includedKeys(this.state.request?.body ?? null, rows);
    this.#emptyColumns = columnsOf(rows).filter(({ empty }) => empty).length;
  }

  override render(): TemplateResult | typeof nothing {
    if (this.state === undefined) return nothing;
    const running = this.state.kind === 'running';
    return html`
      <div class="progress" aria-live="polite">
        ${running ? html`<vscode-progress-bar aria-label=${t('Running')}></vscode-progress-bar>` : nothing}
      </div>
      ${this.#head(this.state, running)} ${this.#body(running)}
    `;
  }

  #head(head: ResultHead, running: boolean): TemplateResult {
    return html`<div class="head" role="status">
      <div class="summary">${running ? html`<span class="rows">${t('Running…')}</span>` : this.#summary()}</div>
      <div class="shop">
      <span class="dim">${head.api === 'admin' ? 'Admin API' : 'Store API'}</span>
      <span>${head.shop}</span>
      ${head.production ? html`<span class="live">${t('production shop')}</span>` : nothing}
      ${
        running
          ? html`<vscode-button secondary @click=${() => post({ type: 'cancel' })}>${t('Cancel')}</vscode-button>`
          : html`<vscode-button secondary @click=${() => post({ type: 'run' })}>${t('Run Again')}</vscode-button>`
      }
      </div>
    </div>`;
  }

  #summary(): TemplateResult {
    const shown = this.#shown;
    if (shown === undefined) return html`<span class="rows">${t('Not run yet')}</span>`;
    if (shown.kind !== 'answer') {
      const { status } = shown;
      return html`<span class="rows">${status === null ? t('No answer') : t('Answered with {0}', status)}</span>`;
    }
    const rows = this.#content?.rows.length ?? 0;
    const total = this.#content?.total ?? null;
    return html`
      <span class="rows">${countOf(rows, total)}</span>
      <span class="dim">${durationOf(shown.milliseconds)}</span>
      <span class="dim">${bytesOf(shown.bytes)}</span>
      <span class="dim">${shown.status}</span>
      ${this.#links(shown)}
    `;
  }

  #body(running: boolean): TemplateResult {
    const shown = this.#shown;
    if (shown === undefined) {
      const said = running ? t('Waiting for the shop…') : t('The window was reloaded. Run Again asks the shop again.');
      return html`<div class="waiting">${said}</div>`;
    }
    if (shown.kind === 'failure') {
      return shown.request === null
        ? html`<swcriteria-failure class=${running ? 'stale' : ''} .failure=${shown}></swcriteria-failure>`
        : this.#failureTabs(shown, running);
    }
    return html`${this.#notes(shown)}${this.#tabs(shown, running)}`;
  }

  /** The tab that was chosen, as far as there is one for this answer. */
  get #shownTab(): number {
    const isAbsent = this.tab === 1 && (this.#content?.aggregations ?? []).length === 0;
    return isAbsent ? 0 : this.tab;
  }

  #notes({ notes }: AnswerState): TemplateResult | typeof nothing {
    return notes.length === 0
      ? nothing
      : html`<div class="notes">${notes.map((note) => html`<div>${note}</div>`)}</div>`;
  }

  #failureTabs(shown: FailureState, running: boolean): TemplateResult {
    return html`<vscode-tabs panel class=${running ? 'stale' : ''}>
      <vscode-tab-header slot="header">${t('Errors')}</vscode-tab-header>
      <vscode-tab-panel panel><swcriteria-failure .failure=${shown}></swcriteria-failure></vscode-tab-panel>
      <vscode-tab-header slot="header">${t('Request')}</vscode-tab-header>
      <vscode-tab-panel panel><swcriteria-request .request=${shown.request}></swcriteria-request></vscode-tab-panel>
    </vscode-tabs>`;
  }

  #tabs(shown: AnswerState, running: boolean): TemplateResult {
    const rows = this.#content?.rows ?? [];
    const aggregations = this.#content?.aggregations ?? [];
    return html`<vscode-tabs
      panel
      class=${running ? 'stale' : ''}
      selected-index=${this.#shownTab}
      @vsc-tabs-select=${this.#selected}
    >
      <vscode-tab-header slot="header">${t('Table')}</vscode-tab-header>
      <vscode-tab-panel panel>
        <swcriteria-table
          .rows=${rows}
          .includes=${this.#includes}
          .allColumns=${this.allColumns}
        ></swcriteria-table>
      </vscode-tab-panel>
      <vscode-tab-header slot="header" ?hidden=${aggregations.length === 0}>
        ${t('Aggregations')}
        <vscode-badge slot="content-after" variant="counter">${aggregations.length}</vscode-badge>
      </vscode-tab-header>
      <vscode-tab-panel panel>
        <swcriteria-aggregations .aggregations=${aggregations}></swcriteria-aggregations>
      </vscode-tab-panel>
      <vscode-tab-header slot="header">JSON</vscode-tab-header>
      <vscode-tab-panel panel>
        ${this.#shownTab === 2 ? html`<swcriteria-json .content=${this.#pretty(shown)} label=${t('Answer')}></swcriteria-json>` : nothing}
      </vscode-tab-panel>
      <vscode-tab-header slot="header">${t('Request')}</vscode-tab-header>
      <vscode-tab-panel panel><swcriteria-request .request=${shown.request}></swcriteria-request></vscode-tab-panel>
    </vscode-tabs>`;
  }

  #links(shown: AnswerState): TemplateResult | typeof nothing {
    if (this.#shownTab === 0 && this.#emptyColumns > 0) {
      const label = this.allColumns ? t('Hide Empty Columns') : showColumns(this.#emptyColumns);
      return html`<button class="link" aria-pressed=${this.allColumns} @click=${this.#toggleColumns}>${label}</button>`;
    }
    if (this.#shownTab !== 2) return nothing;
    const open = () => post({ type: 'open', text: this.#pretty(shown).text, language: 'json' });
    return html`
      <button class="link" @click=${() => post({ type: 'copy', text: this.#pretty(shown).text })}>${t('Copy')}</button>
      <button class="link" @click=${open}>${t('Open in Editor')}</button>
    `;
  }

  #pretty({ text }: AnswerState): PrettyJson {
    this.#json ??= this.#content === null ? linesOf(text) : prettyJson(text);
    return this.#json;
  }

  #selected(event: CustomEvent<{ readonly selectedIndex: number }>): void {
    this.tab = event.detail.selectedIndex;
    remember({ tab: this.tab });
  }

  #toggleColumns(): void {
    this.allColumns = !this.allColumns;
    remember({ allColumns: this.allColumns });
  }
}

/** What an answer holds; null where there is none, or none in JSON. */
function contentIn(state: ResultState): Content | null {
  const json = state.kind === 'answer' ? parsedJson(state.text) : undefined;
  return json === undefined ? null : contentOf(json);
}

/** How many rows came, and of how many where the shop says that there are others. */
function countOf(rows: number, total: number | null): string {
  const count = numberOf(rows);
  if (total === null || total === rows) return rows === 1 ? t('1 row') : t('{0} rows', count);
  return rows === 1 ? t('1 row of {0}', numberOf(total)) : t('{0} rows of {1}', count, numberOf(total));
}

function showColumns(count: number): string {
  return count === 1 ? t('Show 1 Empty Column') : t('Show {0} Empty Columns', numberOf(count));
}

customElements.define('swcriteria-results', ResultsView);
