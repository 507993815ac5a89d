import { css } from 'lit';

/** What all parts of the page share: the editor's colours and fonts. */
export const shared = css`
  :host {
    color: var(--vscode-foreground);
    font-family: var(--vscode-font-family);
    font-size: var(--vscode-font-size);
  }
  * {
    box-sizing: border-box;
  }
  .null,
  .dim {
    color: var(--vscode-descriptionForeground);
  }
  .null {
    font-style: italic;
  }
  .number {
    color: var(--vscode-debugTokenExpression-number);
  }
  .boolean,
  .keyword {
    color: var(--vscode-debugTokenExpression-boolean);
  }
  .string {
    color: var(--vscode-debugTokenExpression-string);
  }
  .key {
    color: var(--vscode-debugTokenExpression-name);
  }
  .mono {
    font-family: var(--vscode-editor-font-family);
    font-size: var(--vscode-editor-font-size);
  }
  button.link {
    background: none;
    border: 0;
    color: var(--vscode-textLink-foreground);
    cursor: pointer;
    font: inherit;
    padding: 0;
    text-align: start;
  }
  button.link:hover {
    color: var(--vscode-textLink-activeForeground);
    text-decoration: underline;
  }
  button.link:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: 2px;
  }
`;
