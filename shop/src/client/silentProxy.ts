/** Thrown when a proxy takes a request for a tunnel and does not answer it. */
export class SilentProxy extends Error {
  readonly code = 'ERR_SILENT_PROXY';
}
