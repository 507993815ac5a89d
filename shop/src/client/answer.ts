/** A request as it was sent, fit to be shown: secrets in its headers are replaced. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The exact body; null where none was sent. */
  readonly body: string | null;
}

/** An answer of any kind, received completely. */
export interface RawAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as received, decompressed; empty where it went to a file and is long. */
  readonly text: string;
  /** Size of the decompressed body. */
  readonly bytes: number;
  /** From sending the request to the last byte of the answer, without signing in. */
  readonly milliseconds: number;
  readonly request: SentRequest;
}

/** An answer with its body read as JSON. */
export interface Answer extends RawAnswer {
  /** Undefined where there is no body (204) or none that is JSON; JSON:API in the form of plain JSON. */
  readonly json: unknown;
}

/** An answer whose body went to a file. */
export interface SavedAnswer extends Omit<RawAnswer, 'text'> {
  readonly file: string;
}
