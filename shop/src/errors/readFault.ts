import { t } from '@vscode/l10n';

/** Why, by the code of the file system. */
const reasons = (): Readonly<Record<string, string>> => ({
  EISDIR: t('It is a folder.'),
  EACCES: t('You may not read it.'),
  EPERM: t('You may not read it.'),
});

/** Why a file that is there cannot be read, as one sentence, from the error of the file system. */
export function readFault(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : null;
  if (code === null) return t('It cannot be read.');
  return reasons()[code] ?? t('It cannot be read ({0}).', code);
}

/** Whether an error of the file system says that there is no such file. */
export function isAbsence(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
