/** Thrown when the caller fails on being told the progress of an answer; `cause` is what it failed on. */
export class ProgressFault extends Error {
  constructor(cause: unknown) {
    super('The progress could not be told.', { cause });
  }
}
