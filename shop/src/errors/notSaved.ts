import { t } from '@vscode/l10n';
import { ShopError } from './shopError.ts';

/** Why, by the code of the file system. */
const reasons = (): Readonly<Record<string, string>> => ({
  ENOENT: t('there is no such folder'),
  ENOTDIR: t('there is no such folder'),
  EISDIR: t('it is a folder'),
  EACCES: t('it may not be written here'),
  EPERM: t('it may not be written here'),
  EROFS: t('nothing may be written there'),
  ENOSPC: t('there is no space left'),
  EDQUOT: t('there is no space left'),
});

/** The error for an answer that could not be written to a file, from the error of the file system. */
export function notSaved(file: string, error: unknown): ShopError {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : null;
  const unknown = code === null ? t('the system gives no details') : t('the system says {0}', code);
  const reason = reasons()[code ?? ''] ?? unknown;
  return new ShopError('notSaved', {
    message: t('The answer cannot be written to {0}: {1}.', file, reason),
    hint: t('Choose another file.'),
    ...(code !== null && { code }),
  });
}
