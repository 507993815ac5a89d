import type { PageMessage, ResultHead } from '../messages.ts';

/** What the editor gives a page. */
interface EditorApi {
  postMessage(message: PageMessage): void;
  getState(): unknown;
  setState(state: ViewState): void;
}

declare global {
  function acquireVsCodeApi(): EditorApi;
}

/** What the page remembers while it is hidden, and when the same criteria runs again. */
export interface ViewState {
  readonly tab: number;
  /** Whether columns without content are shown. */
  readonly allColumns: boolean;
  /** Widths that somebody dragged, by column. */
  readonly widths: Readonly<Record<string, number>>;
  /** What was run last: the extension finds it here after the window was reloaded. */
  readonly head?: ResultHead;
}

const editor = acquireVsCodeApi();
const start: ViewState = { tab: 0, allColumns: false, widths: {} };

/** Sends a message to the extension. */
export function post(message: PageMessage): void {
  editor.postMessage(message);
}

/** What is remembered. */
export function viewState(): ViewState {
  const state = editor.getState();
  return isViewState(state) ? state : start;
}

/** Remembers a change. */
export function remember(change: Partial<ViewState>): void {
  editor.setState({ ...viewState(), ...change });
}

function isViewState(value: unknown): value is ViewState {
  return (
    typeof value === 'object' &&
    value !== null &&
    'tab' in value &&
    typeof value.tab === 'number' &&
    'allColumns' in value &&
    'widths' in value
  );
}
