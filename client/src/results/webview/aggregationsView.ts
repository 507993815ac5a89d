import { css, html, LitElement, type TemplateResult } from 'lit';
import { rowsOfAggregation } from '../../../../shop/src/answer/index.ts';
import { numberOf } from '../../format.ts';

import { shared } from './styles.ts';

/** The aggregations of an answer, one small table each. */
class AggregationsView extends LitElement {
  static override properties = { aggregations: { attribute: false } };
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        height: 100%;
        overflow: auto;
      }
      section {
        padding: 8px 0 0;
      }
      h2 {
        font-size: inherit;
        font-weight: 600;
        margin: 0;
        padding: 4px 12px;
      }
      swcriteria-table {
        border-top: 1px solid var(--vscode-panel-border, var(--vscode-widget-border));
      }
    `,
  ];

  declare aggregations: readonly (readonly [name: string, value: unknown])[];

  constructor() {
    super();
    this.aggregations = [];
  }

  override render(): TemplateResult[] {
    return this.aggregations.map(([name, value]) => {
      const rows = rowsOfAggregation(value);
      const height = Math.min(rows.length, 12) * 24 + 28;
      return html`<section>
        <h2>${name} ${rows.length === 1 ? '' : html`<span class="dim">${numberOf(rows.length)}</span>`}</h2>
        <swcriteria-table
          .rows=${rows}
          .label=${name}
          .allColumns=${true}
          .style=${`height: ${height}px`}
        ></swcriteria-table>
      </section>`;
    });
  }
}

customElements.define('swcriteria-aggregations', AggregationsView);
