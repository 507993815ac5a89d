import { ShopError } from './shopError.ts';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'there is no such folder',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be written here',
  EPERM: 'it may not be written here',
  EROFS: 'nothing may be written there',
  ENOSPC: 'there is no space left',
  EDQUOT: 'there is no space left',
};

/** The error for an answer that could not be written to a file, from the error of the file system. */
export function notSaved(file: string, error: unknown): ShopError {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : null;
  const reason = reasons[code ?? ''] ?? `the system says ${code ?? 'no more'}`;
  return new ShopError('notSaved', {
    message: `The answer cannot be written to ${file}: ${reason}.`,
    hint: 'Choose another file.',
    ...(code !== null && { code }),
  });
}
