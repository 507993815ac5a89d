import { css } from 'lit';
import { shared } from '../styles.ts';

/** Height of a row, in pixels. */
export const rowHeight = 24;
/** Height of the header. */
export const headerHeight = 26;

/** How the table looks. */
export const tableStyles = [
  shared,
  css`
      :host {
        display: flex;
        flex-direction: column;
        height: 100%;
        min-height: 0;
      }
      .scroller {
        background: var(--vscode-editor-background);
        flex: 1;
        min-height: 0;
        overflow: auto;
        position: relative;
      }
      .scroller:focus-visible {
        outline: none;
      }
      .grid {
        position: relative;
      }
      .header {
        background: var(--vscode-editor-background);
        height: ${headerHeight}px;
        position: sticky;
        top: 0;
        z-index: 2;
      }
      .header .cell {
        background-color: var(--vscode-editor-background);
        background-image: linear-gradient(
          var(--vscode-keybindingTable-headerBackground, transparent) 0 100%
        );
        border-bottom: 1px solid var(--vscode-panel-border, var(--vscode-widget-border));
        font-weight: 600;
        height: ${headerHeight}px;
        line-height: ${headerHeight}px;
        padding-right: 12px;
      }
      .row {
        height: ${rowHeight}px;
        left: 0;
        position: absolute;
        top: 0;
      }
      .row.odd {
        background: var(--vscode-keybindingTable-rowsBackground);
      }
      .row:hover {
        background: var(--vscode-list-hoverBackground);
      }
      .cell {
        border-right: 1px solid var(--vscode-editorIndentGuide-background1, transparent);
        height: ${rowHeight}px;
        line-height: ${rowHeight}px;
        overflow: hidden;
        padding: 0 8px;
        position: absolute;
        text-overflow: ellipsis;
        top: 0;
        white-space: nowrap;
      }
      .cell.number,
      .cell.date,
      .cell.id {
        font-family: var(--vscode-editor-font-family);
        font-variant-numeric: tabular-nums;
      }
      .cell.number {
        text-align: right;
      }
      .cell.id,
      .cell.empty,
      .mark {
        color: var(--vscode-descriptionForeground);
      }
      .mark {
        font-family: var(--vscode-editor-font-family);
        font-size: 0.9em;
        margin-right: 5px;
      }
      .cell.object,
      .cell.list {
        cursor: pointer;
      }
      .cell.object:hover,
      .cell.list:hover {
        color: var(--vscode-textLink-activeForeground);
        text-decoration: underline;
      }
      .cell.active {
        outline: 1px solid var(--vscode-focusBorder);
        outline-offset: -1px;
      }
      .scroller:not(:focus-within) .cell.active {
        outline-color: var(--vscode-list-inactiveSelectionBackground);
      }
      .rowNumber {
        background: var(--vscode-editor-background);
        color: var(--vscode-editorLineNumber-foreground);
        cursor: pointer;
        font-family: var(--vscode-editor-font-family);
        left: 0;
        position: sticky;
        text-align: right;
        z-index: 1;
      }
      .grip {
        bottom: 0;
        cursor: col-resize;
        position: absolute;
        right: 0;
        top: 0;
        width: 7px;
      }
      .grip:hover,
      .grip.dragged {
        background: var(--vscode-sash-hoverBorder);
      }
      .nothing {
        color: var(--vscode-descriptionForeground);
        padding: 24px;
        text-align: center;
      }
      .details {
        border-top: 1px solid var(--vscode-panel-border, var(--vscode-widget-border));
        display: flex;
        flex: 0 0 45%;
        flex-direction: column;
        min-height: 80px;
      }
      .details header {
        align-items: center;
        display: flex;
        gap: 12px;
        padding: 4px 8px;
      }
      .details h2 {
        flex: 1;
        font-size: inherit;
        font-weight: 600;
        margin: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .details swcriteria-json {
        flex: 1;
        min-height: 0;
      }
    `,
];
