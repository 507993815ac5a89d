import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** What a request is answered with: also that there is no answer. */
export type Answer<Result> = Result | ResponseError<never>;

/** Runs one request. What goes wrong becomes one line in the log and `empty`, so that the server goes on. */
export type Runner = <Result>(
  what: string,
  token: CancellationToken,
  empty: Result,
  task: () => Answer<Result> | Promise<Answer<Result>>,
) => Promise<Answer<Result>>;

/** Cancelled requests are not begun, and not answered when they are cancelled on the way. */
export function createRunner(log: (line: string) => void): Runner {
  return async (what, token, empty, task) => {
    if (token.isCancellationRequested) return cancelled();
    try {
      const result = await task();
      return token.isCancellationRequested ? cancelled() : result;
    } catch (error) {
      log(`${what}: ${sentenceOf(error)}`);
      return empty;
    }
  };
}

/** An error in one line. */
export function sentenceOf(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.split('\n', 1)[0] ?? '';
}

/** The answer to a question about a place in a text that has changed since: editors ask again. */
export function contentModified(): ResponseError<never> {
  return new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed since.');
}

function cancelled(): ResponseError<never> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
}
