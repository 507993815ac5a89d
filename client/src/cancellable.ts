import type { CancellationToken } from 'vscode';

/** An abort signal that fires when the token is cancelled. */
export function cancellable(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  if (token.isCancellationRequested) controller.abort();
  token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}
