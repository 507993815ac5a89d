import { css, html, LitElement, type TemplateResult } from 'lit';
import { shared } from '../styles.ts';
import { Virtual, type VirtualOptions } from '../virtual.ts';
import { linesOf, type PrettyJson } from './prettyJson.ts';
import { tokensOf } from './tokens.ts';

const lineHeight = 19;

/** Shows a text of any length, line by line, with the colours of JSON. Only the visible lines exist. */
class JsonView extends LitElement {
  static override properties = { content: { attribute: false }, label: {} };
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        height: 100%;
      }
      .scroller {
        background: var(--vscode-editor-background);
        color: var(--vscode-editor-foreground);
        height: 100%;
        overflow: auto;
      }
      .scroller:focus-visible {
        outline: 1px solid var(--vscode-focusBorder);
        outline-offset: -1px;
      }
      .lines {
        min-width: max-content;
        position: relative;
      }
      .line {
        height: ${lineHeight}px;
        left: 0;
        line-height: ${lineHeight}px;
        position: absolute;
        white-space: pre;
      }
      .line-number {
        color: var(--vscode-editorLineNumber-foreground);
        display: inline-block;
        margin-right: 16px;
        text-align: right;
        user-select: none;
      }
    `,
  ];

  declare content: PrettyJson;
  declare label: string;
  readonly #lines: Virtual;

  constructor() {
    super();
    this.content = linesOf('');
    this.label = 'JSON';
    this.#lines = new Virtual(this, this.#options());
  }

  override willUpdate(): void {
    this.#lines.set(this.#options());
  }

  override render(): TemplateResult {
    const digits = `width: ${String(this.content.lineCount).length + 2}ch`;
    return html`
      <div class="scroller mono" tabindex="0" role="document" aria-label=${this.label}>
        <div class="lines" .style=${`height: ${this.#lines.list.getTotalSize()}px`}>
          ${this.#lines.list.getVirtualItems().map(
            ({ index, start }) => html`<div class="line" .style=${`transform: translateY(${start}px)`}><span
                class="line-number" aria-hidden="true" .style=${digits}>${index + 1}</span>${tokensOf(
                  this.content.line(index),
                ).map(({ kind, text }) => (kind === 'plain' ? text : html`<span class=${kind}>${text}</span>`))}</div>`,
          )}
        </div>
      </div>
    `;
  }

  #options(): VirtualOptions {
    return {
      count: this.content.lineCount,
      estimateSize: () => lineHeight,
      getScrollElement: () => this.renderRoot?.querySelector<HTMLElement>('.scroller') ?? null,
      overscan: 20,
    };
  }
}

customElements.define('swcriteria-json', JsonView);
