import { t } from '@vscode/l10n';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { FailureState, ShownError } from '../messages.ts';
import { post } from './host.ts';
import { shared } from './styles.ts';

/** What went wrong, in sentences, with what the shop said and what can be done. */
class FailureView extends LitElement {
  static override properties = { failure: { attribute: false } };
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        height: 100%;
        overflow: auto;
        padding: 16px;
      }
      .message {
        font-size: 1.15em;
        font-weight: 600;
        margin: 0 0 6px;
        overflow-wrap: anywhere;
      }
      .hint {
        margin: 0 0 12px;
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        margin: 12px 0;
      }
      ol {
        list-style: none;
        margin: 12px 0 0;
        padding: 0;
      }
      li {
        background: var(--vscode-textBlockQuote-background);
        border-left: 3px solid var(--vscode-editorError-foreground);
        margin-bottom: 8px;
        padding: 8px 10px;
      }
      .code {
        align-items: baseline;
        display: flex;
        flex-wrap: wrap;
        gap: 4px 12px;
      }
      .detail {
        margin-top: 4px;
        overflow-wrap: anywhere;
        user-select: text;
      }
    `,
  ];

  declare failure: FailureState | undefined;

  constructor() {
    super();
    this.failure = undefined;
  }

  override render(): TemplateResult | typeof nothing {
    if (this.failure === undefined) return nothing;
    const { message, hint, errors, buttons } = this.failure;
    return html`
      <p class="message" role="alert">${message}</p>
      ${hint === null ? nothing : html`<p class="hint">${hint}</p>`}
      ${
        buttons.length === 0
          ? nothing
          : html`<div class="buttons">
              ${buttons.map(
                ({ id, label }, index) =>
                  html`<vscode-button ?secondary=${index > 0} @click=${() => post({ type: 'button', id })}
                    >${label}</vscode-button
                  >`,
              )}
            </div>`
      }
      ${errors.length === 0 ? nothing : html`<ol aria-label=${t('Errors of the shop')}>${errors.map(errorItem)}</ol>`}
    `;
  }
}

function errorItem({ status, code, title, detail, pointer }: ShownError, index: number): TemplateResult {
  return html`<li>
    <div class="code mono">
      <strong>${code ?? title ?? t('Error')}</strong>
      ${status === null ? nothing : html`<span class="dim">${status}</span>`}
      <button class="link" @click=${() => post({ type: 'reveal', error: index })}>
        ${pointer ?? t('Show in file')}
      </button>
    </div>
    ${detail === null ? nothing : html`<div class="detail">${detail}</div>`}
  </li>`;
}

customElements.define('swcriteria-failure', FailureView);
