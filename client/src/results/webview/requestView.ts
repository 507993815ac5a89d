import { t } from '@vscode/l10n';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { ShownRequest } from '../messages.ts';
import { post } from './host.ts';
import { linesOf } from './json/prettyJson.ts';
import { shared } from './styles.ts';

/** A request exactly as it was sent, without its secrets. */
class RequestView extends LitElement {
  static override properties = { request: { attribute: false } };
  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-direction: column;
        height: 100%;
      }
      .head {
        padding: 10px 12px;
      }
      .line {
        display: flex;
        gap: 10px;
        align-items: baseline;
        overflow-wrap: anywhere;
      }
      .method {
        color: var(--vscode-debugTokenExpression-name);
        font-weight: 600;
      }
      .url {
        flex: 1;
      }
      dl {
        display: grid;
        gap: 2px 12px;
        grid-template-columns: max-content 1fr;
        margin: 8px 0 0;
      }
      dt {
        color: var(--vscode-descriptionForeground);
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }
      swcriteria-json {
        border-top: 1px solid var(--vscode-panel-border, var(--vscode-widget-border));
        flex: 1;
        min-height: 0;
      }
    `,
  ];

  declare request: ShownRequest | null;

  constructor() {
    super();
    this.request = null;
  }

  override render(): TemplateResult | typeof nothing {
    if (this.request === null) return nothing;
    const { method, url, headers, body } = this.request;
    return html`
      <div class="head mono">
        <div class="line">
          <span class="method">${method}</span><span class="url">${url}</span>
          ${
            body === null
              ? nothing
              : html`<button class="link" @click=${() => post({ type: 'copy', text: body })}>${t('Copy Body')}</button>`
          }
        </div>
        <dl>
          ${Object.entries(headers).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}
        </dl>
      </div>
      ${body === null ? nothing : html`<swcriteria-json .content=${linesOf(body)} label=${t('Body as sent')}></swcriteria-json>`}
    `;
  }
}

customElements.define('swcriteria-request', RequestView);
