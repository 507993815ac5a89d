/** A request as it was sent, fit to be shown: secrets in its headers are replaced. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The exact body; null where none was sent. */
  readonly body: string | null;
}

/** What a shop answered. */
export interface Answer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as received, decompressed. */
  readonly text: string;
  /** The parsed body; undefined where there is none (204). */
  readonly json: unknown;
  /** Size of the decompressed body. */
  readonly bytes: number;
  /** From sending the request to the last byte of the answer, without signing in. */
  readonly milliseconds: number;
  readonly request: SentRequest;
}
