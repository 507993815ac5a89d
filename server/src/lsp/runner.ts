import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** Runs one request. What goes wrong becomes one line in the log and `empty`, so that the server goes on. */
export type Runner = <Result>(
  what: string,
  token: CancellationToken,
  empty: Result,
  task: () => Result | Promise<Result>,
) => Promise<Result | ResponseError<never>>;

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

function cancelled(): ResponseError<never> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
}
