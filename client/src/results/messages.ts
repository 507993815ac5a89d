/** What the extension and the page of a results panel say to each other. */

/** A request as it is shown: without secrets. */
export interface ShownRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** One error of the shop's answer. */
export interface ShownError {
  readonly status: string | null;
  readonly code: string | null;
  readonly title: string | null;
  readonly detail: string | null;
  readonly pointer: string | null;
}

/** What is run, and where. */
export interface ResultHead {
  /** The URI of the criteria file. */
  readonly document: string;
  /** The name of the criteria file. */
  readonly file: string;
  readonly shop: string;
  readonly production: boolean;
  readonly api: 'admin' | 'store';
}

/** The shop answered. */
export interface AnswerState extends ResultHead {
  readonly kind: 'answer';
  readonly status: number;
  /** The body of the answer, as received. */
  readonly text: string;
  readonly bytes: number;
  readonly milliseconds: number;
  readonly request: ShownRequest;
  /** Sentences about what should be known when the result is read. */
  readonly notes: readonly string[];
}

/** It did not work. */
export interface FailureState extends ResultHead {
  readonly kind: 'failure';
  readonly message: string;
  readonly hint: string | null;
  readonly status: number | null;
  readonly errors: readonly ShownError[];
  readonly request: ShownRequest | null;
  readonly buttons: readonly { readonly id: string; readonly label: string }[];
}

/** The request is under way. */
export interface RunningState extends ResultHead {
  readonly kind: 'running';
}

/** The window was reloaded since: what was shown is gone, what was run is known. */
export interface RestoredState extends ResultHead {
  readonly kind: 'restored';
}

export type ResultState = AnswerState | FailureState | RunningState | RestoredState;

/** Extension → page. */
export interface ShowMessage {
  readonly type: 'show';
  readonly state: ResultState;
}

/** Page → extension. */
export type PageMessage =
  /** The page can be told what to show. */
  | { readonly type: 'ready' }
  | { readonly type: 'run' }
  | { readonly type: 'cancel' }
  | { readonly type: 'copy'; readonly text: string }
  /** Show a text as a document of its own. */
  | { readonly type: 'open'; readonly text: string; readonly language: 'json' | 'plaintext' }
  /** A button of a failure. */
  | { readonly type: 'button'; readonly id: string }
  /** Show the place of an error in the criteria file. */
  | { readonly type: 'reveal'; readonly error: number };

/** What a page remembered of its last run; null where it remembers none, or another version of it did. */
export function rememberedHead(viewState: unknown): ResultHead | null {
  if (!isRecord(viewState) || !isRecord(viewState.head)) return null;
  const { document, file, shop, production, api } = viewState.head;
  if (typeof document !== 'string' || typeof file !== 'string' || typeof shop !== 'string') return null;
  if (typeof production !== 'boolean' || (api !== 'admin' && api !== 'store')) return null;
  return { document, file, shop, production, api };
}

/** Whether a message of the page is one. */
export function isPageMessage(value: unknown): value is PageMessage {
  if (!isRecord(value)) return false;
  switch (value.type) {
    case 'ready':
    case 'run':
    case 'cancel':
      return true;
    case 'copy':
      return typeof value.text === 'string';
    case 'open':
      return typeof value.text === 'string' && (value.language === 'json' || value.language === 'plaintext');
    case 'button':
      return typeof value.id === 'string';
    case 'reveal':
      return typeof value.error === 'number';
    default:
      return false;
  }
}

/** Whether a message to the page is one. Its state comes from the extension itself and is taken as it is. */
export function isShowMessage(value: unknown): value is ShowMessage {
  return isRecord(value) && value.type === 'show' && isRecord(value.state) && typeof value.state.kind === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
