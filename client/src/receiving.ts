import { t } from '@vscode/l10n';
import type { Progress } from 'vscode';
import { bytesOf } from './format.ts';

/**
 * Says in a progress how much of an answer has come, and of how much where that is known; for `onProgress` of a
 * request. An answer comes in thousands of pieces: the editor is told only when the words are others.
 */
export function receiving(
  progress: Progress<{ readonly message?: string }>,
): (bytes: number, total: number | null) => void {
  let said = '';
  return (bytes, total) => {
    const message =
      total === null ? t('{0} received', bytesOf(bytes)) : t('{0} of {1} received', bytesOf(bytes), bytesOf(total));
    if (message !== said) progress.report({ message });
    said = message;
  };
}
